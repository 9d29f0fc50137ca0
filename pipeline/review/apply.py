"""Decisions applied to a record: the decided values are in force, what was read stays beside them.

A decided value takes the place of the reading it corrects: same id and span, rule ``decision``,
``reported`` the value as read, ``decision`` the verdict. An empty value takes the reading out of
force.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from pipeline.checks.view.wording import AGREEMENT_FIELD, plain
from pipeline.model.finding import Change, Finding
from pipeline.model.source import Span
from pipeline.model.value import ONE, Evidence, Reading, Record, Value
from pipeline.review.decisions import ACCEPT, KEEP
from pipeline.review.settle import Decided
from pipeline.schema.place import AGREEMENTS, BY_NAME

RULE = "decision"

# What readers say of a literal that they could not make sense of; a person has.
_DOUBTS = {"impossible", "malformed"}

Figure = Reading[Decimal] | Reading[str]
Read = Callable[[str, str], Figure | None]


class Correction(NamedTuple):
    """One literal and what it says by decision; None takes it out of force."""

    field: str
    value_id: str
    reading: Figure | None


def apply(record: Record, decided: Iterable[Decided], read: Read) -> Record:
    """The record with the decided values in force, later decisions over earlier ones.

    ``read`` reads a person's text as a value of a field, None where it is none. Decisions about
    other records, and values that do not read, change nothing.
    """
    for one in decided:
        if one.decision.verdict != KEEP:
            for correction in _corrections(record, one, read):
                record = _corrected(record, one, correction)
    return record


def _corrections(record: Record, one: Decided, read: Read) -> Iterator[Correction]:
    if one.decision.verdict == ACCEPT:
        yield from _accepted(record, one)
    elif one.finding.record_id == record.id:
        target = _at_finding(record, one.finding, one.finding.field)
        reading = read(target.field if target else one.finding.field, one.decision.value)
        if reading is not None:
            yield Correction(one.finding.field, target.id if target else "", reading)


def _accepted(record: Record, one: Decided) -> Iterator[Correction]:
    """The suggestion's changes to values of this record."""
    whole = Change(one.finding.field, "", one.finding.text, one.decision.value)
    for change in one.decision.changes or (whole,):
        target = _target(record, one.finding, change)
        if target is None and (change.value_id or one.finding.record_id != record.id):
            continue
        reading = _canonical(change.value, target)
        if reading is not None or not change.value:
            yield Correction(change.field, target.id if target else "", reading)


def _target(record: Record, finding: Finding, change: Change) -> Value | None:
    """The value to change: by its id, or where the finding's evidence points to in its field."""
    by_id = (value for value in record.values if value.id == change.value_id)
    return next(by_id, None) or _at_finding(record, finding, change.field)


def _at_finding(record: Record, finding: Finding, field: str) -> Value | None:
    """The value of a field at the blamed literal, or else at the only other one of the evidence."""
    if finding.record_id != record.id:
        return None
    fields = AGREEMENTS if field == AGREEMENT_FIELD else (field,)
    own = tuple(v for v in record.values if v.field in fields and v.rank == 0)
    blamed = [v for v in own if v.evidence.span == (finding.start, finding.end)]
    spans = {(m.start, m.end) for m in finding.evidence if m.record_id == record.id}
    involved = [v for v in own if v.evidence.span in spans]
    if blamed:
        return blamed[0]
    return involved[0] if len(involved) == 1 else None


def _canonical(value: str, target: Value | None) -> Figure | None:
    """A suggestion's value, which is in the field's unit already; None where it is no value."""
    if not value:
        return None
    span = target.evidence.span if target else Span(0, 0)
    if target is None or target.number is None:
        return Reading(value, span, RULE)
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return _as_precise(number, target, span) if number.is_finite() else None


def _as_precise(number: Decimal, target: Value, span: Span) -> Reading[Decimal]:
    """A figure that stands for as wide an interval, in parts of itself, as the one it corrects."""
    old = target.number
    if not old or target.low is None or target.high is None:
        return Reading(number, span, RULE, number, number)
    low, high = sorted((target.low * number / old, target.high * number / old))
    return Reading(number, span, RULE, low, high)


def _corrected(record: Record, one: Decided, correction: Correction) -> Record:
    """The record with one value corrected, or added where it has none at the literal."""
    target = next((v for v in record.values if v.id == correction.value_id), None)
    if target is None:
        if correction.reading is None:
            return record
        new = _decided(_missing(one.finding, correction.field), one, correction.reading)
        return replace(record, values=_alone((*record.values, new), new))
    new = _decided(target, one, correction.reading)
    values = tuple(new if value is target else value for value in record.values)
    return replace(record, values=_alone(values, new))


def _missing(finding: Finding, field: str) -> Value:
    """A value for a fact that the text lacks, standing where the finding stands."""
    name = AGREEMENTS[-1] if field == AGREEMENT_FIELD else field
    evidence = Evidence(Span(finding.start, finding.end), finding.text, RULE)
    declared = BY_NAME.get(name)
    return Value(f"{finding.id}-{name}", name, "", evidence, unit=declared.unit if declared else "")


def _decided(target: Value, one: Decided, reading: Figure | None) -> Value:
    """A value as decided; ``reported`` stays what the text says, however often it is decided."""
    marked = target._replace(
        evidence=target.evidence._replace(rule=RULE),
        reported=target.reported or _as_text(target.value),
        decision=one.decision.verdict,
        confidence=ONE,
    )
    if reading is None:
        return marked._replace(in_force=False)
    doubts = (word for word in target.qualifier.split() if word not in _DOUBTS)
    return marked._replace(
        value=reading.value,
        low=reading.low,
        high=reading.high,
        unit=target.unit or reading.unit,
        currency=reading.currency or target.currency,
        as_of=reading.as_of or target.as_of,
        qualifier=reading.qualifier or " ".join(doubts),
        rank=0,
        in_force=True,
    )


def _alone(values: tuple[Value, ...], new: Value) -> tuple[Value, ...]:
    """The values with the new one in force: alone in its field, in a list alone of its literal."""
    declared = BY_NAME.get(new.field)
    single = declared is not None and not declared.is_list

    def rivals(value: Value) -> bool:
        same_literal = value.evidence.span == new.evidence.span
        return value is not new and value.field == new.field and (single or same_literal)

    return tuple(
        value._replace(in_force=False)
        if value.in_force and new.in_force and rivals(value)
        else value
        for value in values
    )


def _as_text(value: Decimal | str) -> str:
    return value if isinstance(value, str) else plain(value)
