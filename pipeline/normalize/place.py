"""Places by name: countries and regions that a text names, and what the tables know of them.

This is the door to the modules ``place_*``; nothing here is ever a fuzzy guess.
"""

from __future__ import annotations

from pipeline.normalize.geometry import bearing, distance_km
from pipeline.normalize.places.country import country_code, country_readings
from pipeline.normalize.places.mention import find_countries, told_names
from pipeline.normalize.places.reference import (
    country_reference,
    place_reference,
    region_country,
    region_reference,
)
from pipeline.normalize.places.region import find_regions
from pipeline.normalize.places.sign import country_sign

__all__ = [
    "bearing",
    "country_code",
    "country_readings",
    "country_reference",
    "country_sign",
    "distance_km",
    "find_countries",
    "find_regions",
    "place_reference",
    "region_country",
    "region_reference",
    "told_names",
]
