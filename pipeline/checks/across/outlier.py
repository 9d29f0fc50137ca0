"""Checks of figures far from all others of their kind: on a page, and over the folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import log
from statistics import median
from typing import NamedTuple

from pipeline.checks.across.apart import lost_mark, lost_thousands
from pipeline.checks.check import check
from pipeline.checks.mend.exchange import exchange
from pipeline.checks.mend.scale import lost_scale
from pipeline.checks.relation import rule
from pipeline.checks.relation.habit import is_of_a_column
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, quoted, shown, spoken
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record, Value

# Iglewicz and Hoaglin (1993) call a robust z-score beyond 3.5 an outlier; the spread of so few
# logarithms is never taken below a factor of 1.65.
OUTLIER_SCORE, LEAST_SPREAD, TO_SIGMA = 3.5, 0.5, 1.4826
# The emptiest county beside its city is this many times emptier; beyond lie areas of provinces.
EMPTIER = 30
# Fewer places than this make no distribution.
FEWEST = 6


@check(
    "F05",
    Severity.WARNING,
    level=2,
    good=("Area: 425㎢\nPopulation: 1,220,000",),
    bad={
        "City: Ashfield\nArea: 425 km²\nPopulation: 4.2 million\n\n"
        "City: Brookton\nArea: 360 km²\nPopulation: 1.7 million\n\n"
        "City: Corwen\nArea: 125 km²\nPopulation: 947": ("population",),
        "City: Ashfield\nArea: 42.51 km²\nPopulation: 4,233\n\n"
        "City: Brookton\nArea: 36.04 km²\nPopulation: 1,733\n\n"
        "City: Corwen\nArea: 12.55 km²\nPopulation: 1,947\n\n"
        "City: Denby\nArea: 586 km²\nPopulation: 1,211": ("area_km2",),
    },
)
def figures_are_of_their_neighbours_order(
    area_km2: Value, population: Value, record: Record, page: Page
) -> Iterator[Problem]:
    """A figure far from all others on the page also makes a density far from all others.

    Sizes differ by nature: only where one figure is an outlier by the median of the logarithms,
    and the people per km² that it makes are one as well, is the figure in doubt: it is of a whole
    province, of a part, or has lost a scale word that the others have. A place that is far denser
    than its neighbours is their city, and no mistake. Three neighbours are enough where a figure
    lacks the decimals that all of them have, or where people are thirty times fewer than anywhere
    else, and per km² as well.
    """
    at = (record, page, area_km2, population)
    lost = lost_scale(population, page) or lost_mark(*at) or lost_thousands(*at)
    if lost is not None:
        yield lost
        return
    range_ = None if record.once(rule.has_usual_density) else rule.density_range(record)
    if (range_ is not None and not range_.holds()) or is_of_a_column(page):
        return
    densities = page.once(_densities)
    here = population.number / area_km2.number if population.number and area_km2.number else None
    density = page.once(_usual_density)
    if here is None or here <= 0 or density.score(float(here)) >= -OUTLIER_SCORE:
        return
    if float(here) * EMPTIER > median(densities) or exchange(record, page) is not None:
        return
    scores = {
        value.field: usual(_figures(page.siblings(value))).score(float(value.number))
        for value in (area_km2, population)
        if value.number
    }
    worst = max((area_km2, population), key=lambda value: abs(scores.get(value.field, 0.0)))
    other = population if worst is area_km2 else area_km2
    if abs(scores.get(worst.field, 0.0)) > OUTLIER_SCORE:
        yield _far(worst, other, here, page)


def _far(worst: Value, other: Value, here: Decimal, page: Page) -> Problem:
    """The problem of a figure that makes a density far from the page's others."""
    middle, densities = median(_figures(page.siblings(worst))), page.once(_densities)
    area, people = (worst, other) if worst.field == "area_km2" else (other, worst)
    return Problem(
        f"{spoken(worst.field).capitalize()} {quoted(worst)} is far from the page's others, "
        f"whose middle is {shown(middle)}, and with {figure(other)} makes {shown(here)} "
        f"people per km² where the others have about {shown(median(densities))}. It may be "
        f"that of a larger region or of a part of the place.",
        (worst, other),
        computed=f"{shown(people.number or 0)} ÷ {shown(area.number or 0)} = {shown(here)}",
    )


class Usual(NamedTuple):
    """Middle and spread of the logarithms of some figures; ``enough`` are there to tell."""

    middle: float
    spread: float
    enough: bool

    def score(self, number: float) -> float:
        """How many robust deviations the logarithm of a number is off; 0 by too few figures."""
        if not self.enough or number <= 0:
            return 0.0
        return (log(number) - self.middle) / max(self.spread, LEAST_SPREAD)


def usual(others: Sequence[float]) -> Usual:
    """What is usual among some figures, those above zero."""
    logs = [log(other) for other in others if other > 0]
    if len(logs) < FEWEST:
        return Usual(0.0, 0.0, enough=False)
    middle = median(logs)
    return Usual(middle, TO_SIGMA * median(abs(one - middle) for one in logs), enough=True)


def _usual_density(page: Page) -> Usual:
    return usual(page.once(_densities))


def _densities(page: Page) -> tuple[float, ...]:
    found = []
    for record in page.records:
        area, people = record.one("area_km2"), record.one("population")
        if area is not None and people is not None and area.number and people.number:
            found.append(float(people.number / area.number))
    return tuple(found)


def _figures(values: Sequence[Value]) -> list[float]:
    return [float(value.number) for value in values if value.number and value.number > 0]
