"""Checks of people per km²: what area and population make, and what a density says of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.arithmetic.told_size import told_sizes
from pipeline.checks.check import check
from pipeline.checks.mend.copied import is_copied
from pipeline.checks.mend.exchange import exchange
from pipeline.checks.mend.repair import Verdict, explained, judge
from pipeline.checks.mend.swap import turned
from pipeline.checks.relation import bound, rule
from pipeline.checks.relation.choice import (
    as_meant,
    is_kept_otherwise,
    is_of_unknown_unit,
    is_read_against_the_page,
)
from pipeline.checks.relation.habit import is_of_a_column, is_of_other_figures, is_of_other_years
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, quoted, shown, spoken
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value


@check(
    "A04",
    Severity.WARNING,
    level=1,
    good=(
        "Area: 1,615㎢\nPopulation: 581 thousand people",
        "Country: China\nArea: 12.49㎢\nPopulation: 600,000",
    ),
    bad={
        "Area: 8.034㎢\nPopulation: Approximately 4.52 million people": ("area_km2",),
        "Area: 38.5 m²\nPopulation: 340 thousand": ("area_km2",),
        "Area: 640 km²\nPopulation: 48,256\nPopulation density: 754 per km²": ("density_per_km2",),
    },
)
def area_and_population_make_a_density(
    area_km2: Value, population: Value, record: Record, page: Page
) -> Iterator[Problem]:
    """Residents per square kilometre lie between desert and metropolis, and as stated.

    Area and population are the two figures that every page gives and that a lost group of digits,
    a decimal point for a comma or square metres for square kilometres put wrong by a factor of a
    thousand or more. Between 0.5 and 20,000 people per km² nothing is said; up to 60,000, and down
    to 0.005 in countries with empty regions, only where the literal itself shows a slip. A stated
    density tells more: a digit, a decimal mark, two columns exchanged in one row. Where several
    rows of a table miss theirs by little, they are of other years.
    """
    if not (
        population.number and population.number > 0 and area_km2.number and area_km2.number > 0
    ):
        return
    usual = record.once(rule.has_usual_density)
    exchanged = tuple(_exchanged(record, page))
    verdict = None if exchanged or usual else _density_verdict(record, page)
    if exchanged:
        yield from exchanged
    elif verdict is not None:
        yield _beyond(record, verdict)
    else:
        yield from _against_stated(record, page)


def _exchanged(record: Record, page: Page) -> Iterator[Problem]:
    """The problems that two figures stand in each other's place, one a figure, if they then fit."""
    found = exchange(record, page)
    if found is not None:
        yield _in_wrong_place(found.one, found.two, found.offer)
        yield _in_wrong_place(found.two, found.one, turned(found.offer))


def _in_wrong_place(one: Value, two: Value, offer: Suggestion) -> Problem:
    return Problem(
        f"{quoted(one)} as {spoken(one.field)} and {quoted(two)} as {spoken(two.field)} do not fit "
        f"what else is known. Probably {offer.reason}.",
        (one, two),
        (offer,),
        f"{figure(one)}, {figure(two)}",
    )


def _beyond(record: Record, verdict: Verdict) -> Problem:
    area, people = record.held("area_km2")[0], record.held("population")[0]
    made = (people.number or Decimal(0)) / (area.number or Decimal(1))
    message = (
        f"{quoted(area)} for {figure(people)} makes {shown(made)} people per km², which no such "
        f"place has."
    )
    return explained(verdict, message, _computed(area, people))


def _density_verdict(record: Record, page: Page) -> Verdict | None:
    """Who is to blame for a density outside the bounds; None if it is inside or cannot be told."""
    widest, usual = rule.density_range(record), rule.density_range(record, bound.DENSITY)
    if usual is None or usual.holds() or as_meant(record, usual) is not None:
        return None
    if is_of_a_column(page) or is_read_against_the_page(record, page, usual):
        return None
    if any(is_of_unknown_unit(value, page) for value in usual.values):
        return None
    beyond = widest is not None and not widest.holds()
    relation = widest if widest is not None and beyond else usual
    verdict = judge(record, page, relation, told_sizes(record, page))
    sure = beyond and not is_kept_otherwise(record, usual)
    return verdict if sure or verdict.is_evident else None


def _against_stated(record: Record, page: Page) -> Iterator[Problem]:
    """The problem that the density stated is not that of the area and the people."""
    if record.one("density_per_km2") is None:
        return
    usual = (
        None if record.once(rule.has_usual_density) else rule.density_range(record, bound.DENSITY)
    )
    area = as_meant(record, usual) if usual is not None and not usual.holds() else None
    stated = rule.stated_density(record, area)
    if stated is None or stated.holds() or is_kept_otherwise(record, stated):
        return
    people, density, size = stated.values
    if is_of_other_years(page, stated) or is_of_other_figures(page):
        return
    if any(is_copied(page, one) for one in (people, size)):
        return
    made = (people.number or Decimal(0)) / (size.number or Decimal(1))
    message = (
        f"{figure(people)} on {figure(size)} are {shown(made)} people per km², but the text says "
        f"{quoted(density)}."
    )
    verdict = judge(record, page, stated, told_sizes(record, page))
    yield explained(verdict, message, _computed(size, people))


def _computed(area: Value, people: Value) -> str:
    size, number = area.number or Decimal(1), people.number or Decimal(0)
    return f"{shown(number)} people ÷ {shown(size)} km² = {shown(number / size)} per km²"
