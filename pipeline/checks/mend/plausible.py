"""How well a figure fits what is around it, as a log likelihood: 0 is best, -8 is hopeless.

These are the soft reasons that choose between corrections which all mend the same thing: people
per km², the figures of the page's other places, and what reference data say of the place.
"""

from __future__ import annotations

from decimal import Decimal
from math import log
from statistics import median

from pipeline.checks.relation.half import other_half
from pipeline.checks.view.page import Page
from pipeline.checks.view.reference import Known, country_of, place_of
from pipeline.model.value import Record, Value

# Of the 3,300 first-level regions in Wikidata half have 30 to 300 people per km²; pages of sister
# cities lie above. One step of the curve is a factor of e squared.
TYPICAL_DENSITY, DENSITY_STEP = log(300), 2.0
# Places side by side on a page differ by factors of ten, seldom of a hundred.
SIBLING_STEP = 1.5
# Two surveys of one place differ by borders and years, within a factor of about 1.5.
REFERENCE_STEP = 0.4
# There are about as many women as men, within a twentieth, everywhere but in camps of workers.
PARITY_STEP = 0.05
HOPELESS = -8.0
PEERS = ("area_km2", "population")
# Fewer siblings than this are no measure.
FEWEST_SIBLINGS = 2


def plausibility(record: Record, page: Page, value: Value, number: Decimal) -> float:
    """How well a number fits in the place of a value."""
    half = other_half(record, value) if number > 0 else None
    if half is not None and half.number and half.number > 0:
        return _fit(log(number), log(half.number), PARITY_STEP)
    if number <= 0 or value.field not in PEERS:
        return 0.0
    return (
        _density_fit(record, value, number)
        + sibling_fit(page.siblings(value), number)
        + _reference_fit(record, value, number)
    )


def sibling_fit(siblings: tuple[Value, ...], number: Decimal) -> float:
    """How well a number fits the same field of the page's other places."""
    logs = [log(other.number) for other in siblings if other.number and other.number > 0]
    if len(logs) < FEWEST_SIBLINGS:
        return 0.0
    return _fit(log(number), median(logs), SIBLING_STEP)


def _density_fit(record: Record, value: Value, number: Decimal) -> float:
    area = number if value.field == "area_km2" else _number(record, "area_km2")
    people = number if value.field == "population" else _number(record, "population")
    if not area or not people:
        return 0.0
    return _fit(log(people / area), TYPICAL_DENSITY, DENSITY_STEP)


def _reference_fit(record: Record, value: Value, number: Decimal) -> float:
    country = country_of(record)
    most = _of_known(country, value.field)
    if most and number > most * 2:
        return HOPELESS
    known = _of_known(place_of(record), value.field)
    return _fit(log(number), log(known), REFERENCE_STEP) if known else 0.0


def _of_known(known: Known | None, field: str) -> Decimal | None:
    if known is None:
        return None
    return known.area if field == "area_km2" else known.population


def _number(record: Record, field: str) -> Decimal | None:
    value = record.one(field)
    return value.number if value is not None and value.number and value.number > 0 else None


def _fit(number: float, middle: float, step: float) -> float:
    return max(HOPELESS, -(((number - middle) / step) ** 2) / 2)
