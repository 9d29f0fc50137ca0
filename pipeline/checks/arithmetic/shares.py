"""Checks of the shares of one whole: that they fill it, and are known alike."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.arithmetic.share_list import told_shares
from pipeline.checks.arithmetic.told_half import halved_shares
from pipeline.checks.check import check
from pipeline.checks.mend.literal import written
from pipeline.checks.mend.mending import MOST_SUGGESTIONS, mendings, suggestions
from pipeline.checks.mend.repair import Verdict, explained, judge
from pipeline.checks.relation.partition import WHOLE, partition
from pipeline.checks.relation.relation import Relation, filling
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import quoted, rewritten, shown
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value

# One decimal more than the neighbours is a matter of rounding, two are not.
TOO_FINE = 2
HUNDRED, SEXES = 100, "other:sex-shares"


@check(
    "A02",
    Severity.WARNING,
    level=1,
    good=("Industrial Structure: Primary 8.62, Secondary 41.44, Tertiary 49.94",),
    bad={
        "City: Lindenau\nCountry: Germany\nPopulation: 12,000\nIndustrial Structure: Primary 8.62, Secondary 14.44, Tertiary 49.94": (
            "industry_shares",
        ),
        "City: Lindenau\nPopulation: 12,000\nFemales make up 52.7% of the people and males 49.3%.": (
            "other:sex-shares",
        ),
        "City: Lindenau\nPopulation: 12,000\nEconomic structure: Agriculture 44.6%, Industry 18.1%, "
        "Services 47.3%": ("industry_shares",),
        "City: Lindenau\nPopulation: 12,000\nArable land takes 31.4 %, forest 42.1 %, water 6.3 %, "
        "other land 30.2 %.": ("other:land-shares",),
    },
)
def shares_of_a_partition_make_100(record: Record, page: Page) -> Iterator[Problem]:
    """The shares of a whole that is divided without rest make 100 %.

    Only where the parts are the three sectors (farming, industry and services may make less), where
    one of them is "other", or where they nearly make 100 already: two shares of different wholes
    are never added. The half units that the
    digits leave open are all that is allowed. A list that nothing closes is doubted where it makes
    110 or 90 to the last decimal, as a list does in which one digit is mistyped. Women and men of
    one sentence make 100, unless it tells how many of each can read or work.
    """
    relation = None if _make_100(record) else partition(record)
    if relation is not None and not relation.holds():
        yield _not_whole(record, page, relation)
    pair = halved_shares(record, page)
    if pair is not None and not (halves := filling("A02", pair, WHOLE)).holds():
        yield _not_whole(record, page, halves)._replace(field=SEXES)
    for shares in told_shares(record, page):
        if shares.is_wrong:
            yield _not_whole(record, page, shares.relation)._replace(field=shares.topic)


def _make_100(record: Record) -> bool:
    """Whether the shares of industries make 100 as they stand, so that nothing is wrong."""
    numbers = [value.number for value in record.held("industry_shares")]
    return sum(number for number in numbers if number is not None) == HUNDRED


def _not_whole(record: Record, page: Page, relation: Relation) -> Problem:
    made = sum((value.number or Decimal(0) for value in relation.values), Decimal(0))
    terms = " + ".join(shown(value.number or Decimal(0)) for value in relation.values)
    literals = ", ".join(quoted(value) for value in relation.values)
    message = f"The shares {literals} make {shown(made)} %, not 100 %."
    verdict = _closed_last(record, page, relation, judge(record, page, relation))
    problem = explained(verdict, message, f"{terms} = {shown(made)}")
    return problem._replace(suggest=_of_any(record, page, relation, problem.suggest))


def _closed_last(record: Record, page: Page, relation: Relation, verdict: Verdict) -> Verdict:
    """The verdict, or the same of the last share of the list where it is as likely.

    The last, "other" mostly, is what the writer subtracted from 100, and lost a ten of.
    """
    last = relation.values[-1]
    fitting = mendings(record, page, last, (relation,))
    best = verdict.mendings[:1]
    if not best or not fitting or fitting[0].score < best[0].score:
        return verdict
    others = (value for value in verdict.values if value.id != last.id)
    return Verdict((last, *others), fitting)


def _of_any(
    record: Record, page: Page, relation: Relation, offers: tuple[Suggestion, ...]
) -> tuple[Suggestion, ...]:
    """Corrections of the share to blame, and of the others, which could be wrong as well."""
    others = (
        one
        for value in relation.values
        for one in suggestions(value, mendings(record, page, value, (relation,)))
    )
    told = {(one.changes, one.value) for one in offers}
    more = [
        one for one in others if (one.changes, one.value) not in told and one.mechanism != "R13"
    ]
    return (*offers, *sorted(more, key=lambda one: -one.score))[:MOST_SUGGESTIONS]


@check(
    "F08",
    Severity.WARNING,
    level=1,
    good=("Industrial Structure: Primary 8.62, Secondary 41.44, Tertiary 49.94",),
    bad={
        "City: Lindenau\nCountry: Germany\nPopulation: 12,000\nMain Industry: Stock-farming: 99%, Agriculture: 0.002%, Other: 0.9%": (
            "industry_shares",
        )
    },
)
def shares_are_as_precise_as_their_neighbours(
    industry_shares: tuple[Value, ...],
) -> Iterator[Problem]:
    """Shares of one whole are given to about as many decimals.

    0.002 % beside 99 % and 0.9 % says more about one part than is known of the others: a fraction
    was probably taken for a percentage, or a decimal mark slipped.
    """
    for value in industry_shares:
        others = [other for other in industry_shares if other.id != value.id]
        if len(others) < 2 or not value.number:
            continue
        finest = max(_decimals(other) for other in others)
        if _decimals(value) >= finest + TOO_FINE and value.number < Decimal(1).scaleb(-finest):
            yield _over_precise(value, others)


def _over_precise(value: Value, others: list[Value]) -> Problem:
    number = (value.number or Decimal(0)) * 100
    literals = ", ".join(quoted(other) for other in others)
    parts = written(value)
    literal = parts.with_digits(f"{number.normalize():f}") if parts else ""
    change = rewritten(value, f"{number.normalize():f}", literal)
    reason = "a fraction taken for a percentage, a hundred times too small"
    return Problem(
        f"{quoted(value)} is far more precise than {literals} beside it. Probably "
        f"{number.normalize():f} %: {reason}.",
        (value, *others),
        (Suggestion(f"{number.normalize():f}", "R03", reason, -3.0, (change,)),),
        computed=f"{shown(value.number or Decimal(0))} × 100 = {shown(number)}",
    )


def _decimals(value: Value) -> int:
    exponent = (value.number or Decimal(0)).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
