"""Checks of where a place lies: direction, distance and side, against known coordinates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.check import check
from pipeline.checks.claim.compass import apart, degrees_of, direction
from pipeline.checks.view.interval import of
from pipeline.checks.view.reference import Known, place_named, region_named, text_of
from pipeline.checks.view.wording import figure, quoted, shown
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record, Value
from pipeline.normalize.geometry import bearing
from pipeline.normalize.geometry import distance_km as great_circle

# A stated direction is one of eight; a town at the rim of a region lies up to a right angle off
# the line to the region's middle. Beyond that it lies on another side.
OFF_SIDE = 90.0
# Within this distance of a region's middle its towns lie on every side.
NEAR_KM = 150.0
# A place far nearer to another than its region's middle is lies in that one's surroundings.
SURROUNDINGS = 1 / 3
# A city in the stated quarter of a region can still lie a little over the middle of it.
OPPOSITE, OFF_MIDDLE_KM = 135.0, 40.0
# Roads wind, but by no more than this; and no road is shorter than the great circle, which two
# coordinates of one city miss by some kilometres.
WINDING, SLACK_KM = 3.0, 30.0
SHORTEST = 0.7
_SIDE = re.compile(
    r"((?:north|south)?-?(?:east|west)|north|south)(?:ern(?:most)?)?\s+"
    r"(?:area|part|side|end|corner|region)\s+of\s+(?:the\s+)?"
    r"([A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,2})",
    re.IGNORECASE,
)


@check(
    "C04",
    Severity.WARNING,
    level=3,
    good=(
        "City: Darkhan\nCountry: Mongolia\nLocation: 190 km north of Ulaanbaatar",
        "City: Norvale, Oregon, USA\nPopulation: 9,800\nLocation: 7 miles west of Portland",
    ),
    bad={
        "City: Bayannuur sum, Bulgan Province\nCountry: Mongol\nPopulation: 3,200\n"
        "Location: 190 km east of Ulaanbaatar, the capital": ("location",),
    },
)
def places_lie_where_the_text_says(
    distance_km: tuple[Value, ...], record: Record
) -> Iterator[Problem]:
    """A stated direction and distance from a known place lead to where the place lies.

    The place's own coordinates decide, or the middle of its region if that is far enough from the
    other place for the side to be sure. A distance by road is longer than the great circle, never
    shorter; only what no road explains is reported.
    """
    here = _here(record)
    for value in distance_km if here else ():
        if _is_of_another_line(value, record):
            continue
        start = _place_at(value.of, text_of(record, "country"))
        if start is None or here is None:
            continue
        problem = _wrong_side(value, start, here) or _wrong_distance(value, start, here)
        if problem:
            location = record.one("location")
            at = (value,) if location is None else (value, location)
            yield problem._replace(at=at)


def _is_of_another_line(value: Value, record: Record) -> bool:
    """Whether the distance stands behind a label that tells of other things than the place."""
    return any(
        one.label
        and one.field.startswith("other:")
        and one.evidence.span.covers(value.evidence.span)
        for one in record.values
    )


def _place_at(name: str, country: str) -> Known | None:
    """A place by name: in the record's country first, else anywhere."""
    for code in dict.fromkeys((country, "")):
        found = place_named(name, code) or region_named(name, code)
        if found is not None:
            return found
    return None


def _here(record: Record) -> Known | None:
    """Where the record's place lies: its own coordinates, else its region's middle."""
    country, region = text_of(record, "country"), text_of(record, "region")
    own = place_named(text_of(record, "name"), country, "")
    return own or region_named(region, country)


def _wrong_side(value: Value, start: Known, here: Known) -> Problem | None:
    stated = degrees_of(value.qualifier)
    true_distance = great_circle(start.point, here.point)
    if stated is None or true_distance < (NEAR_KM if here.kind == "region" else SLACK_KM):
        return None
    true = bearing(start.point, here.point)
    if apart(stated, true) <= OFF_SIDE or _is_around(value, here, true_distance):
        return None
    return Problem(
        f"{quoted(value)} {value.qualifier} of {value.of} is not where {here.name} lies: it is "
        f"{direction(true)} of {value.of}, {shown(round(true_distance))} km away. Probably "
        f"{direction(true)} is meant, or another {here.name}.",
        computed=f"bearing {round(true)}°, stated {round(stated)}°",
        field="location",
    )


def _is_around(value: Value, here: Known, true_distance: float) -> bool:
    """Whether a place known by its region alone is near the other: "7 miles west of Portland"."""
    near = value.number is not None and float(value.number) < SURROUNDINGS * true_distance
    return here.kind == "region" and near


def _wrong_distance(value: Value, start: Known, here: Known) -> Problem | None:
    true = great_circle(start.point, here.point)
    if here.kind == "region" or value.number is None:
        return None
    stated = of(value)
    if (
        float(stated.high) >= true * SHORTEST - SLACK_KM
        and float(stated.low) <= true * WINDING + SLACK_KM
    ):
        return None
    return Problem(
        f"{quoted(value)} from {value.of}: the great circle is {shown(round(true))} km.",
        computed=f"{figure(value)} against {shown(round(true))} km",
        field="location",
    )


@check(
    "C05",
    Severity.WARNING,
    level=3,
    good=("City: Guiyang\nCountry: China\nLocation: Center of Guizhou Province",),
    bad={
        "City: Zunyi\nCountry: China\nPopulation: 6.6 million\n"
        "Location: southern part of Guizhou": ("location",),
    },
)
def places_lie_on_the_stated_side(location: Value, record: Record) -> Iterator[Problem]:
    """A place in "the northeast area of X" does not lie in the southwest of X.

    Both must be known with coordinates, and the place be clearly off the middle of X; only about
    the opposite side is reported.
    """
    side = _SIDE.search(str(location.value))
    country = text_of(record, "country")
    whole = region_named(side[2], country) if side else None
    here = place_named(text_of(record, "name"), country)
    stated = degrees_of(side[1]) if side else None
    if side is None or stated is None or whole is None or here is None:
        return
    true = bearing(whole.point, here.point)
    if great_circle(whole.point, here.point) > OFF_MIDDLE_KM and apart(stated, true) > OPPOSITE:
        yield Problem(
            f"{quoted(location)} does not fit: {here.name} lies {direction(true)} of the middle "
            f"of {whole.name}.",
            (location,),
            computed=f"bearing {round(true)}°, stated {round(stated)}°",
        )
