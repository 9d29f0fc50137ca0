"""Bare years: four digits that could be a year; those who ask know whether they are one."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Reading
from pipeline.normalize.dates.part import BUDDHA
from pipeline.normalize.dates.window import may_begin_year
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.text import fold, key

FIRST_YEAR, LAST_YEAR = 1000, 2199  # 2104 may be 2014 mistyped, which a check says
BUDDHIST_YEARS = range(2400, 2600)

_MEASURES = ("density", "area", "length", "temperature", "share")
_LOOKBEHIND = 40
_NEAR = 40
_LETTER = re.compile(r"[^\W\d_]")
_THAI = re.compile(r"[\u0e00-\u0e7f]{2}")
# What stands before a year is looked back at behind it: a pattern that begins with a digit is found fast.
_YEAR = re.compile(
    r"[12]\d{3}(?:(?<![\d.,/#$€£¥₩-]\d{4})(?<!\d:\d{4})|(?<=(?<!\d)[12]\d{3}[-/~]\d{4})|(?<=mid-\d{4})|(?<=end-\d{4}))"
    r"(?!\d|[.,:']\d|[-/]\d{3}(?!\d)| \d{3}(?!\d)| ?[%‰°余여多万萬만億亿억천千])"
    r"(?!'?s\b|-?(?:х|er\b)| ?[年년][代대]| ?هـ|(?:[/.-]\d{1,2}[/.-]\d{1,2}| [A-Z][a-z]{2,10} \d{1,2},?)? ?(?:A\.H\.|AH\b|B\.S\.|BS\)))"
    # decades; years of the Hijra and of Bikram Sambat
)


def find_years(text: str, start: int = 0, end: int | None = None) -> tuple[Reading[str], ...]:
    """Every figure of ``text[start:end]`` from 1000 to 2199 that is no part of another figure.

    Years inside dates are among them; figures with a unit, a grouping mark or a decimal are not.
    Ranges (2005-2008) give both their ends, decades (the 1960s) nothing.
    """
    stop = len(text) if end is None else end
    return _years(text, start, stop) if may_begin_year(text, start, stop) else ()


@lru_cache(maxsize=1024)  # several readers ask for the years of a line
def _years(text: str, start: int, stop: int) -> tuple[Reading[str], ...]:
    origin = max(0, start - _LOOKBEHIND)
    folded = fold(text[origin:stop])
    found = [
        match
        for match in _YEAR.finditer(folded, start - origin)
        if _is_year(folded, match) and not _is_measured(folded, match.end())
    ]
    return tuple([_reading(match, origin) for match in found])


def _reading(match: re.Match[str], origin: int) -> Reading[str]:
    span = Span(match.start() + origin, match.end() + origin)
    return Reading(_gregorian(match[0]), span, "date:bare year")


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether four digits can be a year, in Thai also one that counts from the Buddha."""
    year = int(match[0])
    if year not in BUDDHIST_YEARS:
        return FIRST_YEAR <= year <= LAST_YEAR
    near = text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
    return _THAI.search(near) is not None


def _gregorian(year: str) -> str:
    return str(int(year) - BUDDHA) if int(year) in BUDDHIST_YEARS else year


def _is_measured(text: str, at: int) -> bool:
    """Whether a unit of a measure follows a figure, which makes it no year: 1980 m, 1450 м, 1900㎜."""
    start = at + text.startswith(" ", at)
    longest, units, sizes = _units()
    said = text[start : start + longest].lower()
    begun = [size for size in sizes.get(said[:1], ()) if said[:size] in units]
    return any(not _LETTER.match(text, start + size) for size in begun)


@cache
def _units() -> tuple[int, frozenset[str], dict[str, set[int]]]:
    """The length of the longest unit, all units, and how long those are that begin with a sign."""
    table, sizes = toml_table("units.toml"), defaultdict[str, set[int]](set)
    spellings = {key(word) for dimension in _MEASURES for word in flatten(table[dimension])}
    for spelling in spellings:
        sizes[spelling[0]].add(len(spelling))
    return max(map(len, spellings)), frozenset(spellings), sizes
