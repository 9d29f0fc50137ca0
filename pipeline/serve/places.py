"""The places that findings are about: names, countries and lines of the records of a run."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.serve.columns import RECORD_COLUMNS, PlaceRow, read_columns

if TYPE_CHECKING:
    import pyarrow as pa


class Places:
    """The records of the run in a folder, by their ids.

    Raises:
        NoFindingsError: the folder holds no output of a run.
    """

    def __init__(self, output: Path) -> None:
        self._table = read_columns(output, "records", RECORD_COLUMNS)

    def of(self, record_id: str) -> PlaceRow | None:
        """The record of an id, or None where there is none."""
        row = self._rows.get(record_id)
        if row is None:
            return None
        return PlaceRow(*(self._table[name][row].as_py() for name in PlaceRow._fields))

    def beside(self, record_ids: pa.Array, column: str) -> pa.Array:
        """A column of the records of many ids, empty where an id has none."""
        import pyarrow.compute as pc

        at = pc.index_in(record_ids, value_set=self._table["record_id"])
        return pc.fill_null(self._table[column].take(at), "")

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {id_: row for row, id_ in enumerate(self._table["record_id"].to_pylist())}
