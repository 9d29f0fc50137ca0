"""What reference data know of a record's place: shown beside the text, never put in its stead."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline.lexicon.tables import Country, PlaceReference, Region, toml_table
from pipeline.model.value import Record
from pipeline.normalize.geometry import Point
from pipeline.normalize.place import country_code
from pipeline.normalize.places.reference import (
    country_reference,
    place_reference,
    region_reference,
)

# Countries of settlers, who brought the names of their towns along, and named them after saints.
NAMES_REPEAT = frozenset(
    {"US", "CA", "AU", "NZ", "GB", "IE", "ZA", "MX", "PH", "BR", "AR", "CO", "ES"}
)
# A country with fewer people per km² than this has whole counties that are all but empty
# (Mongolia 2, Russia 9, the United States 36): an emptiness there proves nothing.
SPARSE = Decimal(40)
# Where more live than this, not even the mountains are empty.
CROWDED = Decimal(200)
# Kinds of place that are so dense in no country.
SMALL_OR_WIDE = frozenset(
    {"town", "township", "village", "island", "county", "province", "prefecture", "state", "region"}
)


# Kinds of place that are one and the same in another country's or translator's words.
TOWNS = frozenset({"city", "town", "municipality", "metropolis", "council", "commune"})
PROVINCES = frozenset(
    {"province", "state", "region", "prefecture", "oblast", "krai", "republic", "territory"}
)

Listed = Country | Region | PlaceReference


class Known(NamedTuple):
    """A place of the reference tables: km² and residents, None where not known.

    ``kind`` is the table that has it (place, region, country), ``row_kind`` what it calls it.
    """

    name: str
    kind: str
    row_kind: str
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
    """What is known of the record's own place: a city, else a first-level region, or the country.

    A name may be that of a district and of the city in it: where the record says which kind of
    place it is, only a row of such a kind is meant.
    """
    name, country = text_of(record, "name"), text_of(record, "country")
    kind = text_of(record, "place_kind").casefold()
    found = place_named(name, country, text_of(record, "region"))
    if found is not None and kind and not _are_alike(kind, found.row_kind):
        found = None
    return found or _region_of_kind(name, country, kind) or _country_named(name, country)


def is_town(kind: str) -> bool:
    """Whether a kind of place is a town in some country's words: a "metropolitan city" is one."""
    return kind in TOWNS or kind.endswith("city")


def _are_alike(kind: str, other: str) -> bool:
    """Whether two kinds of place can be one: a "metropolitan city" is a city, an oblast none."""
    city, other_city = map(is_town, (kind, other))
    return kind == other or (city and other_city) or {kind, other} <= PROVINCES


def _region_of_kind(name: str, country: str, kind: str) -> Known | None:
    """A region, where the record is surely of one: without its kind the name may be its capital's."""
    found = region_named(name, country)
    said = kind or _kind_in(name)
    sure = found is not None and (
        is_town(found.row_kind) if not said else _are_alike(said, found.row_kind)
    )
    return found if sure else None


def _kind_in(name: str) -> str:
    """The kind of a region that is part of a name, "Kochi Prefecture", or empty."""
    words = name.casefold().split()
    return next((word for word in words if word in PROVINCES), "")


def _country_named(name: str, country: str) -> Known | None:
    """The country itself, where it is the record's own place."""
    found = country_reference(country) if country and country_code(name) == country else None
    return _known(name, "country", found) if found else None


def is_sparse(record: Record) -> bool:
    """Whether the record's country has regions that are all but empty; False if it is unknown."""
    density = _density(country_of(record))
    return density is not None and density < SPARSE


def is_crowded(record: Record) -> bool:
    """Whether no region of the record's country is empty; False if it is unknown."""
    density = _density(country_of(record))
    return density is not None and density > CROWDED


def _density(known: Known | None) -> Decimal | None:
    if known is None or not known.area or not known.population:
        return None
    return known.population / known.area


def _known(name: str, kind: str, row: Listed) -> Known:
    row_kind = kind if isinstance(row, Country) else row.kind
    return Known(
        name, kind, row_kind, row.area_km2, row.population, Point(row.latitude, row.longitude)
    )


def elevations(code: str) -> tuple[Decimal, Decimal]:
    """The lowest and highest point of a country in metres; zeros where it is not known."""
    found = country_reference(code)
    return (found.lowest_m, found.highest_m) if found else (Decimal(0), Decimal(0))


def is_loosely_built(record: Record) -> bool:
    """Whether no place of the record's kind, or none in its country, has 30,000 people per km²."""
    return kind_in_name(record) in SMALL_OR_WIDE or text_of(record, "country") in _loosely_built()


@cache
def _loosely_built() -> frozenset[str]:
    return frozenset(toml_table("slips.toml")["loosely_built"])


def kind_in_name(record: Record) -> str:
    """The kind of place that a record's name itself says, "Norvale Town", or empty.

    Hangul's are syllables with which foreign names end as well: 캘거리 is no village (리).
    """
    name, kind = record.one("name"), record.one("place_kind")
    if name is None or kind is None or not name.evidence.span.meets(kind.evidence.span):
        return ""
    ambiguous = "\uac00" <= name.evidence.text[-1:] <= "\ud7a3"
    return "" if ambiguous else text_of(record, "place_kind").casefold()
