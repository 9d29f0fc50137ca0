"""Whether a broken relation is a mistake of the text, or a figure that was taken for another.

A text gives several figures of one kind: of other years, of a part, of the place told of next.
Where another of them keeps what the one in force breaks, the text is not to blame.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.relation.relation import Relation
from pipeline.checks.view.interval import of
from pipeline.checks.view.page import Page
from pipeline.model.value import Record, Value
from pipeline.normalize.digits import DIGITS
from pipeline.normalize.text import fold

# A figure read with less confidence than this may be of another thing ("2,500 people on 1,200
# acres" are a factory's) where a figure that no rule claimed would fit.
ASSUMED, REACH = "unit assumed", 8
SURE = Decimal("0.6")


def is_kept_otherwise(record: Record, relation: Relation) -> bool:
    """Whether another figure of the text, in the place of one of a relation's, keeps it."""
    return any(
        relation.holds({value.id: of(other)})
        for value in relation.values
        for other in others(record, value)
    )


def is_read_against_the_page(record: Record, page: Page, relation: Relation) -> bool:
    """Whether a rival reading, by the marks that the page's other figures use, keeps a relation."""
    for value in relation.values:
        marks = page.marks_beside(value)
        for rival in record.all(value.field):
            if rival.rank and rival.evidence.span == value.evidence.span and rival.number:
                grouped = bool(marks.decimal) and marks.grouping in _marks_within(value)
                if grouped and rival.number > (value.number or 0):
                    return relation.holds({value.id: of(rival)})
    return False


def _marks_within(value: Value) -> frozenset[str]:
    """The marks between the digits of a literal; a blank before its unit is none."""
    run = DIGITS.search(fold(value.evidence.text))
    return frozenset(mark for mark in run[0] if not mark.isdigit()) if run else frozenset()


def is_of_unknown_unit(value: Value, page: Page) -> bool:
    """Whether an area whose unit was assumed has a word behind it that may be its unit."""
    behind = (
        page.folded[value.evidence.span.end : value.evidence.span.end + REACH]
        .split("\n")[0]
        .lstrip()
    )
    return ASSUMED in value.qualifier and behind[:1].isalpha()


def others(record: Record, value: Value) -> Iterator[Value]:
    """The further figures of a field in a record, rival readings of one literal aside."""
    for other in record.all(value.field):
        elsewhere = not other.evidence.span.meets(value.evidence.span)
        if other.number is not None and other.rank == 0 and elsewhere:
            yield other


def as_meant(record: Record, relation: Relation) -> Value | None:
    """The figure of the text that keeps a relation in the place of one read with little confidence."""
    for value in relation.values:
        if value.confidence < SURE:
            for other in (*others(record, value), *_loose(record, value)):
                if relation.holds({value.id: of(other)}):
                    return other
    return None


def _loose(record: Record, value: Value) -> Iterator[Value]:
    """Figures of a value's unit that stand in the text without a label."""
    for other in record.values:
        is_loose = other.field.startswith("other:") and not other.label and other.rank == 0
        if is_loose and other.unit == value.unit and other.number:
            yield other
