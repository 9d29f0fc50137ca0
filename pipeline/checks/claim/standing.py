"""Checks of a place's standing among the others of a page: superlatives, and shares of a total."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from statistics import median

from pipeline.checks.check import Doubt, check
from pipeline.checks.mend.candidate import COMPUTED
from pipeline.checks.view.cue import Cue
from pipeline.checks.view.interval import of
from pipeline.checks.view.page import Page
from pipeline.checks.view.reference import text_of
from pipeline.checks.view.wording import figure, plain, quoted, rewritten, shown
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.source import Span
from pipeline.model.value import Record, Value
from pipeline.normalize.text import key

# Shares of one total: from four rows on, three of four that agree are a column.
FEWEST_ROWS, AGREEING = 4, Decimal("0.7")
# Percentages with one decimal of areas with few digits: a twentieth either way.
SHARE_SLACK = Decimal("0.05")
# Beyond this factor no rounding of a small share explains the difference.
OFF = Decimal("1.5")
SMALLEST_SHARE = Decimal(1)
_SUPERLATIVES = Cue(("smallest", "least populous", "largest", "biggest", "most populous"))
PEOPLE = re.compile(r"populous")
_SHARE = re.compile(r"percent|persen|prozent|porcentaje|pourcentage|share|%|比例|占比|비율|構成比")


@check(
    "C08",
    Severity.WARNING,
    level=2,
    good=(
        (
            "Ashfield Krai\nCountry: Russia\nArea: 66,000 km²\nIt is the smallest krai of the country."
            "\n\nBrookton Krai\nCountry: Russia\nArea: 304,500 km²"
        ),
    ),
    bad={
        "City: Ashfield Krai\nCountry: Russia\nArea: 304,500 km²\n"
        "It is the smallest krai of the country.\n\n"
        "City: Brookton Krai\nCountry: Russia\nArea: 66,000 km²": ("area_km2",),
    },
)
def the_largest_is_larger_than_its_neighbours(page: Page) -> Iterator[Doubt]:
    """What is called the smallest or largest of its kind is so among the page's places of the kind.

    Compared are only places of one country that are called alike; the figure that breaks the claim
    has digits too many or too few, mostly. The largest town may be that of the most people: where
    area and people tell of both places, both must break the claim.
    """
    for record in page.records:
        if not page.may_tell(_SUPERLATIVES, record.span):
            continue
        match = _superlative().search(page.folded, *record.span)
        field = "population" if match and PEOPLE.search(match[0].casefold()) else "area_km2"
        value = record.one(field)
        if match is None or value is None or not _is_of_kind(record, match["kind"]):
            continue
        small = bool(match["small"])
        for other in page.records:
            rival = other.one(field)
            if rival is None or other.id == record.id or not _are_peers(record, other):
                continue
            if _breaks(small, value, rival) and not _is_kept_by_people(small, record, other):
                span = Span(*match.span())
                yield _contradiction(page, (record, value), (other, rival), span)
                break


def _breaks(small: bool, value: Value, rival: Value) -> bool:
    """Whether a rival is surely smaller than the smallest, or larger than the largest."""
    larger, smaller = (value, rival) if small else (rival, value)
    return of(larger).low > of(smaller).high


def _is_kept_by_people(small: bool, record: Record, other: Record) -> bool:
    own, theirs = record.one("population"), other.one("population")
    return own is not None and theirs is not None and not _breaks(small, own, theirs)


def _contradiction(
    page: Page, own: tuple[Record, Value], other: tuple[Record, Value], span: Span
) -> Doubt:
    record, value = own
    said = " ".join(page.document.quote(span).split())
    message = f"“{said}” does not fit {quoted(value)}: {text_of(other[0], 'name')} has {quoted(other[1])}."
    computed = f"{figure(value)} against {figure(other[1])}"
    return Doubt(record, Problem(message, (value, other[1]), computed=computed), (other[0],))


def _is_of_kind(record: Record, kind: str) -> bool:
    """Whether the place is called what the claim speaks of."""
    return key(kind) in {key(text_of(record, "place_kind")), *key(text_of(record, "name")).split()}


def _are_peers(one: Record, other: Record) -> bool:
    kinds = [text_of(record, "place_kind") for record in (one, other)]
    countries = [text_of(record, "country") for record in (one, other)]
    return kinds[0] == kinds[1] != "" and countries[0] == countries[1] != ""


@cache
def _superlative() -> re.Pattern[str]:
    return re.compile(
        r"\bthe\s+(?:(?P<small>smallest|least populous)|(?:largest|biggest|most populous))\s+(?P<kind>[^\W\d_]+)"
        r"(?!\s+(?:city|town|producer|island))",
        re.IGNORECASE,
    )


@check(
    "A06",
    Severity.WARNING,
    level=2,
    good=(
        (
            "City: Ashfield\nArea: 100 km²\nPercent to total: 10.0\n\n"
            "City: Brookton\nArea: 200 km²\nPercent to total: 20.0\n\n"
            "City: Corwen\nArea: 300 km²\nPercent to total: 30.0\n\n"
            "City: Denby\nArea: 400 km²\nPercent to total: 40.0"
        ),
    ),
    bad={
        "City: Ashfield\nArea: 100 km²\nPercent to total: 10.0\n\n"
        "City: Brookton\nArea: 200 km²\nPercent to total: 20.0\n\n"
        "City: Corwen\nArea: 3 km²\nPercent to total: 30.0\n\n"
        "City: Denby\nArea: 400 km²\nPercent to total: 40.0": ("area_km2",),
    },
)
def shares_and_figures_of_one_column_agree(page: Page) -> Iterator[Doubt]:
    """A table's areas and their shares of the total imply one total.

    Where most rows agree on it, a row that does not has a figure in another unit, or a mark that
    slipped. The total is taken from the rows, so that no line of totals is needed.
    """
    rows = [row for record in page.records if (row := _row(record)) is not None]
    if len(rows) < FEWEST_ROWS:
        return
    totals = [size.number / share.number for _, size, share in rows if size.number and share.number]
    middle = median(totals)
    near = sum(abs(total - middle) <= middle * SHARE_SLACK for total in totals)
    if near < AGREEING * len(rows):
        return
    for record, size, share in rows:
        implied = (share.number or Decimal(0)) * middle
        if size.number and not implied / OFF <= size.number <= implied * OFF:
            yield _off_column(record, size, share, implied)


def _row(record: Record) -> tuple[Record, Value, Value] | None:
    """A record with its area and the share that stands for it, if it has both."""
    size = record.one("area_km2")
    if size is None or not size.number:
        return None
    share = next((value for value in record.figures if _is_share(value)), None)
    return (record, size, share) if share is not None else None


def _is_share(value: Value) -> bool:
    if not value.field.startswith("other:") or not _names_share(value.label):
        return False
    return value.number is not None and value.number >= SMALLEST_SHARE


@lru_cache(maxsize=4096)
def _names_share(label: str) -> bool:
    return _SHARE.search(key(label)) is not None


def _off_column(record: Record, size: Value, share: Value, implied: Decimal) -> Doubt:
    rounded = round(implied, max(0, 2 - implied.adjusted()))
    reason = "what the share makes of the total of the other rows; computed, not observed"
    change = rewritten(size, rounded)
    offer = Suggestion(plain(rounded), "R13", reason, COMPUTED, (change,))
    message = (
        f"{quoted(size)} is {figure(size)}, but {quoted(share)} % of the total that the other rows "
        f"make is {shown(implied)} km²."
    )
    computed = (
        f"{shown(share.number or 0)} × {shown(implied / (share.number or 1))} = {shown(implied)}"
    )
    return Doubt(record, Problem(message, (size, share), (offer,), computed))
