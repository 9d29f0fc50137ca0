"""Figures and literals in the words of a message: ``1,220,000``, ``“8.034㎢”``."""

from __future__ import annotations

from decimal import Decimal

from pipeline.checks.view.interval import Interval
from pipeline.model.finding import Change
from pipeline.model.value import Value
from pipeline.schema.place import AGREEMENTS

AGREEMENT_FIELD = "agreement_dates"
_PLACES = 4
_UNITS = {
    "area_km2": " km²",
    "population": " people",
    "density_per_km2": " per km²",
    "elevation_m": " m",
    "distance_km": " km",
    "annual_temperature_c": " °C",
    "annual_rainfall_mm": " mm",
    "industry_shares": " %",
    "poverty_rate": " %",
    "area_share": " %",
    "population_share": " %",
}
_SPOKEN = {
    "area_km2": "area",
    "density_per_km2": "density",
    "gdp": "GDP",
    "gdp_per_capita": "GDP per person",
    "elevation_m": "elevation",
    "industry_shares": "shares of the industries",
    "annual_temperature_c": "mean temperature",
    "annual_rainfall_mm": "rainfall",
    "distance_km": "distance",
    "founded": "founding date",
}


def shown(number: Decimal | float) -> str:
    """A number for a reader: grouped by commas, four significant digits behind a point."""
    exact = number if isinstance(number, Decimal) else Decimal(repr(number))
    if not exact.is_finite():
        return "any number"
    if exact == exact.to_integral_value() or abs(exact) >= 10**_PLACES:
        return f"{exact.to_integral_value():,f}"
    digits = max(0, _PLACES - 1 - exact.adjusted())
    text = f"{round(exact, digits):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def plain(number: Decimal) -> str:
    """A number for a table: positional, without exponent, padding or grouping."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def rewritten(value: Value, to: Decimal | str, corrected: str = "") -> Change:
    """The change of a value's literal to another value, and how that would be written there."""
    number = to if isinstance(to, str) else plain(to)
    return Change(value.field, value.id, value.evidence.text, number, corrected)


def span_of(interval: Interval) -> str:
    """An interval for a reader: one figure where both ends show the same."""
    low, high = shown(interval.low), shown(interval.high)
    return low if low == high else f"{low} to {high}"


def quoted(value: Value) -> str:
    """The literal as it stands in the text, in quotation marks."""
    return f"“{' '.join(value.evidence.text.split())}”"


def figure(value: Value) -> str:
    """The figure with its unit: ``8.034 km²``."""
    number = value.number
    return quoted(value) if number is None else with_unit(value, number)


def with_unit(value: Value, number: Decimal) -> str:
    """A number in the unit of a value."""
    unit = f" {value.currency}" if value.currency else _UNITS.get(value.field, "")
    return shown(number) + unit


def spoken(field: str) -> str:
    """The field in a sentence: ``GDP per person``."""
    name = field.removeprefix("other:")
    return _SPOKEN.get(name, name.replace("_", " ").replace("-", " "))


def finding_field(field: str) -> str:
    """The field as findings name it: every agreement date is ``agreement_dates``."""
    return AGREEMENT_FIELD if field in AGREEMENTS else field
