"""Words that touch a number and widen it: ``about 4.52 million``, ``over 2 million``."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from pipeline.model.source import Span
from pipeline.normalize.digits import Amount
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import first_words, words
from pipeline.normalize.text import key, past_blank

# "About 4.52 million" is taken 5 % wider each way, "over 2 million" up to a tenth more: writers
# round to what sounds full, rarely by more.
ABOUT = Decimal("0.05")
OVER = Decimal("0.10")

_BEFORE, _TAIL = 24, 3
_QUALIFIERS = ("about", "over", "under")  # in the order of the alphabet, which rivals go by
_PRICE = re.compile(r"\s*(?:[$€£¥₩]|us\$)?\s*$", re.IGNORECASE)  # what may stand between


def qualifier_of(text: str, span: Span) -> str:
    """What the words that touch a number make of it: about, over, under, or nothing."""
    start, end = span
    found = ""
    before = text[start - _BEFORE if start > _BEFORE else 0 : start].rstrip()
    if before[-1:] in _touching() and _may_be_qualified(before):
        found = _qualifier_before(text, max(0, start - _BEFORE), start)
    return found or _qualifier_after(text, end)


def bounds(amount: Amount, multiplier: Decimal, qualifier: str) -> tuple[Decimal, Decimal, Decimal]:
    """The value of an amount times a multiplier, and between what its digits and qualifier put it."""
    value, half = amount.value * multiplier, amount.step * multiplier / 2
    low, high = value - half, value + half
    if qualifier == "about":
        return value, low * (1 - ABOUT), high * (1 + ABOUT)
    if qualifier == "over":
        return value, low, high * (1 + OVER)
    if qualifier == "under":
        return value, low * (1 - OVER), high
    return value, low, high


def _qualifier_before(text: str, start: int, end: int) -> str:
    """The meaning of the first words between two offsets that go on to the second one."""
    hits = _glossary("before").spans(text, start, end)
    said = (hit for hit in hits if _PRICE.match(text, hit.last, end))
    meanings = _meanings("before")
    found = ((hit.first, meanings[key(text[slice(*hit)])]) for hit in said)
    return min(found, default=(0, ""))[1]


def _qualifier_after(text: str, at: int) -> str:
    start, end = past_blank(text, at), at + _BEFORE
    pair, pairs = text[start : start + 2].lower(), _pairs_after()
    if pair.isascii() and pair not in pairs and pair[:1] not in pairs:
        return ""
    if not text[start:end].lower().startswith(_opening_after()):
        return ""
    meanings = _meanings("after")
    hits = _glossary("after").matches(text, start, min(end, len(text)))
    return min((meanings[key(text[slice(*hit)])] for hit in hits), default="")


@cache
def _meanings(side: str) -> dict[str, str]:
    """What each word on one side of a number makes of it; of two meanings the first by its name."""
    return {word: name for name in reversed(_QUALIFIERS) for word in words(name, side)}


@cache
def _glossary(side: str) -> Glossary:
    return Glossary(_meanings(side))


@cache
def _touching() -> frozenset[str]:
    """Last letters of the words for a quantity before a number: most numbers have a colon there."""
    ends = {word[-1:] for name in _QUALIFIERS for word in words(name, "before")}
    return frozenset("$€£¥₩") | {case for end in ends for case in (end, end.upper(), end.lower())}


@cache
def _last_words() -> frozenset[str]:
    """Last words of them, of long ones the last three letters."""
    told = (word for name in _QUALIFIERS for word in words(name, "before"))
    return frozenset(word.split()[-1][-_TAIL:] for word in told)


def _may_be_qualified(before: str) -> bool:
    """Whether a word for a quantity can end what stands before a number, without blanks behind it.

    Its last letter is one of ``_touching``.
    """
    tail, ends = before[-_TAIL:].lower(), _last_words()
    if before[-1] in "$€£¥₩" or not tail.isascii() or tail in ends:
        return True
    if tail[-2:] in ends and not tail[-3:-1].isalpha():
        return True
    return tail[-1:] in ends and not tail[-2:].isalpha()


@cache
def _pairs_after() -> frozenset[str]:
    """The first two letters of these first words, or the only one."""
    return frozenset(word[:2] for word in _opening_after())


@cache
def _opening_after() -> tuple[str, ...]:
    """First words of those for a quantity behind a number."""
    return first_words(_meanings("after"))
