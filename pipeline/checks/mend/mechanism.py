"""The mechanisms of mistakes in figures, in order of trial: the catalogue that ``repair`` asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.checks.mend.candidate import Candidate, Clue
from pipeline.checks.mend.digit_slip import digit_slips
from pipeline.checks.mend.literal import written
from pipeline.checks.mend.mark_slip import dropped, groups, misplaced, separators
from pipeline.checks.mend.myriad_slip import myriad_slips
from pipeline.checks.mend.scale_slip import fractions, scale_slips, signs, unit_slips
from pipeline.checks.relation.relation import Relation
from pipeline.model.value import Marks, Value

NO_MARKS = Marks()
# A mark one place off is believed where the figure then is nearly that of the reference.
NEAR_REFERENCE = Decimal("1.25")


def candidates(clue: Clue) -> Iterator[Candidate]:
    """Every candidate that needs no equation to be found, in order of mechanism."""
    yield from myriad_slips(clue.value)
    yield from unit_slips(clue.value)
    parts = written(clue.value)
    if parts is None:
        return
    yield from separators(parts, clue.marks, is_area=clue.value.field == "area_km2")
    yield from groups(parts)
    yield from scale_slips(parts, clue.siblings)
    yield from signs(clue.value, parts)
    yield from fractions(clue.value, parts)


def exact_candidates(value: Value, marks: Marks = NO_MARKS) -> Iterator[Candidate]:
    """Candidates that only an equation can tell from any other figure."""
    yield from digit_slips(value)
    parts = written(value)
    if parts is not None:
        yield from misplaced(parts)
        yield from dropped(parts, marks)


def near_reference(value: Value, marks: Marks, broken: Sequence[Relation]) -> Iterator[Candidate]:
    """Candidates with the mark one place off that come near to what a reference has."""
    middles = [
        (rule.bounds.low * rule.bounds.high).sqrt()
        for rule in broken
        if rule.code == "E01" and rule.bounds is not None and rule.bounds.low > 0
    ]
    parts = written(value) if middles else None
    if parts is None:
        return
    for one in (*misplaced(parts), *dropped(parts, marks)):
        if all(
            middle / NEAR_REFERENCE <= one.number <= middle * NEAR_REFERENCE for middle in middles
        ):
            yield one
