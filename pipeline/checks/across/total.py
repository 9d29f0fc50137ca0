"""Checks of a page's totals: the row of the whole, and how many places a page says it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from pipeline.checks.check import Doubt, check
from pipeline.checks.mend.candidate import COMPUTED
from pipeline.checks.mend.copied import digits
from pipeline.checks.view.cue import Cue
from pipeline.checks.view.interval import of, total
from pipeline.checks.view.numeral import number_said
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, plain, quoted, rewritten, shown, spoken
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.source import Span
from pipeline.model.value import Record, Value
from pipeline.normalize.lexeme import alternation, flatten

SUMMED = ("area_km2", "population", "households")
# Fewer parts make no table; a sum that misses the whole by a fifth lacks rows.
FEWEST, CLOSE, TELLING = 3, Decimal("0.2"), 3
LONGEST_COUNT = len("twelve ")


@check(
    "X09",
    Severity.WARNING,
    level=2,
    good=(
        (
            "City: Ashfield\nArea: 12.5 km²\nPopulation: 4,210\n\n"
            "City: Brookton\nArea: 22.1 km²\nPopulation: 3,120\n\n"
            "City: Corwen\nArea: 31.6 km²\nPopulation: 8,450\n\n"
            "City: Denby County\nArea: 66.2 km²\nPopulation: 15,780"
        ),
    ),
    bad={
        "City: Ashfield\nArea: 12.5 km²\nPopulation: 4,210\n\n"
        "City: Brookton\nArea: 22.1 km²\nPopulation: 3,120\n\n"
        "City: Corwen\nArea: 31.6 km²\nPopulation: 8,450\n\n"
        "City: Denby County\nArea: 66.2 km²\nPopulation: 15,870": ("population",),
    },
)
def the_whole_is_the_sum_of_its_rows(page: Page) -> Iterator[Doubt]:
    """The last row of a table that is the sum of the others in one column is so in all.

    One exact sum of figures with three digits or more shows that the row is the whole. A column
    that misses its sum then has a wrong figure, in the whole or in a part, or lacks a row.
    """
    *parts, whole = page.records or (None,)
    if whole is None or len(parts) < FEWEST:
        return
    columns = [(field, column) for field in SUMMED if (column := _column(parts, whole, field))]
    if not any(_is_sum(column) for _, column in columns):
        return
    for field, column in columns:
        if not _is_sum(column) and _is_close(column):
            yield _missed(whole, field, column)


Column = tuple[Value, tuple[Value, ...]]


def _column(parts: list[Record], whole: Record, field: str) -> Column | None:
    """The whole and the parts of one field, where every row has it."""
    one, rows = whole.one(field), tuple(v for part in parts if (v := part.one(field)) is not None)
    full = one is not None and len(rows) == len(parts) and all(v.number for v in (one, *rows))
    return (one, rows) if one is not None and full else None


def _is_sum(column: Column) -> bool:
    whole, rows = column
    return digits(whole) >= TELLING and _made(rows) == whole.number


def _is_close(column: Column) -> bool:
    whole, rows = column
    exact, made = whole.number or Decimal(1), _made(rows)
    return abs(made - exact) <= exact * CLOSE and not total(map(of, rows)).meets(of(whole))


def _made(rows: tuple[Value, ...]) -> Decimal:
    return sum((value.number or Decimal(0) for value in rows), Decimal(0))


def _missed(whole: Record, field: str, column: Column) -> Doubt:
    value, rows = column
    made = _made(rows)
    reason = "the sum of the other rows; computed, not observed"
    offer = Suggestion(plain(made), "R13", reason, COMPUTED, (rewritten(value, made),))
    message = (
        f"The {spoken(field)} of the {len(rows)} rows above make {shown(made)}, but the last row, "
        f"which is their sum elsewhere, has {quoted(value)}."
    )
    return Doubt(whole, Problem(message, (value,), (offer,), f"{figure(value)} ≠ {shown(made)}"))


@check(
    "X08",
    Severity.NOTE,
    level=2,
    good=(
        (
            "We have two sister cities.\n\nCity: Ashfield\nCountry: Canada\nArea: 425 km²\n\n"
            "City: Brookton\nCountry: Canada\nArea: 125 km²"
        ),
    ),
    bad={
        "We have 5 sister cities.\n\nCity: Ashfield\nCountry: Canada\nArea: 425 km²\n\n"
        "City: Brookton\nCountry: Canada\nArea: 125 km²": ("",),
    },
)
def a_page_has_as_many_places_as_it_says(page: Page) -> Iterator[Doubt]:
    """A page that says how many sister cities there are has as many profiles.

    The others may stand on another page, or a profile could not be told from the text around it:
    a note for who looks for what is missing.
    """
    if len(page.records) < 2 or not _counts_partners(page):
        return
    match = _count().search(page.folded)
    if match is None:
        return
    said = number_said(match["count"])
    if said > 1 and said != len(page.records):
        span = Span(*match.span())
        quote = " ".join(page.document.quote(span).split())
        message = f"The text speaks of “{quote}”; {len(page.records)} profiles were read."
        yield Doubt(
            page.records[0], Problem(message, span=span, computed=f"{said} ≠ {len(page.records)}")
        )


def _counts_partners(page: Page) -> bool:
    """Whether a number, or a word for one, stands before partners anywhere on the page."""
    if not page.may_have(_partner_cue()):
        return False
    places, text, counted = page.places(_partner_cue()), page.folded, _counted()
    return any(counted.search(text, max(0, at - LONGEST_COUNT), at) for at in places.starts)


@cache
def _partner_cue() -> Cue:
    return Cue(flatten(toml_table("slips.toml")["partners"]))


@cache
def _counted() -> re.Pattern[str]:
    """How what stands before partners ends where it counts them."""
    words = flatten(toml_table("slips.toml")["counted"]["words"])
    return re.compile(rf"(?:{'|'.join(words)}|\d)\s?$", re.IGNORECASE)


@cache
def _count() -> re.Pattern[str]:
    table = toml_table("slips.toml")
    words = "|".join(flatten(table["counted"]["words"]))
    count = rf"(?P<count>\b(?:{words})|(?<![\d.,])\d{{1,2}})"
    return re.compile(rf"{count}\s?{alternation(flatten(table['partners']))}", re.IGNORECASE)
