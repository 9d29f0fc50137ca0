"""Countries that a text names as neighbours: "bounded by Alba in the north", "bis zur Grenze nach Alba"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import alternation

_REACH_BEFORE, _REACH_BEHIND = 160, 6
# What goes on a list of countries, or ends it: "、老挝", "三国".
_IN_LIST = frozenset("、・和与與及等一二三四五六七八九十个個か国")
_ARTICLES = frozenset({"the", "la", "der"})
_SENTENCE_END = re.compile(r"[.!?](?=\s+[^\W\d_a-z])|[。！？;]")


def is_neighbour(text: str, stretch: Span, country: Span) -> bool:
    """Whether a word for a border stands before a country in its sentence, or right behind it."""
    start = max(stretch.start, country.start - _REACH_BEFORE)
    if _border_words().search(text, start, country.start):
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, country.start)]
        begun = ends[-1] if ends else start
        if _border_words().search(text, begun, country.start):
            return not _is_inside(text[begun : country.start])
    return _stands_behind(text, country.end, stretch.end)


def _stands_behind(text: str, at: int, end: int) -> bool:
    """Whether a word for a border stands right behind a country, or closes the list that it begins."""
    stop = min(end, at + _REACH_BEHIND)
    word = _border_words().search(text, at, stop)
    if word and word.first <= at + text.startswith((" ", "-"), at, stop):
        return True
    if text[at : at + 1] not in _IN_LIST:
        return False
    return _listed().match(text, at, min(end, at + _REACH_BEFORE)) is not None


def _is_inside(before: str) -> bool:
    """Whether words lead to a country's own edge: "on the eastern border of Norvale"."""
    said = [word for word in before.lower().split() if word not in _ARTICLES]
    tables = toml_table("structure.toml")["authorities"], toml_table("words.toml")["bearings"]
    return (
        said[-1:] != []
        and said[-1] in tables[0]["of"]
        and not tables[1].keys().isdisjoint(said[-3:-1])
    )


@cache
def _border_words() -> Glossary:
    return Glossary(toml_table("structure.toml")["border_words"])


@cache
def _listed() -> re.Pattern[str]:
    """The rest of a list in Han, kana or Hangul that a word for a border closes: "、老挝三国接壤"."""
    words = alternation(toml_table("structure.toml")["border_words"])
    return re.compile(
        rf"(?:[、・和与與及][\u3040-\u9fff]{{1,10}}?){{0,6}}(?:等?[一二三四五六七八九十]?[个個か]?国)?{words}"
    )
