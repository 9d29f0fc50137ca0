"""Columns of a table that keep one ratio row by row: people and electors, people and households."""

from __future__ import annotations

from collections.abc import Mapping
from math import log
from statistics import median
from typing import NamedTuple

from pipeline.checks.view.page import Page
from pipeline.model.value import Record

# From four rows on; half of them within a sixth of the middle ratio make it a steady one, and a row
# that is three times off has a figure of something else.
FEWEST, STEADY, OFF = 4, 0.15, log(3)
PEOPLE = "population"


class Ratio(NamedTuple):
    """The logarithm of the usual ratio of people to another column."""

    middle: float


def is_off(record: Record, page: Page, people: float) -> bool:
    """Whether a number of people breaks a steady ratio of the page to another of its columns."""
    return any(
        abs(log(people / own) - ratio.middle) > OFF
        for field, ratio in page.once(_steady).items()
        if people > 0 and (own := _figure(record, field)) > 0
    )


def _steady(page: Page) -> Mapping[str, Ratio]:
    """The columns of counts that keep a steady ratio to the people, by field."""
    ratios: dict[str, list[float]] = {}
    for record in page.records:
        people = _figure(record, PEOPLE)
        for field in {value.field for value in record.values if value.label} if people > 0 else ():
            if field not in {PEOPLE, "area_km2"} and (own := _figure(record, field)) > 0:
                ratios.setdefault(field, []).append(log(people / own))
    return {field: Ratio(median(logs)) for field, logs in ratios.items() if _is_steady(logs)}


def _is_steady(logs: list[float]) -> bool:
    middle = median(logs)
    return len(logs) >= FEWEST and median(abs(one - middle) for one in logs) <= STEADY


def _figure(record: Record, field: str) -> float:
    """A whole figure of a labelled column, 0 where there is none."""
    value = record.one(field)
    if value is None or value.number is None or value.unit not in {"", "person", "household"}:
        return 0.0
    return float(value.number) if value.number == value.number.to_integral_value() else 0.0
