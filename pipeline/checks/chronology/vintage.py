"""Checks of the years that figures of one record are of."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.check import check
from pipeline.checks.view.wording import figure, spoken
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record

# Figures that are read together: more than five years apart, their quotient is of no year.
TOGETHER = (("population", "gdp"), ("population", "households"), ("population", "density_per_km2"))
APART = 5


@check(
    "D07",
    Severity.NOTE,
    level=1,
    good=("Population: 322 thousand people (as of 2018)\nGDP: 9.1 billion yuan (as of 2020)",),
    bad={
        "Population: 322 thousand people (as of 2020)\nGDP: 9.1 billion yuan (as of 2005)": (
            "gdp",
        ),
    },
    among=("gdp", "households", "density_per_km2"),
)
def figures_are_of_one_time(record: Record) -> Iterator[Problem]:
    """Figures that are read together are of about the same year.

    People of one census and money of another make a figure per person that is of no year. They are
    not compared by other checks; the note tells who computes with them.
    """
    for pair in TOGETHER:
        one, two = map(record.one, pair)
        years = [v.as_of[:4] for v in (one, two) if v is not None and v.as_of[:4].isdigit()]
        if one is None or two is None or len(years) < 2:
            continue
        apart = abs(int(years[0]) - int(years[1]))
        if apart > APART:
            older, newer = sorted((one, two), key=lambda value: value.as_of)
            yield Problem(
                f"The {spoken(older.field)}, {figure(older)}, is of {older.as_of}, the "
                f"{spoken(newer.field)} of {newer.as_of}: {apart} years apart.",
                (older, newer),
                computed=f"{newer.as_of[:4]} − {older.as_of[:4]} = {apart}",
            )
