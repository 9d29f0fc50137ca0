"""Countries that a text names as neighbours: "bounded by Alba in the north", "bis zur Grenze nach Alba"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import alternation

_REACH_BEFORE, _REACH_BEHIND = 90, 6
_SENTENCE_END = re.compile(r"[.!?](?=\s+[^\W\d_a-z])|[。！？;]")


def is_neighbour(text: str, stretch: Span, country: Span) -> bool:
    """Whether a word for a border stands before a country in its sentence, or right behind it."""
    start = max(stretch.start, country.start - _REACH_BEFORE)
    if _border_words().search(text, start, country.start):
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, country.start)]
        if _border().search(text, ends[-1] if ends else start, country.start):
            return True
    stop = min(stretch.end, country.end + _REACH_BEHIND)
    return _border().match(text, country.end, stop) is not None


@cache
def _border_words() -> Glossary:
    return Glossary(toml_table("structure.toml")["border_words"])


@cache
def _border() -> re.Pattern[str]:
    words = alternation(toml_table("structure.toml")["border_words"])
    return re.compile(rf"[ -]?{words}", re.IGNORECASE)
