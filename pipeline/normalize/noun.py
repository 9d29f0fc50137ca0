"""Nouns right behind figures: those for persons and households, and any other."""

from __future__ import annotations

import re
from functools import cache

from pipeline.model.source import Span
from pipeline.normalize.glossary import glossary
from pipeline.normalize.lexeme import beginnings, words
from pipeline.normalize.text import past_blank

_NOUNS = {"person": "person_nouns", "household": "household_nouns"}
_NOUN = re.compile(r"[ -]?(?P<noun>[^\W\d_]+)")


def counted_noun(text: str, at: int, end: int) -> tuple[int, str]:
    """Where a noun for persons or households after the number ends, and which of the two."""
    if text[at : min(end, at + 3)].lstrip().lstrip("-")[:1] not in noun_beginnings():
        return at, ""
    start = past_blank(text, at)
    start += text.startswith("-", start)
    for kind, nouns in _NOUNS.items():
        if noun := glossary(nouns).match(text, start, end):
            return noun.last, kind
    return at, ""


@cache
def noun_beginnings() -> frozenset[str]:
    """The characters with which a noun for persons or households begins."""
    return beginnings((*words("person_nouns"), *words("household_nouns")))


def noun_at(text: str, at: int, end: int) -> Span | None:
    """The word right behind a figure, which mostly says what is counted."""
    match = _NOUN.match(text, at, end)
    return Span(match.start("noun"), match.end("noun")) if match else None
