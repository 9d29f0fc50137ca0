"""The report's figures counted again from a run's tables, with the decisions taken since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pipeline.model.finding import Severity
from pipeline.schema.place import FIELDS
from pipeline.serve.columns import STATUSES, UNANSWERED
from pipeline.serve.filters import Filters
from pipeline.serve.index import Index
from pipeline.write.position import Cell, cell_of, position_of
from pipeline.write.report_count import GRID, Counts, DocumentCount, FindingKind, Size
from pipeline.write.report_grid import MOST_COLUMNS
from pipeline.write.report_map import Spot
from pipeline.write.report_picture import MOST_NAMES, SIZE_FIELDS, Sized

if TYPE_CHECKING:
    import pyarrow as pa

T = TypeVar("T")

WANTED = ("record_id", "document", "agreement_dates", "completeness")
PLACES_LOOKED_UP = 10_000  # a hundredth of a millisecond each
PLACED = ("coordinates", "name", "country", "region")


class RecordTable:
    """The table of records, as far as pictures need it."""

    def __init__(self, output: Path) -> None:
        import pyarrow.parquet as pq

        file = pq.ParquetFile(output / "records.parquet")
        names = set(file.schema_arrow.names)
        self.fields = [field.name for field in FIELDS if field.name in names]
        self.table = file.read(columns=[*WANTED, *self.fields])
        self._rows: dict[str, int] = {
            id_: row for row, id_ in enumerate(self.table["record_id"].to_pylist())
        }
        self.values = pq.ParquetFile(output / "values.parquet").metadata.num_rows
        documents = pq.ParquetFile(output / "documents.parquet")
        self.documents = documents.read(columns=["numbers", "accounted"])

    def held(self, document: str = "") -> dict[str, int]:
        """How many records hold each field, in all documents or in one."""
        import pyarrow.compute as pc

        table = self.table
        if document:
            table = table.filter(pc.equal(table["document"], document))
        return {name: count for name in self.fields if (count := _filled(table[name]))}

    def years(self) -> dict[str, int]:
        """Agreements by year."""
        import pyarrow.compute as pc

        dates = pc.list_flatten(self.table["agreement_dates"])
        counted = pc.value_counts(pc.utf8_slice_codeunits(dates, 0, 4)).to_pylist()
        found = {one["values"]: one["counts"] for one in counted if one["values"].isdecimal()}
        return dict(sorted(found.items()))

    def sizes(self) -> dict[Size, int]:
        """Places by twentieths of a decade of km² and residents."""
        import numpy as np

        area, people = self._number("area_km2"), self._number("population")
        known = (area > 0) & (people > 0)
        cells = zip(
            np.rint(np.log10(area[known]) * GRID).astype(int).tolist(),
            np.rint(np.log10(people[known]) * GRID).astype(int).tolist(),
            strict=True,
        )
        return dict(sorted(Counter(cells).items()))

    def cells(self) -> dict[Cell, int]:
        """Places by whole degrees, of as many as are looked up while somebody waits."""
        head = self.table.slice(0, PLACES_LOOKED_UP)
        columns = (head[name].to_pylist() for name in PLACED)
        points = (position_of(*placed) for placed in zip(*columns, strict=True))
        return dict(Counter(cell_of(point) for point in points if point))

    def spot(self, record_id: str, link: str) -> Spot | None:
        """A place with its position, None where that is not known."""
        row = self._rows.get(record_id)
        if row is None:
            return None
        placed = [self.table[name][row].as_py() for name in PLACED]
        point = position_of(*placed)
        return Spot(placed[1] or "(no name)", link, point) if point else None

    def sized(self, record_id: str, link: str) -> Sized | None:
        """A place with its size, None where the record lacks one."""
        row = self._rows.get(record_id)
        if row is None:
            return None
        area, people = (self.table[name][row].as_py() for name in ("area_km2", "population"))
        if not area or not people or min(area, people) <= 0:
            return None
        name = self.table["name"][row].as_py()
        return Sized(name or "(no name)", link, float(area), float(people))

    def completeness(self) -> Decimal | None:
        """The mean of the records' own, None where nothing is expected of any."""
        import pyarrow.compute as pc

        mean = pc.mean(self.table["completeness"]).as_py()
        return Decimal(mean) if mean is not None else None

    def _number(self, name: str) -> pa.Array:
        import numpy as np

        column = self.table[name].cast("float64").to_numpy(zero_copy_only=False)
        return np.nan_to_num(column)


def counts_of(index: Index, records: RecordTable) -> Counts:
    """The figures of a run as things stand."""
    import pyarrow.compute as pc

    return Counts(
        documents=records.documents.num_rows,
        records=records.table.num_rows,
        values=records.values,
        numbers=pc.sum(records.documents["numbers"]).as_py() or 0,
        accounted=pc.sum(records.documents["accounted"]).as_py() or 0,
        completeness=records.completeness(),
        findings=_kinds(index),
        fields=records.held(),
        worst=_worst(index, records),
        years=records.years(),
        sizes=records.sizes(),
        cells=records.cells(),
    )


def doubtful_sizes(index: Index, records: RecordTable) -> tuple[Sized, ...]:
    """The places whose size a waiting finding doubts, in the order of the queue."""
    asked = (Filters(field=field) for field in sorted(SIZE_FIELDS))
    return _named(index, asked, records.sized)


def doubtful_spots(index: Index, records: RecordTable) -> tuple[Spot, ...]:
    """The places with the waiting findings of most impact."""
    return _named(index, (Filters(),), records.spot)


def _named(
    index: Index, asked: Iterable[Filters], place_of: Callable[[str, str], T | None]
) -> tuple[T, ...]:
    """The first places that findings in doubt are about, each once."""
    found: dict[str, T] = {}
    for filters in asked:
        for row in index.select(filters)[: 4 * MOST_NAMES].tolist():
            brief = index.brief(row)
            if brief.severity != Severity.NOTE and brief.record_id not in found:
                place = place_of(brief.record_id, brief.id)
                found |= {brief.record_id: place} if place else {}
    return tuple(found.values())[:MOST_NAMES]


def _kinds(index: Index) -> dict[FindingKind, int]:
    """Findings by check, severity and status."""
    import numpy as np

    code, severity = index.facets["code"], index.facets["severity"]
    keys = (code.of * 10 + severity.of) * 10 + index.status
    found, counts = np.unique(keys, return_counts=True)
    return {
        FindingKind(code.names[k // 100], severity.names[k // 10 % 10], STATUSES[k % 10]): n
        for k, n in zip(found.tolist(), counts.tolist(), strict=True)
    }


def _worst(index: Index, records: RecordTable) -> tuple[DocumentCount, ...]:
    """The documents with most waiting findings of most weight."""
    import numpy as np

    waiting = np.isin(index.status, [STATUSES.index(one) for one in UNANSWERED])
    document = index.facets["document"]
    weight = np.bincount(
        document.of[waiting], index.priority[waiting], minlength=len(document.names)
    )
    worst = [document.names[at] for at in np.argsort(-weight, kind="stable")[:MOST_COLUMNS]]
    return tuple(_document(index, records, path) for path in worst)


def _document(index: Index, records: RecordTable, path: str) -> DocumentCount:
    import pyarrow.compute as pc

    counted = index.counts(Filters(document=path))
    held = pc.sum(pc.equal(records.table["document"], path)).as_py() or 0
    severities, codes = dict(counted["severity"]), dict(counted["code"])
    return DocumentCount(path, held, severities, codes, records.held(path))


def _filled(column: pa.ChunkedArray) -> int:
    """How many cells say something."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_string(column.type):
        said = pc.not_equal(column, "")
    elif pa.types.is_list(column.type):
        said = pc.greater(pc.list_value_length(column), 0)
    else:
        said = pc.is_valid(column)
    return int(pc.sum(said).as_py() or 0)
