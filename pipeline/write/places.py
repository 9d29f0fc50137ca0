"""The records that findings of a document are about, as its tables have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.model.finding import Finding
from pipeline.write.reporting.top import Held, Place, place_unknown
from pipeline.write.sheet import Sheet

if TYPE_CHECKING:
    import pyarrow as pa

# The columns of values that a reader of a finding is shown, the last in the order of ``Held``.
SHOWN = (
    "record_id",
    "in_force",
    "field",
    "number",
    "value",
    "currency",
    "unit",
    "text",
    "as_of",
    "of",
    "decision",
    "value_id",
)


class Places:
    """The places of one document; its tables are searched once, and only if one is asked for."""

    def __init__(self, sheet: Sheet) -> None:
        """Takes what the document left."""
        self._sheet = sheet
        self._known: dict[str, Place] = {}

    def of(self, finding: Finding) -> Place:
        """The record of a finding; as far as the finding tells where the document has none."""
        record_id = finding.record_id
        if record_id not in self._lines:
            return place_unknown(finding)
        if record_id not in self._known:
            self._known[record_id] = self._place(record_id)
        return self._known[record_id]

    def _place(self, record_id: str) -> Place:
        first, last = self._values.get(record_id, (0, -1))
        held = tuple(_held(self._sheet.values.batch.slice(first, last + 1 - first), record_id))
        told = {one.field: str(one.value) for one in reversed(held)}
        name, country = (told.get(field, "") for field in ("name", "country"))
        line = self._lines[record_id]
        return Place(record_id, self._sheet.document, line, name, country, held)

    @cached_property
    def _lines(self) -> Mapping[str, int]:
        """The first line of each record."""
        records = self._sheet.records.batch
        ids, lines = (records.column(name).to_pylist() for name in ("record_id", "line_start"))
        return dict(zip(reversed(ids), reversed(lines), strict=True))

    @cached_property
    def _values(self) -> Mapping[str, tuple[int, int]]:
        """The first and the last row of the values of each record."""
        ids = self._sheet.values.batch.column("record_id").to_pylist()
        rows = range(len(ids))
        first = dict(zip(reversed(ids), reversed(rows), strict=True))
        return {own: (first[own], last) for own, last in zip(ids, rows, strict=True)}


def _held(values: pa.RecordBatch, record_id: str) -> Iterator[Held]:
    """The values in force of a record, among rows that begin and end with its own."""
    columns = (values.column(name).to_pylist() for name in SHOWN)
    for owner, in_force, field, number, text, currency, unit, *more in zip(*columns, strict=True):
        if in_force and owner == record_id:
            value = text if number is None else Decimal(text)
            yield Held(field, value, currency or unit, *more)
