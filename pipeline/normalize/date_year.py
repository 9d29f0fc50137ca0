"""Bare years: four digits that could be a year; those who ask know whether they are one."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Reading
from pipeline.normalize.date_form import any_of
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.text import fold, key

FIRST_YEAR, LAST_YEAR = 1000, 2100

_MEASURES = ("density", "area", "length", "temperature", "share")
_LOOKBEHIND = 6
_FOUR = re.compile(r"\d{4}")
_YEAR = re.compile(
    r"(?:(?<![\d.,:/#$€£¥₩-])|(?<=(?<!\d)[12]\d{3}[-/~])|(?<=mid-)|(?<=end-))[12]\d{3}"
    r"(?!\d|[.,:']\d|[-/]\d{3}(?!\d)| \d{3}(?!\d)| ?[%‰°余여多万萬만億亿억천千])"
    r"(?!'?s\b|-?(?:х|er\b)| ?[年년][代대]| ?هـ)"  # decades; years of the Hijra
)


def find_years(text: str, start: int = 0, end: int | None = None) -> tuple[Reading[str], ...]:
    """Every figure of ``text[start:end]`` from 1000 to 2100 that is no part of another figure.

    Years inside dates are among them; figures with a unit, a grouping mark or a decimal are not.
    Ranges (2005-2008) give both their ends, decades (the 1960s) nothing.
    """
    stop = len(text) if end is None else end
    if not _FOUR.search(text, start, stop):
        return ()
    origin = max(0, start - _LOOKBEHIND)
    folded = fold(text[origin:stop])
    return tuple(
        Reading(match[0], Span(match.start() + origin, match.end() + origin), "date:bare year")
        for match in _YEAR.finditer(folded, start - origin)
        if FIRST_YEAR <= int(match[0]) <= LAST_YEAR and not _unit().match(folded, match.end())
    )


@cache
def _unit() -> re.Pattern[str]:
    """A unit of a measure after a figure, which makes it no year: 1980 m, 1450 м, 1900㎜."""
    table = toml_table("units.toml")
    spellings = (key(word) for dimension in _MEASURES for word in flatten(table[dimension]))
    return re.compile(rf" ?(?:{any_of(spellings)})(?![^\W\d_])", re.IGNORECASE)
