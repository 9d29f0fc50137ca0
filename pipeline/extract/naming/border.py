"""Countries that a text names as neighbours: "bounded by Alba in the north", "bis zur Grenze nach Alba"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import alternation

_REACH_BEFORE, _REACH_BEHIND = 160, 6
_SENTENCE_END = re.compile(r"[.!?](?=\s+[^\W\d_a-z])|[。！？;]")


def is_neighbour(text: str, stretch: Span, country: Span) -> bool:
    """Whether a word for a border stands before a country in its sentence, or right behind it."""
    start = max(stretch.start, country.start - _REACH_BEFORE)
    if _border_words().search(text, start, country.start):
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, country.start)]
        if _border().search(text, ends[-1] if ends else start, country.start):
            return True
    stop = min(stretch.end, country.end + _REACH_BEHIND)
    return (
        _border().match(text, country.end, stop) is not None
        or _listed().match(text, country.end, min(stretch.end, country.end + _REACH_BEFORE))
        is not None
    )


@cache
def _border_words() -> Glossary:
    return Glossary(toml_table("structure.toml")["border_words"])


@cache
def _border() -> re.Pattern[str]:
    words = alternation(toml_table("structure.toml")["border_words"])
    return re.compile(rf"[ -]?{words}", re.IGNORECASE)


@cache
def _listed() -> re.Pattern[str]:
    """The rest of a list in Han, kana or Hangul that a word for a border closes: "、老挝三国接壤"."""
    words = alternation(toml_table("structure.toml")["border_words"])
    return re.compile(
        rf"(?:[、・和与與及][\u3040-\u9fff]{{1,10}}?){{0,6}}(?:等?[一二三四五六七八九十]?[个個か]?国)?{words}"
    )
