"""Checks of a size that is given in two units side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from pipeline.checks.check import check
from pipeline.checks.mend.candidate import COMPUTED, SWAPPED
from pipeline.checks.mend.literal import written
from pipeline.checks.mend.mechanism import exact_candidates
from pipeline.checks.mend.mending import moved
from pipeline.checks.mend.twice import about_equal, choice, mended, slip
from pipeline.checks.view.interval import of
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, plain, quoted, rewritten, shown
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.teaching import OTHER
from pipeline.model.value import Record, Value
from pipeline.normalize.conversion import factor
from pipeline.normalize.text import key
from pipeline.schema.measure import read_measure
from pipeline.schema.vocabulary import BRACKETS

TWO_UNITS = ("area_km2", "elevation_m", "distance_km", "annual_temperature_c")
# What stands between a size and its conversion.
OPENS = frozenset({"(", "/", "or", "（"})
METRES, OTHER_AREA, OTHER_LENGTH = "meter ** 2", "other:area", "other:length"
# "5-7 miles (8-11 km)" is no pair of sizes, but of ranges.
_RANGE = re.compile(r"[-–~]")


@check(
    "A07",
    Severity.WARNING,
    level=1,
    good=("Area: 743 square kilometres (287 sq mi)",),
    bad={
        "Lindenau, Germany\nThe town covers an area of 7.7 square miles (19.9 m²).": ("area_km2",),
        "Area: 743 square kilometres (387 sq mi)": ("area_km2",),
        "Lindenau, Germany\nThe town covers an area of 245.30 sq.km. (2,453 hectares).": (
            "area_km2",
        ),
        "Lindenau, Germany\nThe town has 12,000 people and a beach of 12 km (17 miles).": (
            "other:length",
        ),
        "Elevation (m): 3,281\nElevation (ft): 1,000": ("elevation_m",),
        "Area (sq. km): 380.1\nArea (sq. miles): 320.5": ("area_km2",),
    },
    among=(*TWO_UNITS, OTHER),
)
def two_units_give_one_size(record: Record, page: Page) -> Iterator[Problem]:
    """A size in one unit and, in brackets behind it, in another are the same size.

    The converted figure is rounded, so that one part in fifty is allowed beyond the digits. So are
    lengths of any kind, and temperatures, and two labels or columns that differ in their unit only.
    """
    if OTHER_AREA in record.fields:
        yield from _areas(record, page)
    if OTHER_LENGTH in record.fields:
        yield from _lengths(record, page)
    for field in TWO_UNITS:
        if len(record.all(field)) < 2:
            continue
        best = [value for value in record.all(field) if value.rank == 0 and value.number]
        ordered = sorted(best, key=lambda value: value.evidence.span)
        for one, two in pairwise(ordered):
            between = page.document.text[one.evidence.span.end : two.evidence.span.start]
            agree = about_equal(of(one), of(two))
            if not agree and (exchanged := _exchanged_units(one, two)) is not None:
                yield exchanged
            elif not agree and (between.strip() in OPENS or _labelled_alike(one, two)):
                yield (
                    slip(record, page, one, two)
                    or slip(record, page, two, one)
                    or _digit(one, two)
                    or Problem(
                        f"{quoted(one)} is {figure(one)}, but {quoted(two)} beside it is "
                        f"{figure(two)}.",
                        (one, two),
                        (choice(two), choice(one)),
                        computed=f"{figure(one)} ≠ {figure(two)}",
                    )
                )


def _labelled_alike(one: Value, two: Value) -> bool:
    """Whether two labels differ in their unit only: "Area (sq km)" and "Area (sq miles)"."""
    names, units = zip(*map(_name_and_unit, (one.label, two.label)), strict=True)
    return names[0] == names[1] and units[0] != units[1] and all(units)


def _name_and_unit(label: str) -> tuple[str, str]:
    plain = BRACKETS.sub(lambda found: f" {found[0][1:-1]} ", key(label))
    name, _, unit = read_measure(plain.strip())
    return " ".join(name.split()), unit


def _lengths(record: Record, page: Page) -> Iterator[Problem]:
    """The problems of lengths of any kind whose conversion in brackets is of another length."""
    found = [one for one in record.all(OTHER_LENGTH) if not one.rank and one.number]
    for one, two in pairwise(found):
        start, end = one.evidence.span.end, two.evidence.span.start
        if one.unit == two.unit or page.document.text[start:end].strip() not in OPENS:
            continue
        around = page.document.text[one.evidence.span.start - 2 : two.evidence.span.end + 2]
        times = factor(two.unit, one.unit)
        if _RANGE.search(around) or about_equal(of(one), of(two).scaled(times)):
            continue
        meant = Decimal(round((one.number or Decimal(0)) / times))
        reason = f"{quoted(one)} is as long"
        change = rewritten(two, meant)
        yield Problem(
            f"{quoted(one)} is not {quoted(two)}, but about {meant} of that unit.",
            (two, one),
            (Suggestion(plain(meant), "R13", reason, COMPUTED, (change,)),),
        )


def _areas(record: Record, page: Page) -> Iterator[Problem]:
    """The problems of areas in brackets behind the place's own that are not as large."""
    area = record.one("area_km2")
    for other in record.all(OTHER_AREA) if area is not None and area.number else ():
        if area is None or other.rank or other.label or not other.number:
            continue
        between = page.document.text[area.evidence.span.end : other.evidence.span.start]
        if between.strip() in OPENS:
            yield from _in_metres(area, other) if other.unit == METRES else _unlike(area, other)


def _in_metres(area: Value, other: Value) -> Iterator[Problem]:
    """The problem that the conversion of an area has square metres for km²: 7.7 sq mi (19.9 m²)."""
    if about_equal(of(area), of(other)):
        number, reason = plain(other.number or Decimal(0)), "km² is meant, not square metres"
        change = rewritten(other, number, f"{number} km²")
        yield Problem(
            f"{quoted(other)} beside {quoted(area)} is not as large. Probably {number} km²: "
            f"{reason}.",
            (area, other),
            (Suggestion(number, "R04", reason, -0.7, (change,)),),
        )


def _unlike(area: Value, other: Value) -> Iterator[Problem]:
    """The problem that an area in brackets is not the place's own in another unit: 5 km² (50 ha)."""
    times = factor(other.unit, area.unit)
    if other.unit != area.unit and not about_equal(of(area), of(other).scaled(times)):
        meant = Decimal(round((area.number or Decimal(0)) / times))
        reason = f"{quoted(area)} is as large"
        change = rewritten(other, meant)
        yield Problem(
            f"{quoted(area)} is not {quoted(other)}, but about {shown(meant)} of that unit.",
            (area, other),
            (Suggestion(plain(meant), "R13", reason, COMPUTED, (change,)),),
        )


def _exchanged_units(one: Value, two: Value) -> Problem | None:
    """The problem that two lines of one fact in two units have each other's figure."""
    parts, others = written(one), written(two)
    if parts is None or others is None or not one.label or not two.label:
        return None
    if one.label == two.label or parts.factor == others.factor or parts.amount == others.amount:
        return None
    meant, other = others.amount * parts.factor, parts.amount * others.factor
    if not about_equal(moved(one, meant), moved(two, other)):
        return None
    changes = (rewritten(one, meant), rewritten(two, other))
    reason = f"“{one.label}” and “{two.label}” have each other's figure"
    return Problem(
        f"{quoted(one)} is {figure(one)}, but {quoted(two)} beside it is {figure(two)}. Probably "
        f"{reason}.",
        (one, two),
        (Suggestion(plain(meant), "R07", reason, SWAPPED, changes),),
        computed=f"{figure(one)} ≠ {figure(two)}",
    )


def _digit(one: Value, two: Value) -> Problem | None:
    """The problem that one digit makes the figures of two units agree, the likeliest one."""
    pairs = ((two, one), (one, two))
    fitting = [
        (candidate, wrong, right)
        for wrong, right in pairs
        for candidate in exact_candidates(wrong)
        if about_equal(moved(wrong, candidate.number), of(right))
    ]
    if not fitting:
        return None
    best, wrong, right = max(fitting, key=lambda each: each[0].prior)
    return mended(best, wrong, right)
