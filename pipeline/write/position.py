"""Where the places of records lie, as far as the text or the lexicon says."""

from __future__ import annotations

from pipeline.checks.view.reference import place_named, region_named
from pipeline.normalize.coordinate import read_coordinates
from pipeline.normalize.geometry import Located, Point

Cell = tuple[int, int]


def position_of(coordinates: str, name: str, country: str, region: str) -> Point | None:
    """Where a record's place lies: its own coordinates, else those that the lexicon has of it."""
    own = read_coordinates(coordinates) if coordinates else None
    if own:
        return own
    known = place_named(name, country, region) or region_named(name, country) if name else None
    return known.point if known else None


def cell_of(point: Located) -> Cell:
    """The whole degree that a position lies in."""
    return round(point.latitude), round(point.longitude)
