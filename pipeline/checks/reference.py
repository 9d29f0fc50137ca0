"""What reference data know of a record's place: shown beside the text, never put in its stead."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from pipeline.lexicon.tables import Country, PlaceReference, Region
from pipeline.model.value import Record
from pipeline.normalize.geometry import Point
from pipeline.normalize.place_reference import (
    country_reference,
    place_reference,
    region_reference,
)

# A country with fewer people per km² than this has whole counties that are all but empty
# (Mongolia 2, Russia 9, the United States 36): an emptiness there proves nothing.
SPARSE = Decimal(40)


Listed = Country | Region | PlaceReference


class Known(NamedTuple):
    """A place of the reference tables: km² and residents, None where not known."""

    name: str
    kind: str
    area: Decimal | None
    population: Decimal | None
    point: Point


def text_of(record: Record, field: str) -> str:
    """The text that a record holds in a field, or empty."""
    value = record.one(field)
    return value.value if value is not None and isinstance(value.value, str) else ""


def country_of(record: Record) -> Known | None:
    """The country that a record names."""
    code = text_of(record, "country")
    found = country_reference(code) if code else None
    return _known(code, "country", found) if found else None


def region_named(name: str, country: str) -> Known | None:
    """A province, state or prefecture by name; the country may be empty."""
    found = region_reference(name, country) if name else None
    return _known(name, "region", found) if found else None


def place_named(name: str, country: str = "", region: str = "") -> Known | None:
    """A city or district by name, in a region if that is named and known."""
    within = region_reference(region, country) if region else None
    found = place_reference(name, country, within.code if within else "") if name else None
    return _known(name, "place", found) if found else None


def whole_named(name: str, country: str) -> Known | None:
    """What a share is a share of: a region, else a place of that name."""
    return region_named(name, country) or place_named(name, country)


def place_of(record: Record) -> Known | None:
    """What is known of the record's own place: as a city, else as a first-level region."""
    name, country = text_of(record, "name"), text_of(record, "country")
    return place_named(name, country, text_of(record, "region")) or region_named(name, country)


def is_sparse(record: Record) -> bool:
    """Whether the record's country has regions that are all but empty; False if it is unknown."""
    country = country_of(record)
    if country is None or not country.area or not country.population:
        return False
    return country.population / country.area < SPARSE


def _known(name: str, kind: str, row: Listed) -> Known:
    return Known(name, kind, row.area_km2, row.population, Point(row.latitude, row.longitude))


def elevations(code: str) -> tuple[Decimal, Decimal]:
    """The lowest and highest point of a country in metres; zeros where it is not known."""
    found = country_reference(code)
    return (found.lowest_m, found.highest_m) if found else (Decimal(0), Decimal(0))
