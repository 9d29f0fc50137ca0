"""R07: which two figures of a record were exchanged, if any: the ways of telling in order of trial."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pipeline.checks.mend.mending import joins
from pipeline.checks.mend.swap import (
    exchanged_cells,
    exchanged_columns,
    exchanged_decimals,
    exchanged_outliers,
    exchanged_rows,
    swapped,
)
from pipeline.checks.relation import bound, rule
from pipeline.checks.view.page import Page
from pipeline.model.finding import Suggestion
from pipeline.model.value import Record, Value


class Exchange(NamedTuple):
    """Two figures that stand in each other's place, and the correction that puts them right."""

    one: Value
    two: Value
    offer: Suggestion


def exchange(record: Record, page: Page) -> Exchange | None:
    """The two figures of a record that were exchanged, if everything then fits."""
    return next(_exchanges(record, page), None)


def _exchanges(record: Record, page: Page) -> Iterator[Exchange]:
    area, people, density = map(record.one, ("area_km2", "population", "density_per_km2"))
    if area is None or people is None:
        return
    offers = (_swapped(record, page, (area, people)), exchanged_rows(area, people, record, page))
    yield from (Exchange(area, people, offer) for offer in offers if offer is not None)
    if not record.once(rule.has_usual_density):
        cells = (exchanged_cells(area, people, page), exchanged_outliers(area, people, page))
        yield from (Exchange(area, people, offer) for offer in cells if offer is not None)
    if density is None:
        return
    if offer := exchanged_columns(area, people, rule.stated_density(record)):
        yield Exchange(area, people, offer)
    if offer := exchanged_decimals(area, density, page):
        yield Exchange(area, density, offer)


def _swapped(record: Record, page: Page, at: tuple[Value, Value]) -> Suggestion | None:
    area, people = at
    if record.once(rule.has_usual_density):
        return None
    usual = rule.density_range(record, bound.DENSITY)
    if usual is None or usual.holds() or not joins(page, area, people.number or Decimal(0)):
        return None
    return swapped(area, people)
