"""The table of records that a run wrote, held as far as the pictures of the overview need it."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.schema.place import BY_NAME
from pipeline.write.layout import RECORDS
from pipeline.write.position import Cell, cell_of, position_of
from pipeline.write.reporting.figures import GRID, Size
from pipeline.write.reporting.map import Spot
from pipeline.write.reporting.picture import Sized

if TYPE_CHECKING:
    import pyarrow as pa

WANTED = ("record_id", "document", "agreement_dates", "completeness")
PLACES_LOOKED_UP = 10_000  # a hundredth of a millisecond each
PLACED = ("coordinates", "name", "country", "region")
COLUMNS = frozenset(column.name for column in RECORDS.columns)  # any other is the user's own


class RecordTable:
    """The table of records, as far as pictures need it."""

    def __init__(self, output: Path) -> None:
        import pyarrow.parquet as pq

        file = pq.ParquetFile(output / "records.parquet")
        names = file.schema_arrow.names
        self.fields = [name for name in names if name in BY_NAME or name not in COLUMNS]
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
