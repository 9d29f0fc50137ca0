"""Currencies beside figures and in labels: ``$1.9m``, ``23억 달러``, ``GDP (EUR)``."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import endings, flatten
from pipeline.normalize.text import key, past_blank

_BEFORE = 8
_NEAR = re.compile(r"[^\S\t\n]?$")


@cache
def currencies() -> dict[str, str]:
    """ISO code by the key of every spelling of a currency."""
    table = toml_table("currencies.toml")
    return {key(word): code for code, words in table.items() for word in flatten(words)}


def find_currency(text: str, start: int, end: int) -> str:
    """The ISO code of a currency named alone in a label or header, or empty."""
    word = _words().search(text, start, end)
    return currencies()[key(text[slice(*word)])] if word else ""


def price(text: str, digits: Span, end: int) -> tuple[Span, str] | None:
    """The literal with its currency, and the ISO code."""
    before = price_before(text, digits)
    if before:
        return before
    after = _words().match(text, past_blank(text, digits.end), end)
    if after:
        return Span(digits.start, after.last), currencies()[key(text[slice(*after)])]
    return None


def price_before(text: str, digits: Span) -> tuple[Span, str] | None:
    """The literal with a currency in front of it; only a letter or a sign of one is looked at."""
    last = text[max(0, digits.start - 3) : digits.start].rstrip()[-1:]
    if last.isascii() and last not in _endings():
        return None
    spans = _words().spans(text, max(0, digits.start - _BEFORE), digits.start)
    before = next((hit for hit in spans if _NEAR.match(text, hit.last, digits.start)), None)
    said = text[slice(*before)] if before else ""
    if before and not (said.isalpha() and said.islower()):
        return Span(before.first, digits.end), currencies()[key(said)]
    return None


@cache
def _words() -> Glossary:
    return Glossary(currencies())


@cache
def _endings() -> frozenset[str]:
    return endings(currencies())
