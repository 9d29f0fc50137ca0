"""Cells of the records: what each record holds in the column of a field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial

from pipeline.lexicon.taught import cached, teaching_in_force
from pipeline.model.value import Record
from pipeline.schema.place import AGREEMENTS
from pipeline.write.column import LIST_MARK, Cell, Column, ColumnKind, positional, whole
from pipeline.write.layout import AS_OF, CURRENCY

LONGEST_NUMBER = 60  # digits; a longer one is written with its exponent
# What a record without the field has in its column.
_EMPTY: Mapping[ColumnKind, Cell] = {
    ColumnKind.TEXT: "",
    ColumnKind.TEXTS: (),
    ColumnKind.INTEGER: None,
    ColumnKind.DECIMAL: None,
}


def as_text(value: Decimal | str) -> str:
    """What was read, as text: digits without exponent as long as a person can read them."""
    if isinstance(value, str):
        return value
    return positional(value) if abs(value.adjusted()) < LONGEST_NUMBER else str(value)


def field_cells(records: Sequence[Record], column: Column, held: frozenset[str]) -> Sequence[Cell]:
    """What the records have in the column of a field, mostly nothing: no page has all of them."""
    if held.isdisjoint(_sources(column.name)):
        return (_EMPTY[column.kind],) * len(records)
    return list(map(_cell_of(column), records))


@cached()
def _sources(name: str) -> frozenset[str]:
    """The fields whose values fill a column of the records."""
    teaching = teaching_in_force()
    if teaching.own(name):
        return frozenset({teaching.value_field(name)})
    if name == "agreement_dates":
        return frozenset(AGREEMENTS)
    return frozenset({name, name.removesuffix(AS_OF), name.removesuffix(CURRENCY)})


@cached()
def _cell_of(column: Column) -> Callable[[Record], Cell]:
    """How the cell of a record in a column is made."""
    name, teaching = column.name, teaching_in_force()
    if teaching.own(name):
        own = _own_number if column.kind is ColumnKind.DECIMAL else _own_text
        return partial(own, teaching.value_field(name))
    if name == "agreement_dates":
        return _agreement_dates
    for suffix, attribute in ((AS_OF, "as_of"), (CURRENCY, "currency")):
        if column.kind is ColumnKind.TEXT and name.endswith(suffix):
            return partial(_beside, name.removesuffix(suffix), attribute)
    return partial(_OF_KIND[column.kind], name)


def _own_number(field: str, record: Record) -> Cell:
    """What a record holds of a figure that a person declared."""
    held = record.held(field)
    return next((value.number for value in held if value.number is not None), None)


def _own_text(field: str, record: Record) -> Cell:
    """What a record holds of a text or date that a person declared."""
    return LIST_MARK.join(as_text(value.value) for value in record.held(field))


def _agreement_dates(record: Record) -> Cell:
    held = (value for field in AGREEMENTS for value in record.held(field))
    return tuple(sorted({as_text(value.value) for value in held}))


def _beside(field: str, attribute: str, record: Record) -> Cell:
    """What belongs to a value of another column."""
    value = record.one(field)
    return str(getattr(value, attribute)) if value else ""


def _texts(field: str, record: Record) -> Cell:
    return tuple(f"{v.of} {as_text(v.value)}".strip() for v in record.held(field))


def _text(field: str, record: Record) -> Cell:
    """Text in force, in a fixed order."""
    held = record.held(field)
    if len(held) == 1:
        return as_text(held[0].value)
    return LIST_MARK.join(sorted(as_text(value.value) for value in held))


def _number(field: str, record: Record) -> Cell:
    value = record.one(field)
    return value.number if value else None


def _whole(field: str, record: Record) -> Cell:
    value = record.one(field)
    return whole(value.number) if value else None


_OF_KIND: Mapping[ColumnKind, Callable[[str, Record], Cell]] = {
    ColumnKind.TEXT: _text,
    ColumnKind.TEXTS: _texts,
    ColumnKind.DECIMAL: _number,
    ColumnKind.INTEGER: _whole,
}
