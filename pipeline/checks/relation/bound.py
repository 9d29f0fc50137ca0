"""Bounds that figures of places keep: what cannot be, what is hardly ever, by field."""

from __future__ import annotations

from decimal import Decimal

from pipeline.checks.view.interval import Interval


def _between(low: str, high: str) -> Interval:
    return Interval(Decimal(low), Decimal(high))


# What cannot be (F04). Russia has 17.1 million km², India and China 1.45 billion people each; the
# mean of a year was never measured below -60 °C or above 35 °C, nor more than 13,300 mm of rain;
# no place
# has less than a tenth of a hectare, where halls begin (the Vatican has 44); people live from 430 m below the sea (the Dead Sea) to 5,100 m above it (La Rinconada).
POSSIBLE = {
    "area_km2": _between("0.001", "17200000"),
    "population": _between("1", "1500000000"),
    "households": _between("1", "600000000"),
    "density_per_km2": _between("0.001", "100000"),
    "elevation_m": _between("-430", "8849"),
    "annual_temperature_c": _between("-60", "35"),
    "annual_rainfall_mm": _between("0", "13300"),
    "poverty_rate": _between("0", "100"),
    "industry_shares": _between("0", "100"),
    "area_share": _between("0", "100"),
    "population_share": _between("0", "100"),
    "gdp": _between("1", "1e16"),
    "gdp_per_capita": _between("1", "1e10"),
    "distance_km": _between("0", "20040"),
}
# The most people of a kind of place (F04): Humen has a million, Chongqing 32 millions.
MOST_PEOPLE = {"village": Decimal(500_000), "town": Decimal(2_000_000)} | dict.fromkeys(
    ("city", "municipality", "district", "county", "ward", "borough"), Decimal(40_000_000)
)

# People per km² (A04). Above 60,000 live only some quarters of Dhaka, Manila and Mumbai; between
# 20,000 and 60,000 the centres of large cities do, so that a finding there wants a literal that
# shows its slip. In crowded countries (Germany, Japan, Korea, the Philippines) no unit has less
# than one; in some countries no town is as dense as 30,000, and villages are so nowhere. Below 0.5 are deserts, tundra and typing mistakes; in countries that have such
# deserts a finding down to 0.005 wants that evidence as well.
DENSITY = _between("0.5", "20000")
DENSITY_CROWDED = _between("1", "60000")
DENSITY_AT_ALL = _between("0.5", "60000")
LOOSE = Decimal(30_000)
DENSITY_SPARSE = _between("0.005", "60000")


def possible(field: str, kind: str) -> Interval | None:
    """What a field of a place of some kind can be at all; None if nothing is known of the field."""
    bounds = POSSIBLE.get(field)
    if bounds is None or field != "population" or kind not in MOST_PEOPLE:
        return bounds
    return bounds._replace(high=MOST_PEOPLE[kind])
