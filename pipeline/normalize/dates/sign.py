"""What a window must have besides a year for a form to match in it: most years stand alone.

``Population: 20,376 (2014)`` and ``in 1946`` have neither two figures with a mark between them, nor the
name of a month, nor a glyph or a word of a form; trying the forms costs ten times what telling so does.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.normalize.dates.form import any_of
from pipeline.normalize.dates.part import era_names, months

# Two marks between figures, one beside four figures or behind a Han figure, a short year, a Roman month.
_MARKED = re.compile(
    r"[\d'元一二三四五六七八九十](?:(?<=\d)(?: ?[-/.] {0,2}\d{1,2} ?[-/.] {0,2}\d|\d{3}[-/.] {0,2}\d"
    r"| ?[-/.] ?\d{4}|[. /-] ?[ivx]{1,4}[./ -] ?\d)|(?<=')\d\d|(?<=[元一二三四五六七八九十])[./])"
)
_GLYPHS = ("{", "年", "년", "ปี", "tháng")
_YEAR_WORDS = ("год", "року", "roku", "yılında", "yılı")
_WORD = re.compile(r"[^\W\d_]+")


def may_match(folded: str) -> bool:
    """Whether a declared form can match in a window of folded text in lower case."""
    return (
        _MARKED.search(folded) is not None
        or _glyph().search(folded) is not None
        or not _words().isdisjoint(_WORD.findall(folded))
    )


@cache
def _glyph() -> re.Pattern[str]:
    """What the forms without marks and months have: of a template, a year, an era."""
    return re.compile(any_of((*_GLYPHS, *_YEAR_WORDS, *era_names())))


@cache
def _words() -> frozenset[str]:
    """The first words of the names of months: each begins and ends at the edge of one."""
    found = (_WORD.findall(name)[:1] for name in months())
    return frozenset(word for first in found for word in first)
