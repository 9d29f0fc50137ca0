"""The report's map: where places lie, on a world drawn from the places that the lexicon knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from math import sqrt
from typing import NamedTuple

from pipeline.lexicon.tables import countries, places, regions
from pipeline.model.finding import Severity
from pipeline.normalize.geometry import Located, Point
from pipeline.write.position import Cell, position_of
from pipeline.write.reporting.content import Report
from pipeline.write.reporting.picture import MOST_NAMES, Mark, apart

WIDTH, HEIGHT = 720, 330
NORTH, SOUTH = 78.0, -56.0  # degrees; nobody lives beyond
NAMING = ("name", "country", "region")
CELL = 2.5  # degrees between the dots of the background


class Spot(NamedTuple):
    """A place with a doubt: its name, where a click leads, and its position."""

    name: str
    link: str
    point: Point


class WorldMap(NamedTuple):
    """Dots for places, named ones for doubtful places, and the world behind as one path."""

    world: str
    shapes: tuple[Mark, ...]
    named: tuple[Mark, ...]
    width: int = WIDTH
    height: int = HEIGHT


def world_map(cells: Mapping[Cell, int], doubtful: Iterable[Spot]) -> WorldMap | None:
    """The places on a map, None where no position is known."""
    if not cells:
        return None
    dots = (
        Mark(_across(longitude), _down(latitude), round(min(2.5 + sqrt(count), 9), 1), str(count))
        for (latitude, longitude), count in sorted(cells.items())
    )
    named = (
        Mark(_across(one.point.longitude), _down(one.point.latitude), 4, one.name, one.link)
        for one in doubtful
    )
    return WorldMap(_world(), tuple(dots), apart(named, HEIGHT))


def doubtful_spots(report: Report) -> Iterator[Spot]:
    """The places of the report with the gravest findings, as far as their position is known."""
    seen: set[str] = set()
    for finding, place, _ in report.shown:
        if finding.severity == Severity.NOTE or place.record_id in seen or len(seen) == MOST_NAMES:
            continue
        held = {one.field: str(one.value) for one in place.values}
        point = position_of(*(held.get(name, "") for name in ("coordinates", *NAMING)))
        if point:
            seen.add(place.record_id)
            yield Spot(place.name or "(no name)", finding.id, point)


def _across(longitude: float) -> float:
    return round((longitude + 180) / 360 * WIDTH, 1)


def _down(latitude: float) -> float:
    inside = min(max(latitude, SOUTH), NORTH)
    return round((NORTH - inside) / (NORTH - SOUTH) * HEIGHT, 1)


@cache
def _world() -> str:
    """A dot for every stretch of land with a place that the lexicon knows, as an SVG path."""
    known: Iterable[Located] = chain(countries().values(), regions().values(), places())
    cells = {(round(one.latitude / CELL), round(one.longitude / CELL)) for one in known}
    spots = ((_across(x * CELL), _down(y * CELL)) for y, x in sorted(cells))
    return "".join(f"M{x:g} {y:g}h0" for x, y in spots)
