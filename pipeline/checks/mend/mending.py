"""Corrections that a person would write: candidates of the mechanisms that mend what is broken.

A candidate is offered if it mends at least one broken relation of the record and breaks none that
holds; candidates are ranked by how likely the slip is, by how much it mends and by how well the
new figure fits what is around it. None is applied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.checks.mend.candidate import COMPUTED, Candidate, Clue
from pipeline.checks.mend.column import is_too_fine
from pipeline.checks.mend.literal import written
from pipeline.checks.mend.mechanism import candidates, exact_candidates, near_reference
from pipeline.checks.mend.plausible import plausibility, sibling_fit
from pipeline.checks.relation.relation import Relation
from pipeline.checks.view.interval import Interval, exactly, of
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import plain, rewritten
from pipeline.model.finding import Suggestion
from pipeline.model.value import Record, Value

MOST_SUGGESTIONS = 5
# What mending one relation more is worth: as much as the step from a common slip to a rare one.
MENDED = 2.0
# How much better than the figure as read a candidate must fit the siblings to count as evidence:
# a factor of some fifty.
OUTLIER = 3.0
# A correction that is this much less likely than the best one is not worth a reader's time.
HOPELESSLY_WORSE = 8.0
# A figure with other decimals than all of its column has is as suspect as a rare slip is rare.
ODD = 2.0
# What makes a sum exact, to the last digit, is likelier than what only falls within its rounding.
EXACT = 1.5


class Mending(NamedTuple):
    """A candidate that fits, with its score and what it gains over the figure as read.

    ``joins`` tells that it brings an outlier back among the page's other figures of its field.
    """

    candidate: Candidate
    score: float
    gain: float
    joins: bool


def mendings(
    record: Record, page: Page, value: Value, known: Sequence[Relation]
) -> tuple[Mending, ...]:
    """The candidates for one value that mend a broken relation and break none, best first."""
    mine = [rule for rule in known if rule.concerns(value)]
    broken = [rule for rule in mine if not rule.holds()]
    held = [rule for rule in mine if rule.holds()]
    before = plausibility(record, page, value, value.number or Decimal(0))
    parts = written(value)
    factor = parts.factor if parts else Decimal(1)
    found: dict[Decimal, Mending] = {}
    for candidate in _all_candidates(record, page, value, broken):
        changed = {value.id: moved(value, candidate.number)}
        mended = sum(rule.holds(changed) for rule in broken)
        if not mended or not all(rule.holds(changed) for rule in held):
            continue
        fit = plausibility(record, page, value, candidate.number)
        fine = ODD if is_too_fine(candidate.number / factor, page.siblings(value)) else 0.0
        exact = sum(_is_exactly(rule, value, candidate.number) for rule in broken)
        score = candidate.prior + MENDED * (mended - 1) + fit - fine + EXACT * exact
        gain, joined = candidate.prior + fit - before, joins(page, value, candidate.number)
        one = Mending(candidate, score, gain, joined)
        if candidate.number not in found or found[candidate.number].score < score:
            found[candidate.number] = one
    ranked = sorted(found.values(), key=lambda one: -one.score)
    return tuple(one for one in ranked if one.score > ranked[0].score - HOPELESSLY_WORSE)


def _is_exactly(rule: Relation, value: Value, number: Decimal) -> bool:
    """Whether a number is what an equation makes of the others' figures as written."""
    if not rule.exact or not rule.is_sum:
        return False
    implied = rule.implied(value)
    return implied is not None and implied.high + implied.low == 2 * number


def joins(page: Page, value: Value, number: Decimal) -> bool:
    """Whether a number in a value's place is no outlier among the page's others of its field."""
    if number <= 0 or not value.number or value.number <= 0:
        return False
    siblings = page.siblings(value)
    return sibling_fit(siblings, number) - sibling_fit(siblings, value.number) > OUTLIER


def suggestions(value: Value, fitting: Sequence[Mending]) -> tuple[Suggestion, ...]:
    """The best mendings of a value as suggestions, at most five."""
    return tuple(
        Suggestion(
            plain(one.candidate.number),
            one.candidate.mechanism,
            one.candidate.reason,
            round(one.score, 2),
            (rewritten(value, one.candidate.number, one.candidate.literal),),
        )
        for one in fitting[:MOST_SUGGESTIONS]
    )


def clue_of(record: Record, page: Page, value: Value) -> Clue:
    """A value with its rival readings and its siblings."""
    rivals = tuple(
        other
        for other in record.all(value.field)
        if other.id != value.id and other.evidence.span == value.evidence.span
    )
    return Clue(value, rivals, page.siblings(value), page.marks_beside(value))


def moved(value: Value, number: Decimal) -> Interval:
    """The interval of a corrected figure: as wide, in proportion, as the literal's own."""
    if not value.number or number / value.number <= 0:
        return exactly(number)
    return of(value).scaled(number / value.number)


def _all_candidates(
    record: Record, page: Page, value: Value, broken: Sequence[Relation]
) -> Iterator[Candidate]:
    yield from candidates(clue_of(record, page, value))
    exact = [rule for rule in broken if rule.exact]
    if exact:
        yield from exact_candidates(value, page.marks_beside(value))
    for rule in exact:
        yield from _residual(value, rule)
    if not exact:
        yield from near_reference(value, page.marks_beside(value), broken)


def _residual(value: Value, rule: Relation) -> Iterator[Candidate]:
    """R13: what the relation makes of the other figures, rounded to the digits that it has."""
    implied = rule.implied(value)
    if implied is None or not implied.low.is_finite() or not implied.high.is_finite():
        return
    middle = _rounded(implied)
    reason = "computed from the other figures, not observed"
    yield Candidate(plain(middle), middle, "R13", reason, COMPUTED)


def _rounded(interval: Interval) -> Decimal:
    """The middle of an interval to the digits that its width leaves sure, and one more."""
    middle, width = (interval.low + interval.high) / 2, interval.high - interval.low
    places = max(0, 1 - width.adjusted()) if width else 2
    return round(middle, min(places, 6)) if middle.adjusted() < 6 else round(middle, 0)
