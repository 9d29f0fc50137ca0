"""Whether a heading by itself names a place: "Norvale (Canada)", "Gemeinde Alba", "Saga-si"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.normalize.digits import has_digit
from pipeline.normalize.place import country_code, find_countries, find_regions, place_reference
from pipeline.normalize.text import is_cjk, key
from pipeline.read.profile.heading import (
    BRACKETS,
    DIVIDED,
    LONGEST_NAME,
    SMALL_WORDS,
    WORD,
    is_proper,
    page_words,
)

_CAPITAL = r"(?:\w{1,3}['’-])?[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯІЇЄҐ]"  # "d'Orlando", "al-Hasa"
_CAPITALS = rf"{_CAPITAL}[\w'’-]+(?: {_CAPITAL}[\w'’-]+){{0,2}}"
_NAME_AND_PARENT = re.compile(rf"{_CAPITALS}, ?{_CAPITALS}")
_NAME_IN_PARENT = re.compile(
    rf"{_CAPITALS} ?\({_CAPITAL}[\w'’-]+(?:,? {_CAPITAL}[\w'’.-]+){{0,3}}\)"
)
_LONGEST_WORD = 10
_IN = re.compile(
    r" (?:in|en|em|w|v|ve|na|в|у|au|aux|im) (?:the |der |den |la |las )?", re.IGNORECASE
)


def names_place(heading: str) -> bool:
    """Whether a heading by itself looks like the name of a place, with or without its parents.

    A country, a region, an administrative word or a known city has to be there, and besides these
    only few capitalised words.
    """
    bare = BRACKETS.sub(" ", heading)
    if _is_in_country(heading):
        bare = " ".join(word for word in bare.split() if word not in _joints())
    if _is_of_page(bare):
        return False
    small = SMALL_WORDS | _bearings()
    found = [word for word in WORD.findall(bare) if word.lower() not in small]
    if not is_cjk(bare[:1]) and not all(_is_proper(word) or is_admin(word) for word in found):
        return False
    size = max(len(found) / LONGEST_NAME, len(bare) / (LONGEST_NAME * _LONGEST_WORD))
    if size > 1 and not (size <= 2 and "," in bare and _has_parents(heading)):
        return False
    if _NAME_AND_PARENT.fullmatch(bare.strip()) or _NAME_IN_PARENT.fullmatch(heading.strip()):
        return True
    first = DIVIDED.split(heading)[0].strip()
    return _has_admin(bare) or place_reference(first) is not None or _has_parents(heading)


def _is_in_country(heading: str) -> bool:
    """Whether a heading ends in a bracket with a country: then it gives a name, of small words too."""
    bracket = heading.rfind("(")
    return bracket > 0 and heading.endswith(")") and bool(find_countries(heading[bracket:]))


def _is_of_page(bare: str) -> bool:
    """Whether a word of a page's menu stands among others; 大, 中 and 小 are signs of names as well."""
    found = page_words().finditer(bare, 0, len(bare))
    alone = len(bare) == 1 or has_digit(bare)
    return any(alone or hit.last - hit.first > 1 or not is_cjk(bare[hit.first]) for hit in found)


@cache
def _joints() -> frozenset[str]:
    """Small words between those of a name: "Norvale in Colle", "Norvale nad Labem"."""
    return frozenset(toml_table("structure.toml")["name_joints"])


@cache
def _bearings() -> frozenset[str]:
    """Words for directions, which have small letters in a parent: "Norvale, southern Alba"."""
    return frozenset(toml_table("words.toml")["bearings"])


def _has_parents(heading: str) -> bool:
    return bool(find_countries(heading) or find_regions(heading))


def _is_proper(word: str) -> bool:
    """Whether a word has no small letter first, but behind an article: "d'Aix"."""
    return not word[0].islower() or (word[1:2] in {"'", "’"} and word[2:3].isupper())


@cache
def _admin() -> frozenset[str]:
    table = toml_table("words.toml")["admin_words"]
    return frozenset(key(str(entry["word"])) for entries in table.values() for entry in entries)


def is_admin(word: str) -> bool:
    """Whether a word says what kind of place something is, or is part of such a word."""
    said = key(word)
    return said in _admin() or said.lstrip("-") in _admin() or said in _admin_parts()


@cache
def _admin_parts() -> frozenset[str]:
    """The words of administrative words of several: "thành phố"."""
    return frozenset(part for word in _admin() if " " in word for part in word.split())


def _has_admin(bare: str) -> bool:
    """Whether an administrative word stands among the words, or as an ending (서울시, Saga-si)."""
    said = key(bare)
    tokens = said.replace(",", " ").split()
    if said.startswith(_admin_openings()):
        return True
    if len(tokens) > 1 and not _admin().isdisjoint(tokens):
        return True
    return any(token.endswith(_admin_endings()) and len(token) > 1 for token in tokens)


@cache
def _admin_openings() -> tuple[str, ...]:
    """Administrative words of several words, with the blank behind them."""
    return tuple(word + " " for word in _admin() if " " in word)


@cache
def _admin_endings() -> tuple[str, ...]:
    return tuple(word for word in _admin() if is_cjk(word[-1]) or word.startswith("-"))


def in_country(heading: str) -> str:
    """The name in "Kirn in Germany"; empty where no country follows, or no name stands before."""
    match = _IN.search(heading)
    if match is None or not country_code(heading[match.end() :].strip(" .:!")):
        return ""
    name = heading[: match.start()].strip()
    return name if is_proper(name) and not _admin().issuperset(key(name).split()) else ""
