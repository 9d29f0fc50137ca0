"""The three sectors of an economy in the words of many languages: ``1차``, ``secteur primaire``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.model.source import Span
from pipeline.normalize.glossary import glossary
from pipeline.normalize.lexeme import words
from pipeline.normalize.text import key

SECTORS = ("primary", "secondary", "tertiary")


def sector_of(name: str) -> str:
    """``primary``, ``secondary`` or ``tertiary`` for a name of it; any other name in its key."""
    return _sectors().get(key(name), key(name))


def sector_spans(text: str, reach: Span) -> Iterator[Span]:
    """Where a stretch of folded text names one of the sectors; a digit in it counts nothing."""
    for sector in SECTORS:
        for match in glossary("industry_sectors", sector).finditer(text, reach.start, reach.end):
            if not text[
                match.start() - 1 : match.start()
            ].isdigit():  # "21차" is the twenty-first time
                yield Span(*match.span())


@cache
def _sectors() -> Mapping[str, str]:
    return {word: sector for sector in SECTORS for word in words("industry_sectors", sector)}
