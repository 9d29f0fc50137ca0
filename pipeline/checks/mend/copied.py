"""R08: a figure that the profile above or below has as well."""

from __future__ import annotations

from decimal import Decimal

from pipeline.checks.mend.literal import written
from pipeline.checks.relation import bound, rule
from pipeline.checks.view.page import Page
from pipeline.checks.view.reference import place_of, text_of
from pipeline.model.value import Record, Value

# People are counted one by one: three digits are shared by one pair of places in a thousand.
RARE_PEOPLE = 3
COPIED = ("area_km2", "population", "households", "gdp", "elevation_m")
# Among a page's figures of one field, this many significant digits are not shared by chance; with
# fewer, the figure must also make an unusual density in one of the two records.
RARE_DIGITS = 4
# With this many no two places of a page share one, however far apart they stand.
UNIQUE, SIZES = 5, ("area_km2", "population")
# A figure is a place's own within this factor of its reference, and surely not its own beyond that.
OWN, ANOTHERS = 2.0, 3.0


def is_copied(page: Page, value: Value) -> bool:
    """Whether a telling figure is that of a neighbouring profile as well."""
    own = page.record_of(value)
    if own is None or not is_telling(value):
        return False
    found = (record.one(value.field) for record in page.neighbours(own))
    return any(other is not None and other.number == value.number for other in found)


def is_telling(value: Value) -> bool:
    """Whether a figure has more digits than two places share by chance."""
    return digits(value) >= (RARE_PEOPLE if value.field == "population" else RARE_DIGITS)


def is_at_odds(record: Record) -> bool:
    """Whether the record's figures miss its stated density, or make one that is hardly ever seen."""
    stated = rule.stated_density(record)
    if stated is not None:
        return not stated.holds()
    density = density_of(record)
    return density > 0 and not bound.DENSITY.covers(Decimal(density))


def density_of(record: Record) -> float:
    """People per km², 0 where either is not known."""
    area, people = record.one("area_km2"), record.one("population")
    if area is None or people is None or not area.number or not people.number:
        return 0.0
    return float(people.number / area.number)


def digits(value: Value) -> int:
    """The significant digits of a literal."""
    parts = written(value)
    found = "".join(one for one in (parts.digits if parts else "") if one.isdigit())
    return len(found.strip("0"))


def fits_only(own: Record, value: Value, other: Record) -> bool:
    """Whether a figure is of the order that references have for one place, and not for another."""
    here, there = (_times(record, value) for record in (own, other))
    return 0 < here <= OWN and there >= ANOTHERS


def _times(record: Record, value: Value) -> float:
    """How many times larger or smaller a figure is than a reference has it; 0 where none has."""
    known = place_of(record) if text_of(record, "country") else None
    figure = known and (known.area if value.field == "area_km2" else known.population)
    if not figure or not value.number:
        return 0.0
    return float(max(value.number / figure, figure / value.number))
