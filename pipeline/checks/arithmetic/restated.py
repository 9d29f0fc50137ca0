"""Checks of a figure that a profile gives again further down."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from pipeline.checks.check import check
from pipeline.checks.mend.literal import written
from pipeline.checks.mend.twice import choice, slip
from pipeline.checks.view.interval import of
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, quoted, spoken
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record, Value

RESTATED = ("area_km2", "population")
# Who gives a figure more often lists those of many places; comparing all takes time and tells nothing.
MOST_RESTATED = 40
# Two digits of a short figure change places by chance; of people who may be others', one digit more
# has to tell.
TELLING_LENGTH, SURE_LENGTH = 4, 6


@check(
    "A08",
    Severity.WARNING,
    level=1,
    good=("Area: 1,063.83 km2\nThe town has a total area of 1,063.83㎢.",),
    bad={
        "Area: 1,063,000.83 km2\nThe town has a total area of 1,063.83㎢.": ("area_km2",),
        "City: Lindenau\nPopulation: 95,933\nThe town hall, its mayor says, serves 95,393 people.": (
            "population",
        ),
    },
    among=RESTATED,
)
def restated_figures_agree(record: Record, page: Page) -> Iterator[Problem]:
    """An area or population that is given twice is the same both times, but for a slip.

    Pages also give the figures of a centre or of another year, so that two figures differ for good
    reasons. A finding it is only where a slip of the pen makes one of the other: a mark, a group
    of digits, a scale word, a unit, two digits in the other order (of five or more, wherever a
    sentence counts people).
    """
    for field in RESTATED:
        if len(record.all(field)) < 2:
            continue
        best = [value for value in record.all(field) if value.rank == 0 and value.number]
        for one, two in combinations(best[:MOST_RESTATED], 2):
            if of(one).meets(of(two)) or _differs_in_time(one, two):
                continue
            found = slip(record, page, one, two) or slip(record, page, two, one)
            if found or _are_transposed(one, two, TELLING_LENGTH):
                yield found or _transposed(one, two)
    yield from _transposed_people(record)


def _transposed_people(record: Record) -> Iterator[Problem]:
    """The problem that a sentence counts people by the digits of the population in another order."""
    people = record.one("population")
    for other in record.values if people is not None else ():
        if other.unit != "person" or other.label or other.rank or other.field == "population":
            continue
        if people is not None and _are_transposed(people, other, SURE_LENGTH):
            yield _transposed(people, other)


def _differs_in_time(one: Value, two: Value) -> bool:
    return bool(one.as_of and two.as_of and one.as_of[:4] != two.as_of[:4])


def _are_transposed(one: Value, two: Value, least: int) -> bool:
    """Whether two long figures differ by two neighbouring digits that changed places."""
    literals = [parts.digits for value in (one, two) if (parts := written(value))]
    if len(literals) != 2 or len(literals[0]) < least:
        return False
    if len(literals[0]) != len(literals[1]):
        return False
    apart = [at for at, (a, b) in enumerate(zip(*literals, strict=True)) if a != b]
    if len(apart) != 2:
        return False
    first, second = apart
    between = literals[0][first + 1 : second]
    swapped = (
        literals[0][first] == literals[1][second] and literals[0][second] == literals[1][first]
    )
    return swapped and between in {"", ",", "."}


def _transposed(one: Value, two: Value) -> Problem:
    return Problem(
        f"{spoken(one.field).capitalize()} is given as {quoted(one)} and as {quoted(two)}: two "
        f"digits have changed places in one of them.",
        (one, two),
        (choice(one), choice(two)),
        computed=f"{figure(one)} ≠ {figure(two)}",
    )
