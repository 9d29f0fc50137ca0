"""Who is to blame for a broken relation, and what it should be, in words.

The least trusted of its values is, unless another explains more of what is broken; a value is
trusted the less the better a correction explains how it came to be wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pipeline.checks.mend.blame import base_trust, blamed, rank
from pipeline.checks.mend.column import is_odd
from pipeline.checks.mend.mending import ODD, Mending, mendings, suggestions
from pipeline.checks.relation.relation import Relation
from pipeline.checks.relation.rule import rules
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import with_unit
from pipeline.model.finding import Problem, Suggestion
from pipeline.model.value import Record, Value

# A value whose change no mechanism explains is trusted by this much more; one that a mechanism
# explains is trusted by its improbability, scaled so that the worst explanation is near to none.
UNEXPLAINED, IMPROBABILITY = 6.0, 0.75
# A slip that shows in the literal and that an equation confirms is as good as seen.
SHOWN, PROVEN = 1.5, 2.0
NO_SINGLE = "No single correction explains this."


class Verdict(NamedTuple):
    """What is to blame for a broken relation: its values, worst first, and how the first mends."""

    values: tuple[Value, ...]
    mendings: tuple[Mending, ...]

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """The corrections of the value to blame, best first, at most five."""
        return suggestions(self.values[0], self.mendings)

    @property
    def is_evident(self) -> bool:
        """Whether the literal to blame shows its slip, and the correction fits better."""
        best = self.mendings[:1]
        return any((one.candidate.evident or one.joins) and one.gain > 0 for one in best)


def judge(record: Record, page: Page, relation: Relation, also: Iterable[Relation] = ()) -> Verdict:
    """Which value of a broken relation is to blame, and what it may have been meant to be.

    ``also`` are further relations that may tell, and are not evidence enough of a mistake.
    """
    known = (*(rule for rule in rules(record) if rule.code != relation.code), *also, relation)
    broken = [rule for rule in known if not rule.holds()]
    fitting = {
        value.id: mendings(record, page, value, known)
        for rule in broken
        for value in rule.values
        if page.owner(value) == record.id
    }

    def trust(value: Value) -> float:
        best = fitting.get(value.id) or ()
        excuse = (
            min(UNEXPLAINED, -IMPROBABILITY * _likelihood(best[0], relation))
            if best
            else UNEXPLAINED
        )
        if best and best[0].candidate.evident:
            excuse -= SHOWN
        odd = ODD if is_odd(value, page.siblings(value)) else 0.0
        return base_trust(value) + excuse - odd

    culprits = {value.id for value in blamed(known, broken, trust)}
    ordered = rank(known, relation, trust)
    values = tuple(sorted(ordered, key=lambda value: value.id not in culprits))
    return Verdict(values, fitting.get(values[0].id) or ())


def _likelihood(best: Mending, relation: Relation) -> float:
    """How likely a correction is; one that an equation proves needs little else to be believed."""
    return max(best.score, best.candidate.prior - PROVEN) if relation.exact else best.score


def explained(verdict: Verdict, message: str, computed: str) -> Problem:
    """A problem with its best correction in words, or with the admission that there is none."""
    return Problem(f"{message} {advice(verdict)}", verdict.values, verdict.suggestions, computed)


def advice(verdict: Verdict) -> str:
    """What the figure to blame should probably be, as a sentence."""
    sure = [one for one in verdict.mendings if one.candidate.mechanism != "R13"]
    if not sure:
        return NO_SINGLE
    best, blamed_value = sure[0].candidate, verdict.values[0]
    meant = with_unit(blamed_value, best.number)
    return f"Probably {meant} (“{best.literal}”): {best.reason}."
