"""Rows on their way into columns: a million of them never are as many objects."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pipeline.checks.view.card import Columns

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

BATCH = 8_192  # rows that wait as tuples before they become columns


@dataclass
class Rows:
    """Rows that become Arrow batches as they come, column by column."""

    names: tuple[str, ...]
    waiting: list[list[Any]] = field(default_factory=list)
    batches: list[pa.RecordBatch] = field(default_factory=list)
    count: int = 0

    def __len__(self) -> int:
        """How many rows came so far."""
        return self.count

    def add(self, columns: Columns) -> None:
        """Takes rows, one list a column."""
        self.waiting = self.waiting or [[] for _ in self.names]
        for own, more in zip(self.waiting, columns, strict=True):
            own.extend(more)
        self.count += len(columns[0])
        if len(self.waiting[0]) >= BATCH:
            self._settle()

    @cached_property
    def table(self) -> pa.Table:
        """All rows; no more are added once it is asked for."""
        import pyarrow as pa

        self._settle()
        return pa.Table.from_batches(self.batches, _schema(self.names)).combine_chunks()

    def row(self, number: int) -> tuple[Any, ...]:
        """One row as plain values."""
        return tuple(column[number].as_py() for column in self.table.columns)

    def frame(self) -> pd.DataFrame:
        """All rows as a frame with Arrow strings."""
        import pandas as pd
        import pyarrow as pa

        strings = {pa.string(): pd.ArrowDtype(pa.string())}
        frame: pd.DataFrame = self.table.to_pandas(types_mapper=strings.get)
        return frame

    def _settle(self) -> None:
        import pyarrow as pa

        if self.waiting:
            schema = _schema(self.names)
            arrays = [pa.array(c, f.type) for c, f in zip(self.waiting, schema, strict=True)]
            self.batches.append(pa.RecordBatch.from_arrays(arrays, schema=schema))
            self.waiting = []


def _schema(names: tuple[str, ...]) -> pa.Schema:
    import pyarrow as pa

    whole = dict.fromkeys(("document", "place", "start", "line", "column"), pa.int32())
    floats = dict.fromkeys(("value", "low", "high"), pa.float64())
    return pa.schema([(name, (whole | floats).get(name, pa.string())) for name in names])
