"""Checks of one figure or date by itself: whether it can be at all."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.check import check
from pipeline.checks.mend.date_slip import mended_day
from pipeline.checks.mend.exchange import exchange
from pipeline.checks.mend.repair import explained, judge
from pipeline.checks.relation import bound, rule
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, quoted, shown, spoken
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record


def _has_impossible(page: Page) -> bool:
    """Whether a value of the page is said to be impossible."""
    values = (value for record in page.records for value in record.values)
    return any("impossible" in value.qualifier for value in values if value.qualifier)


@check(
    "F02",
    Severity.ERROR,
    level=1,
    good=("Establishment Date of Sisterhood: Oct. 15, 2004",),
    bad={"Establishment Date of Sisterhood: Oct. 155, 2004": ("agreement_dates",)},
    told=_has_impossible,
)
def dates_are_in_the_calendar(record: Record) -> Iterator[Problem]:
    """A date that stands in the text is one that the calendar has.

    "Oct. 155", "Feb. 30" and a thirteenth month are slips of one digit mostly: a digit typed twice,
    two transposed, day and month in the other order.
    """
    for value in record.values:
        if value.qualifier and "impossible" in value.qualifier and value.rank == 0:
            offers = mended_day(value)
            advice = f" Probably {offers[0].value}: {offers[0].reason}." if offers else ""
            yield Problem(f"{quoted(value)} is no date of the calendar.{advice}", (value,), offers)


@check(
    "F04",
    Severity.ERROR,
    level=1,
    good=("Area: 425㎢\nPopulation: 1,220,000",),
    bad={"Country: China\nPopulation: 2,628,000,000": ("population",)},
    among=tuple(bound.POSSIBLE),
)
def figures_are_possible_at_all(record: Record, page: Page) -> Iterator[Problem]:
    """A figure lies within what can be: no place is larger than Russia, no share above 100 %.

    The bounds are those of the extremes that were ever measured, of people by kind of place (no
    village has 500,000), so that nothing outside them can be right. What is merely unusual is for other checks.
    """
    for relation in rule.possible(record, outside=True):
        bounds = relation.bounds
        if bounds is not None and not relation.holds():
            value = relation.values[0]
            message = (
                f"{quoted(value)} would make the {spoken(value.field)} {figure(value)}; it can only "
                f"be {shown(bounds.low)} to {shown(bounds.high)}."
            )
            yield explained(judge(record, page, relation), message, f"{shown(value.number or 0)}")


@check(
    "F06",
    Severity.WARNING,
    level=1,
    good=("Population: 4.52 million people",),
    bad={"Area: 8,488㎢\nPopulation: 6.07 people": ("population",)},
    among=rule.COUNTED,
)
def people_are_counted_whole(record: Record, page: Page) -> Iterator[Problem]:
    """A count is a whole number: nobody counts 4.52 people.

    A fraction of a person is what is left of a figure that lost its "million", or whose mark
    groups thousands.
    """
    for relation in rule.counts(record, broken=True):
        if not relation.holds() and exchange(record, page) is None:
            value = relation.values[0]
            message = f"{quoted(value)} is a fraction of a count, which cannot be."
            yield explained(judge(record, page, relation), message, f"{figure(value)}")
