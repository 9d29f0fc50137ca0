"""What a text tells of the size of its place beside its area: a share of a region, how far it reaches.

None of it is sure enough to doubt an area that nothing else speaks against: the dunes have their
length and breadth as well. Where a density does, it tells which of the figures is to blame.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from pipeline.checks.relation.relation import Relation, multiplied, within
from pipeline.checks.view.interval import Interval, of
from pipeline.checks.view.page import Page
from pipeline.checks.view.reference import text_of, whole_named
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Record, Value
from pipeline.normalize.digits import amounts
from pipeline.normalize.lexeme import alternation, flatten

# The region, or its area, stands this near behind a share; its name has at most so many words.
BEHIND, LONGEST_NAME = 48, 3
# A known area is that of another survey: one part in ten.
KNOWN = Decimal("0.1")
# A place fills a tenth to all of the square that its length and breadth make.
FILLED = Interval(Decimal("0.1"), Decimal("1.1"))
PERCENT = Decimal("0.01")
_WORD = re.compile(r"[^\W\d_]+")
_LENGTH = r"(?P<number>\d(?:[\d.,]*\d)?)\s*(?:km|kilomet|км|公里|千米|킬로|キロ)"
_BETWEEN = r"[^\d.;。\n]{0,25}?"


def told_sizes(record: Record, page: Page) -> Iterator[Relation]:
    """The relations of a record's area to what its text tells of it besides."""
    area = record.one("area_km2")
    if area is None or not area.number:
        return
    yield from _shares(record, page, area)
    reach = [_reach(page, record.span, kind) for kind in ("north_south", "east_west")]
    if reach[0] and reach[1]:
        square = reach[0] * reach[1]
        yield within("C02", area, FILLED.scaled(square))


def _shares(record: Record, page: Page, area: Value) -> Iterator[Relation]:
    """That the area is a share of another area that is told behind it, or known."""
    for share in record.values:
        if share.unit != "percent" or share.rank or share.label or not share.number:
            continue
        end = share.evidence.span.end
        told = _area_behind(record, end) or _known_behind(record, page, end)
        if told is not None:
            yield multiplied("C02", area, (share,), told.scaled(PERCENT))


def _area_behind(record: Record, at: int) -> Interval | None:
    """The larger area that follows within a few words: "3.75 % of the state's 155,707 km²"."""
    mine = record.one("area_km2")
    for value in record.all("area_km2"):
        near = 0 <= value.evidence.span.start - at <= BEHIND
        if near and not value.rank and mine is not None and value.id != mine.id and value.number:
            return of(value)
    return None


def _known_behind(record: Record, page: Page, at: int) -> Interval | None:
    """What is known of the region whose area is named: "3.03 % of the area of Central Java"."""
    text = page.document.text[at : at + BEHIND].split("\n\n")[0]
    cue = _area_words().search(page.folded, at, at + len(text))
    if cue is None:
        return None
    words = list(_WORD.finditer(text, cue.end() - at))
    for first in range(min(2, len(words))):
        for last in range(min(first + LONGEST_NAME, len(words)) - 1, first - 1, -1):
            name = text[words[first].start() : words[last].end()]
            known = whole_named(name, text_of(record, "country"))
            if known is not None and known.area:
                return Interval(known.area * (1 - KNOWN), known.area * (1 + KNOWN))
    return None


def _reach(page: Page, reach: Span, kind: str) -> Decimal | None:
    """How many km a place reaches in one direction, or None."""
    for pattern in _reaches(kind):
        match = pattern.search(page.folded, *reach)
        if match:
            return amounts(match["number"])[0].value
    return None


@cache
def _reaches(kind: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A length right before the words of a direction, or behind them."""
    words = alternation(flatten(toml_table("slips.toml")["reaches"][kind]))
    before, behind = rf"{_LENGTH}\w*\s+{words}", rf"{words}{_BETWEEN}{_LENGTH}"
    return re.compile(before, re.IGNORECASE), re.compile(behind, re.IGNORECASE)


@cache
def _area_words() -> re.Pattern[str]:
    words = flatten(toml_table("slips.toml")["area_words"])
    return re.compile(alternation(words), re.IGNORECASE)
