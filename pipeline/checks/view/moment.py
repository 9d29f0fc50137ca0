"""Dates as ISO 8601 prefixes: which values are dates, which is surely before another."""

from __future__ import annotations

from pipeline.model.value import Record, Value
from pipeline.schema.place import AGREEMENTS

DATED = (*AGREEMENTS, "founded", "renamed_date")
FULL = len("2015-10-27")


def agreements(record: Record) -> tuple[Value, ...]:
    """Every agreement date in force that has a value, in the order of the text."""
    held = [value for field in AGREEMENTS for value in record.held(field) if value.value]
    return tuple(sorted(held, key=lambda value: value.evidence.span) if len(held) > 1 else held)


def dates_held(record: Record) -> tuple[Value, ...]:
    """Every date in force that was read, in the order of the record's values."""
    fields = [held for field in DATED if (held := record.held(field))]
    if len(fields) > 1:
        return tuple(value for value in record.values if value.in_force and is_dated(value))
    return tuple(filter(is_dated, fields[0])) if fields else ()


def is_before(one: str, two: str) -> bool:
    """Whether one ISO prefix is surely before another: compared at the coarser precision."""
    shorter = min(len(one), len(two))
    return one[:shorter] < two[:shorter]


def is_dated(value: Value) -> bool:
    """Whether a value is a date that was read."""
    return value.field in DATED and isinstance(value.value, str) and value.value[:4].isdigit()
