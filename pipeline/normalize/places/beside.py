"""Words beside a name that say what it names: "Guizhou province", "Osaka City", "Texas Avenue"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from pipeline.lexicon.tables import PlaceWord, Region, place_words
from pipeline.model.source import Span
from pipeline.normalize.places.name import GLYPHS, is_glyphic

_HYPHEN = "[-‐-―]"
_WORD_END = rf"(?![^\W_{GLYPHS}])"
_CITY_KINDS = ("city", "municipality", "capital", "administrative region")
_LONGEST = 24
_NEVER = r"(?!)"


class Beside(NamedTuple):
    """A name with the word beside it: ``kind`` is region, town or feature, "" without a word."""

    span: Span
    kind: str


def look_beside(text: str, name: Span, region: Region, end: int) -> Beside:
    """What the word after or before a region's name makes of it."""
    after = _word_after(text, name, end)
    if after:
        word = next(group for group in after.groups() if group)
        return Beside(Span(name.start, after.end()), _kind("after", word, region))
    before = _before().search(text[max(0, name.start - _LONGEST) : name.start])
    if before:
        start = name.start - len(before.group())
        return Beside(Span(start, name.end), _kind("before", before.group(1), region))
    return Beside(name, "")


def names_feature(text: str, name: Span, end: int) -> bool:
    """Whether the next word makes a road, a river or a hotel of a name ("Canada Street")."""
    after = _word_after(text, name, end)
    word = next((group for group in after.groups() if group), "") if after else ""
    return any(known.kind == "feature" for known in _meanings("after", word))


def opens_with_feature(said: str) -> bool:
    """Whether a name begins with the word for a mountain or a lake: "Mount Norvale"."""
    first = said.partition(" ")[0]
    return any(known.kind == "feature" for known in _meanings("before", first))


@cache
def _by_word() -> dict[tuple[str, str], tuple[PlaceWord, ...]]:
    found: dict[tuple[str, str], tuple[PlaceWord, ...]] = {}
    for word in place_words():
        key = (word.position, word.word.strip("-").casefold())
        found[key] = (*found.get(key, ()), word)
    return found


def _meanings(position: str, word: str) -> tuple[PlaceWord, ...]:
    return _by_word().get((position, word.casefold()), ())


def _kind(position: str, word: str, region: Region) -> str:
    kinds = {
        known.kind for known in _meanings(position, word) if known.country in {"", region.country}
    }
    if "region" in kinds:
        return "region"
    is_city = "town" in kinds and any(kind in region.kind for kind in _CITY_KINDS)
    return "region" if is_city else next(iter(kinds), "")


def _word_after(text: str, name: Span, end: int) -> re.Match[str] | None:
    """A word for what the name names that stands behind it; most names have a mark there."""
    if _openings().isdisjoint(text[name.end : name.end + 1]):
        return None
    return _after().match(text, name.end, end)


@cache
def _openings() -> frozenset[str]:
    """What stands right behind a name that such a word follows: a blank, a hyphen, a glyph."""
    words = (word.word for word in place_words() if word.position == "after")
    return frozenset((*" \u00a0-‐‑‒–—―", *(word[0] for word in words if is_glyphic(word))))


@cache
def _after() -> re.Pattern[str]:
    words = [word.word for word in place_words() if word.position == "after"]
    spaced = _choice(word for word in words if not word.startswith("-") and not is_glyphic(word))
    hyphened = _choice(word.strip("-") for word in words if word.startswith("-"))
    glyphs = _choice(word for word in words if is_glyphic(word))
    return re.compile(
        rf"(?:(?: |\u00a0|{_HYPHEN})(?i:({spaced}))|{_HYPHEN}(?i:({hyphened}))){_WORD_END}"
        rf"| ?({glyphs})"
    )


@cache
def _before() -> re.Pattern[str]:
    words = _choice(word.word for word in place_words() if word.position == "before")
    return re.compile(rf"(?<!\w)(?i:({words})) ?(?:the )?$")


def _choice(words: Iterable[str]) -> str:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, longest_first)) or _NEVER
