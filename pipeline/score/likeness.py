"""When a value that was read is the gold one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from pipeline.score.gold import MEASURES

# A transliteration or another form of a name has four letters of five in common.
SAME_NAME = 0.8
# A name within another one ("Lindenau" in "City of Lindenau") is as good as the same.
CONTAINED, LEAST_SHARE = 0.9, 0.4
# Conversions between units are rounded.
TOLERANCE = 1e-3
YEAR_DIGITS = 4
_SITE = re.compile(r"^(?:https?://)?(?:www\.)?|/+$")


def agrees(field: str, gold: str, read: str) -> bool:
    """Whether a value of any field but the name is the gold one.

    Measures agree within a thousandth, a coarser time with a finer one that it contains, websites
    without scheme and ``www.``; everything else agrees exactly.
    """
    if field in MEASURES:
        return same_number(gold, read, TOLERANCE)
    if field == "website":
        return _site(gold) == _site(read)
    if field in {"population_as_of", "founded"}:
        return len(read) >= YEAR_DIGITS and gold.startswith(read)
    return gold.casefold() == read.casefold()


def is_named(names: Iterable[str], read: str) -> bool:
    """Whether a name that was read is one of a place's names."""
    return any(name_likeness(name, read) >= SAME_NAME for name in names)


@lru_cache(maxsize=65536)
def name_likeness(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1; accents, case, blanks and marks aside."""
    one, other = letters(one), letters(other)
    if not one or not other:
        return 0.0
    if one == other:
        return 1.0
    shorter, longer = sorted((one, other), key=len)
    if shorter in longer and len(shorter) >= LEAST_SHARE * len(longer):
        return CONTAINED
    return SequenceMatcher(None, one, other).ratio()


def letters(text: str) -> str:
    """Letters and digits of any script, without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in decomposed if character.isalnum())


def same_number(one: str, other: str, tolerance: float) -> bool:
    """Whether two texts are numbers that differ by no more than a part of the larger."""
    try:
        first, second = float(one), float(other)
    except ValueError:
        return False
    return abs(first - second) <= tolerance * max(abs(first), abs(second), 1e-9)


def _site(address: str) -> str:
    return _SITE.sub("", address.strip().casefold())
