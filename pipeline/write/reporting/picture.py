"""The report's pictures as shapes for templates: agreements by year, the cloud of sizes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from math import log10, sqrt
from typing import NamedTuple

from pipeline.write.reporting.content import Report
from pipeline.write.reporting.figures import GRID, Size
from pipeline.write.reporting.top import Place
from pipeline.write.reporting.wording import grouped

MOST_NAMES = 8
LONGEST_NAME = 24
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 2000)
WIDTH, HEIGHT = 360, 220
LEFT, RIGHT, TOP, BOTTOM = 46, 14, 14, 36
NAME_HEIGHT = 13
SIZE_FIELDS = frozenset(("area_km2", "population", "density_per_km2"))
AREA_DECADES = (-2, 8)  # km²: a hundredth to more than all land
POPULATION_DECADES = (0, 10)


class Mark(NamedTuple):
    """A shape at a place of the picture; what it means is its ``text``."""

    x: float
    y: float
    size: float
    text: str
    link: str = ""


class Plot(NamedTuple):
    """A picture with axes: its shapes, its named shapes and the ticks of both axes."""

    shapes: tuple[Mark, ...]
    named: tuple[Mark, ...]
    across: tuple[Mark, ...]
    upward: tuple[Mark, ...]


class Axis(NamedTuple):
    """A stretch of numbers laid onto a stretch of the picture."""

    low: float
    high: float
    start: float
    end: float

    def at(self, number: float) -> float:
        """Where a number lies, to a tenth; beyond the axis, at its end."""
        part = (min(max(number, self.low), self.high) - self.low) / (self.high - self.low)
        return round(self.start + part * (self.end - self.start), 1)


def agreement_plot(years: Mapping[str, int], today: str) -> Plot | None:
    """Agreements by year as bars, or nothing; years still to come stand apart, in ``named``."""
    counted = {int(year): count for year, count in years.items()}
    if not counted:
        return None
    across = Axis(min(counted) - 1, max(counted) + 1, LEFT, WIDTH - RIGHT)
    upward = Axis(0, max(counted.values()), HEIGHT - BOTTOM, TOP)
    width = max(min((across.end - across.start) / (across.high - across.low) * 0.6, 14), 1)
    bars = {
        year: Mark(across.at(year), upward.at(count), round(width, 1), f"{year}: {count}")
        for year, count in counted.items()
    }
    ahead = tuple(bars.pop(year) for year in counted if today and year > int(today[:4]))
    step = next((s for s in YEAR_STEPS if (max(counted) - min(counted)) / s <= 6), YEAR_STEPS[-1])
    ticks = (
        Mark(across.at(year), HEIGHT - BOTTOM, 0, str(year))
        for year in range(-(-min(counted) // step) * step, max(counted) + 1, step)
    )
    tops = sorted({0, max(counted.values())})
    return Plot(
        tuple(bars.values()),
        ahead,
        tuple(ticks),
        tuple(Mark(LEFT, upward.at(top), 0, str(top)) for top in tops),
    )


class Sized(NamedTuple):
    """A place with its area in km² and its residents, and the finding that a click leads to."""

    name: str
    link: str
    area: float
    people: float


def size_plot(sizes: Mapping[Size, int], doubtful: Iterable[Sized]) -> Plot | None:
    """Area against population on log axes, doubtful places named; nothing below three places."""
    if sum(sizes.values()) < 3:
        return None
    across = _decades((area for area, _ in sizes), AREA_DECADES, (LEFT, WIDTH - RIGHT))
    upward = _decades((people for _, people in sizes), POPULATION_DECADES, (HEIGHT - BOTTOM, TOP))
    dots = (
        Mark(across.at(x / GRID), upward.at(y / GRID), _radius(count), f"{count}")
        for (x, y), count in sizes.items()
    )
    named = tuple(
        Mark(
            across.at(log10(one.area)), upward.at(log10(one.people)), 4, _short(one.name), one.link
        )
        for one in doubtful
    )
    return Plot(
        tuple(dots),
        apart(named, HEIGHT - BOTTOM),
        _ticks(across, upward=False),
        _ticks(upward, upward=True),
    )


def _decades(cells: Iterable[int], bounds: tuple[int, int], place: tuple[float, float]) -> Axis:
    inside = [min(max(cell / GRID, bounds[0]), bounds[1]) for cell in cells]
    return Axis(min(inside) // 1, max(inside) // 1 + 1, *place)


def _radius(count: int) -> float:
    return round(min(2.5 + 0.6 * sqrt(count - 1), 9), 1)


def _ticks(axis: Axis, *, upward: bool) -> tuple[Mark, ...]:
    step = 1 if axis.high - axis.low <= 5 else 2
    decades = range(int(axis.low), int(axis.high) + 1, step)
    places = ((axis.at(decade), _figure(decade)) for decade in decades)
    return tuple(
        Mark(LEFT, at, 0, text) if upward else Mark(at, HEIGHT - BOTTOM, 0, text)
        for at, text in places
    )


def _figure(decade: int) -> str:
    for power, suffix in ((9, " bn"), (6, " m"), (3, " k")):
        if decade >= power:
            return f"{10 ** (decade - power)}{suffix}"
    return grouped(Decimal(1).scaleb(decade))


def doubtful_places(report: Report) -> Iterator[Sized]:
    """The places of the report whose size a finding doubts, the gravest first."""
    seen: set[str] = set()
    for finding, place, _ in report.shown:
        size = _size(place)
        if size is None or place.record_id in seen or not SIZE_FIELDS.intersection(finding.fields):
            continue
        seen.add(place.record_id)
        yield Sized(place.name or f"(no name, line {place.line})", finding.id, *size)
        if len(seen) == MOST_NAMES:
            return


def _size(place: Place) -> tuple[float, float] | None:
    held = {one.field: one.value for one in place.values}
    area, people = held.get("area_km2"), held.get("population")
    if not isinstance(area, Decimal) or not isinstance(people, Decimal) or min(area, people) <= 0:
        return None
    return float(area), float(people)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def apart(marks: Iterable[Mark], lowest: float) -> tuple[Mark, ...]:
    """Gives each name a height of its own, in ``size``, and leaves out what finds no room."""
    placed: list[Mark] = []
    above = float("-inf")
    for mark in sorted(marks, key=lambda one: (one.y, one.x)):
        above = max(mark.y, above + NAME_HEIGHT)
        if above < lowest:
            placed.append(mark._replace(size=round(above + 4, 1)))
    return tuple(placed)
