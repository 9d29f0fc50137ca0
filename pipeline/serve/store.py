"""The tables of a run read a row at a time: what one screen shows and nothing else."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import accumulate, groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.model.finding import Finding
from pipeline.review.written import finding_of

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

Row = Mapping[str, Any]
GROUPS_HELD = 8  # row groups in memory: a reviewer goes from neighbour to neighbour


class Store:
    """The tables of the run in a folder, opened once and read on demand."""

    def __init__(self, output: Path) -> None:
        import pyarrow.parquet as pq

        self._findings, self._values = (
            pq.ParquetFile(output / f"{table}.parquet") for table in ("findings", "values")
        )
        self._starts = _group_starts(self._findings)
        self._group = lru_cache(GROUPS_HELD)(self._findings.read_row_group)
        self._values_of = lru_cache(GROUPS_HELD)(self._values.read_row_group)

    def finding(self, row: int) -> Finding:
        """The finding of a row of its table, as it stood when the run ended."""
        group = self._group_of(row)
        cells = self._group(group).slice(row - self._starts[group], 1).to_pylist()
        return finding_of(cells[0])

    def findings(self, rows: Iterable[int]) -> Iterator[Finding]:
        """The findings of many rows, one part of the table in memory at a time; rows in order."""
        by_group: Iterator[tuple[int, Iterator[int]]] = groupby(sorted(rows), self._group_of)
        for group, own in by_group:
            start = self._starts[group]
            wanted = [row - start for row in own]
            yield from map(finding_of, self._group(group).take(wanted).to_pylist())

    def _group_of(self, row: int) -> int:
        return bisect_right(self._starts, row) - 1

    def values(self, document: str, record_id: str) -> tuple[Row, ...]:
        """The rows of ``values`` of one record, rival readings included."""
        import pyarrow.compute as pc

        rows: list[Row] = []
        for group in self._groups_with(document):
            table: pa.Table = self._values_of(group)
            rows += table.filter(pc.equal(table["record_id"], record_id)).to_pylist()
        return tuple(rows)

    def _groups_with(self, document: str) -> Iterator[int]:
        """The row groups that may hold values of a document: they are sorted by it."""
        metadata = self._values.metadata
        at = self._values.schema_arrow.get_field_index("document")
        for group in range(metadata.num_row_groups):
            known = metadata.row_group(group).column(at).statistics
            if known is None or not known.has_min_max or known.min <= document <= known.max:
                yield group


def _group_starts(file: pq.ParquetFile) -> list[int]:
    """The first row of every row group."""
    groups = range(file.metadata.num_row_groups)
    sizes = (file.metadata.row_group(group).num_rows for group in groups)
    return [0, *accumulate(sizes)][:-1] or [0]
