"""Figures that set one place apart from all its neighbours: a mark, a scale word or a unit is lost."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from pipeline.checks.mend.candidate import INHERITED, MISPLACED
from pipeline.checks.mend.column import decimals, usual_decimals
from pipeline.checks.mend.exchange import exchange
from pipeline.checks.mend.literal import written
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, plain, quoted, rewritten, shown
from pipeline.model.finding import Problem, Suggestion
from pipeline.model.value import Record, Value

# So many neighbours with area and people, of whom the place lies this far apart; mended it lies
# within three times of them.
FEWEST, APART, NEAR = 3, 5, 3
# A bare count of people this many times below all others, of a place that is as much emptier.
COLUMNS, _FINE = ("area_km2", "population"), re.compile(r"\d[.,]\d{1,2}(?!\d)")
BELOW, SMALL, THOUSAND = 30, 1000, Decimal(1000)


class Crowding(NamedTuple):
    """The least and the most people per km² of a page's other profiles."""

    least: Decimal
    most: Decimal

    def is_near(self, density: Decimal, times: int) -> bool:
        """Whether a density is within so many times of them."""
        return self.least / times <= density <= self.most * times


def lost_mark(record: Record, page: Page, area: Value, people: Value) -> Problem | None:
    """The problem that a figure lacks the decimals all its column has, and is too large for it."""
    for value in (area, people):
        if page.once(_odd_of_column).get(value.field) != value.id:
            continue
        parts, places = written(value), usual_decimals(page.siblings(value))
        if not places or parts is None or not parts.digits.isdigit() or decimals(parts.amount):
            continue
        others = crowding(record, page)
        number = parts.amount.scaleb(-places) * parts.factor
        now, then = (_density(area, people), _density(area, people, value, number))
        if others is None or not others.is_near(then, NEAR):
            continue
        if others.is_near(now, APART) and not (now < others.least and _is_largest(value, page)):
            continue
        if exchange(record, page) is not None:
            return None
        mark = page.marks_beside(value).decimal or "."
        literal = parts.with_digits(f"{parts.digits[:-places] or 0}{mark}{parts.digits[-places:]}")
        reason = f"the decimal mark is lost; all others have {places} decimals"
        return _problem(value, (number, literal, "R02", reason, MISPLACED), now, others)
    return None


def lost_thousands(record: Record, page: Page, area: Value, people: Value) -> Problem | None:
    """The problem that people are far fewer, and far fewer per km², than anywhere else on the page."""
    number = people.number or Decimal(0)
    parts = written(people) if number < SMALL else None
    if parts is None or parts.scale or not parts.digits.isdigit():
        return None
    least = min((one.number or Decimal(0) for one in page.siblings(people)), default=Decimal(0))
    others = crowding(record, page) if number * BELOW <= least else None
    now, then = _density(area, people), _density(area, people, people, number * THOUSAND)
    if others is None or now * BELOW > others.least:
        return None
    if not others.is_near(then, NEAR):
        return None
    reason = "the thousands are lost"
    mended = (number * THOUSAND, parts.with_digits(f"{parts.digits},000"), "R03", reason, INHERITED)
    return _problem(people, mended, now, others)


def _is_largest(value: Value, page: Page) -> bool:
    """Whether a figure is far larger than all others of its column."""
    most = max((other.number or Decimal(0) for other in page.siblings(value)), default=Decimal(0))
    return bool(most) and (value.number or Decimal(0)) > NEAR * most


def _odd_of_column(page: Page) -> dict[str, str]:
    """The one value without a mark in a column whose others have decimals, by field."""
    found = {}
    for field in COLUMNS:
        column = page.held(field)
        bare = [value for _, value in column if not _FINE.search(value.evidence.text)]
        if len(bare) == 1 and len(column) > FEWEST:
            found[field] = bare[0].id
    return found


def _problem(
    value: Value, mended: tuple[Decimal, str, str, str, float], now: Decimal, others: Crowding
) -> Problem:
    number, literal, mechanism, reason, score = mended
    change = rewritten(value, number, literal)
    return Problem(
        f"{quoted(value)} is {figure(value)}, which makes {shown(now)} people per km² where the "
        f"page's others have {shown(others.least)} to {shown(others.most)}. Probably “{literal}”: "
        f"{reason}.",
        (value,),
        (Suggestion(plain(number), mechanism, reason, score, (change,)),),
        computed=f"{shown(others.least)} to {shown(others.most)}",
    )


def _density(
    area: Value, people: Value, changed: Value | None = None, number: Decimal = Decimal(0)
) -> Decimal:
    """People per km², with another number in the place of one of the two."""
    size = number if changed is area else area.number or Decimal(1)
    count = number if changed is people else people.number or Decimal(0)
    return count / (size or Decimal(1))


def crowding(record: Record, page: Page) -> Crowding | None:
    """The crowding of the page's other profiles, where at least three have area and people."""
    found = [
        people.number / area.number
        for other in page.records
        if other.id != record.id
        and (area := other.one("area_km2")) is not None
        and (people := other.one("population")) is not None
        and area.number
        and people.number
    ]
    return Crowding(min(found), max(found)) if len(found) >= FEWEST else None
