"""R07: two figures of a record that stand in each other's place."""

from __future__ import annotations

from pipeline.checks import bound
from pipeline.checks.candidate import SWAPPED
from pipeline.checks.wording import plain, rewritten
from pipeline.model.finding import Suggestion
from pipeline.model.value import Value

ASSUMED = "unit assumed"


def swapped(area: Value, people: Value) -> Suggestion | None:
    """Area and population exchanged, if neither says by its unit what it is and it then fits.

    The figures as they stand make a density that no place has; exchanged they make a usual one,
    of people who are counted whole.
    """
    if ASSUMED not in area.qualifier or not area.number or not people.number:
        return None
    fits = bound.DENSITY.covers(area.number / people.number)
    if not fits or area.number != area.number.to_integral_value():
        return None
    changes = (rewritten(area, people.number), rewritten(people, area.number))
    reason = "area and population stand in each other's place"
    return Suggestion(plain(people.number), "R07", reason, SWAPPED, changes)
