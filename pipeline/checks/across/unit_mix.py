"""The check of a column's units: one row in hectares among rows in km²."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.across.apart import APART, NEAR, crowding
from pipeline.checks.check import check
from pipeline.checks.mend.candidate import OTHER_UNIT
from pipeline.checks.mend.literal import written
from pipeline.checks.relation.reference_rule import references
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, plain, quoted, rewritten, shown
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value

# So many rows with one unit have a habit, and one row may fall out of it.
FEWEST = 3
LONGEST_UNIT = 24
_SPELT = re.compile(r"[^\d\s.,'’]\D*2?\s*$")


@check(
    "X07",
    Severity.WARNING,
    level=2,
    good=(
        (
            "City: Ashfield\nArea: 42 km²\nPopulation: 14,233\n\n"
            "City: Brookton\nArea: 36 km²\nPopulation: 11,733\n\n"
            "City: Corwen\nArea: 12 km²\nPopulation: 3,947\n\n"
            "City: Denby\nArea: 58 ha\nPopulation: 211"
        ),
    ),
    bad={
        "City: Ashfield\nArea: 42 km²\nPopulation: 14,233\n\n"
        "City: Brookton\nArea: 36 km²\nPopulation: 11,733\n\n"
        "City: Corwen\nArea: 12 km²\nPopulation: 3,947\n\n"
        "City: Denby\nArea: 58 ha\nPopulation: 9,211": ("area_km2",)
    },
)
def one_column_has_one_unit(
    area_km2: Value, population: Value, record: Record, page: Page
) -> Iterator[Problem]:
    """The areas of one list are of one unit, or of the size that their unit says.

    Lists are typed row by row: a unit of the row before, or of another list, stays. Where all other
    areas have one unit, and people live on the one with another as nowhere else on the page, while
    in the others' unit they live as everywhere, the unit is in doubt; not where a reference has the
    size as it is written.
    """
    usual = page.once(_odd_unit).get(area_km2.id)
    parts = written(area_km2) if usual else None
    if usual is None or parts is None or not population.number or not area_km2.number:
        return
    others, number = crowding(record, page), parts.amount * usual[1]
    if others is None or not number:
        return
    now, then = population.number / area_km2.number, population.number / number
    if others.is_near(now, APART) or not others.is_near(then, NEAR) or _is_known(record):
        return
    reason = f"the page's other areas are in {usual[0]}"
    literal = f"{parts.digits} {usual[0]}"
    offer = Suggestion(
        plain(number), "R04", reason, OTHER_UNIT, (rewritten(area_km2, number, literal),)
    )
    yield Problem(
        f"{quoted(area_km2)} is {figure(area_km2)}, which makes {shown(now)} people per km² where the "
        f"page's others have {shown(others.least)} to {shown(others.most)}. Probably “{literal}”: "
        f"{reason}.",
        (area_km2, population),
        (offer,),
        computed=f"{shown(population.number)} ÷ {shown(area_km2.number)} = {shown(now)}",
    )


def _is_known(record: Record) -> bool:
    """Whether a reference has the area about as it is written."""
    return any(
        one.values[0].field == "area_km2" and one.bounds is not None and one.bounds.low > 0
        for one in references(record)
        if one.holds()
    )


def _odd_unit(page: Page) -> dict[str, tuple[str, Decimal]]:
    """The one area with a unit of its own, with the others' unit and how many km² it has."""
    spelt = [(value, _unit_of(value)) for _, value in page.held("area_km2")]
    ranked = Counter(unit for _, unit in spelt if unit).most_common()
    if len(ranked) != 2 or ranked[0][1] < FEWEST or ranked[1][1] != 1:
        return {}
    usual, odd = ranked[0][0], ranked[1][0]
    of_usual = next(written(value) for value, unit in spelt if unit == usual)
    of_odd, value = next((written(value), value) for value, unit in spelt if unit == odd)
    if of_usual is None or of_odd is None or of_usual.factor == of_odd.factor:
        return {}
    return {value.id: (usual, of_usual.factor)}


def _unit_of(value: Value) -> str:
    """The unit of a literal as it is spelt, or empty."""
    match = _SPELT.search(value.evidence.text[-LONGEST_UNIT:])
    return match[0].strip() if match else ""
