"""The check of heights and climates against those of the country."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.check import check
from pipeline.checks.view.reference import country_of, elevations, place_of
from pipeline.checks.view.wording import quoted, shown, spoken
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record, Value

# A town's height is stated for its hall or its mean, seldom for its peak: 200 m beyond a country's
# extremes no town lies.
HEIGHT_SLACK = Decimal(200)
# The mean of a year falls from 27 °C at the equator by about 0.45 °C a degree of latitude; seas,
# currents and heights move it by at most this much.
EQUATOR, PER_DEGREE, OFF_BAND = 27.0, 0.45, 18.0
# The mean of a year falls from 27 °C at the equator by about 0.45 °C a degree of latitude; seas,
# currents and heights move it by at most this much.
EQUATOR, PER_DEGREE, OFF_BAND = 27.0, 0.45, 18.0
# The mean of a year falls from 27 °C at the equator by about 0.45 °C a degree of latitude; seas,
# currents and heights move it by at most this much.
EQUATOR, PER_DEGREE, OFF_BAND = 27.0, 0.45, 18.0


@check(
    "E04",
    Severity.WARNING,
    level=5,
    good=("Country: Mongolia\nElevation: 1,350 m",),
    bad={
        "City: Lindenau\nCountry: Netherlands\nElevation: 1,350 m\nPopulation: 12,000": (
            "elevation_m",
        )
    },
    among=("elevation_m", "annual_temperature_c"),
)
def heights_and_climates_fit_the_country(country: Value, record: Record) -> Iterator[Problem]:
    """No town lies higher than its country's highest peak, none is far too warm for its latitude.

    Metres and feet are mistaken for each other, Celsius and Fahrenheit as well. The bounds are the
    country's extremes with a margin, as aware of nothing finer.
    """
    height, warmth = record.one("elevation_m"), record.one("annual_temperature_c")
    if height is not None:
        yield from _out_of_reach(height, country)
    here = place_of(record) or country_of(record)
    if warmth is not None and warmth.number is not None and here is not None:
        expected = EQUATOR - PER_DEGREE * abs(here.point.latitude)
        if abs(float(warmth.number) - expected) > OFF_BAND:
            yield Problem(
                f"A yearly mean of {quoted(warmth)} is not of {here.name}'s latitude, where about "
                f"{round(expected)} °C are usual.",
                (warmth,),
                computed=f"{EQUATOR} − {PER_DEGREE} × {abs(here.point.latitude):.0f}°",
            )


def _out_of_reach(height: Value, country: Value) -> Iterator[Problem]:
    """A height above the highest peak of a country, or below its lowest land."""
    lowest, highest = elevations(str(country.value))
    if height.number is None or not highest:
        return
    if not lowest - HEIGHT_SLACK <= height.number <= highest + HEIGHT_SLACK:
        yield Problem(
            f"{spoken(height.field).capitalize()} {quoted(height)} lies outside {country.value}, "
            f"which reaches from {shown(lowest)} to {shown(highest)} m.",
            (height, country),
        )
