"""The check of households against the people that live in one."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from pipeline.checks.check import check
from pipeline.checks.mend.repair import explained, judge
from pipeline.checks.relation.relation import multiplied
from pipeline.checks.view.interval import Interval, of, product
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, quoted, span_of
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record, Value
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.text import slug

# Up to a tenth live in homes and barracks, and a mean of another year is a little off.
ELSEWHERE = Interval(Decimal("0.85"), Decimal("1.15"))

LARGEST = 15


@check(
    "A14",
    Severity.WARNING,
    level=1,
    good=(
        "City: Lindenau\nPopulation: 60,996\nHouseholds: 14,021\nHousehold size: 4.35",
        "City: Lindenau\nPopulation: 63,996\nHouseholds: 14,021\nHousehold size: 4.3",
    ),
    bad={
        "City: Lindenau\nPopulation: 60,996\nHouseholds: 14,021\nAverage household size: 3.35": (
            "other:average-household-size",
        ),
        "City: Lindenau\nPopulation: 60,996\nHouseholds: 14,201,000\nHousehold size: 4.35": (
            "households",
        ),
    },
)
def households_times_their_size_are_the_people(
    population: Value, households: Value, record: Record, page: Page
) -> Iterator[Problem]:
    """The people are the households times how many live in one.

    Some live in none, and the mean may be of another year, so that fifteen per cent are allowed.
    More is a digit or a group of digits that slipped in one of the three.
    """
    size = _size(record)
    if size is None:
        return
    relation = multiplied("A14", population, (households, size), ELSEWHERE)
    if relation.holds():
        return
    made = product((of(households), of(size)))
    message = (
        f"{figure(households)} of {quoted(size)} people are {span_of(made)} people, but the text says "
        f"{quoted(population)}."
    )
    yield explained(
        judge(record, page, relation), message, f"{span_of(made)} ≠ {figure(population)}"
    )


def _size(record: Record) -> Value | None:
    """How many live in a household, behind a label of the page's own or one beside that of all."""
    others = [
        one for one in record.all("households") if one.label and not one.in_force and not one.rank
    ]
    own = [one for one in record.values if one.label and one.field in _sizes()]
    return next((one for one in (*own, *others) if one.number and one.number < LARGEST), None)


@cache
def _sizes() -> frozenset[str]:
    """The fields of a page's own that say how many live in a household."""
    words = flatten(toml_table("slips.toml")["household_sizes"])
    return frozenset(f"other:{slug(word)}" for word in words)
