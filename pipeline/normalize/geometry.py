"""Distances and directions between places on the sphere."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin, sqrt
from typing import NamedTuple, Protocol

EARTH_RADIUS_KM = 6371.0088  # mean radius of the GRS 80 ellipsoid (IUGG)


class Located(Protocol):
    """Anything with a latitude and a longitude in degrees, north and east positive."""

    @property
    def latitude(self) -> float:
        """Degrees north of the equator."""

    @property
    def longitude(self) -> float:
        """Degrees east of Greenwich."""


class Point(NamedTuple):
    """A position in degrees, north and east positive."""

    latitude: float
    longitude: float


def distance_km(a: Located, b: Located) -> float:
    """Length of the great circle between two positions, by the haversine formula."""
    south, north = radians(a.latitude), radians(b.latitude)
    half_height = (north - south) / 2
    half_width = radians(b.longitude - a.longitude) / 2
    haversine = sin(half_height) ** 2 + cos(south) * cos(north) * sin(half_width) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(haversine)))


def bearing(a: Located, b: Located) -> float:
    """Direction in which b lies from a, in degrees clockwise from north, 0 to below 360."""
    from_, to = radians(a.latitude), radians(b.latitude)
    turn = radians(b.longitude - a.longitude)
    east = sin(turn) * cos(to)
    north = cos(from_) * sin(to) - sin(from_) * cos(to) * cos(turn)
    return degrees(atan2(east, north)) % 360
