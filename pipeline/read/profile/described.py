"""Headings that say of what a place is a part: "Municipio de Cuba", "Province of Bohol"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache

from pipeline.lexicon.tables import regions, toml_table
from pipeline.model.source import Span
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.place import find_countries, find_regions
from pipeline.normalize.places.name import fold_name, without_accents
from pipeline.normalize.text import key
from pipeline.read.profile.heading import SMALL_WORDS

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_IN = re.compile(r"\b(?:in|en|em|im)\b", re.IGNORECASE)


def is_kind(heading: str) -> bool:
    """Whether a heading says what a place is and in which country: "City in Hungary".

    "Ciudad de Guatemala" may be the name of the capital, "Estado de México" that of a region,
    "Republic of Kenya" that of the country.
    """
    if _kinds().isdisjoint(_beside(heading, ())):
        return False
    names = [reading.span for reading in find_countries(heading)]
    if len(names) != 1 or names[0].start == 0:
        return False
    rest = _beside(heading, names)
    if not rest or not rest <= _kinds() or rest & _sovereign():
        return False
    if _IN.search(heading):
        return True
    return not rest & _cities() and _plain(heading[slice(*names[0])]) not in _region_names()


def is_above(heading: str) -> bool:
    """Whether a heading names a country or a region with no more than its kind and its government."""
    names = [r.span for r in (*find_countries(heading), *find_regions(heading))]
    return bool(names) and _beside(heading, names) <= _kinds()


def _beside(heading: str, names: Sequence[Span]) -> set[str]:
    """The words of a heading beside some names but the small ones, as keys."""
    return {
        said
        for match in _WORD.finditer(heading)
        if not any(name.start <= match.start() < name.end for name in names)
        and (said := key(match[0])) not in SMALL_WORDS | {"in"}
    }


def _words(kinds: Container[str] | None = None) -> Iterator[str]:
    table = toml_table("words.toml")["admin_words"]
    for entry in (entry for entries in table.values() for entry in entries):
        if kinds is None or entry["kind"] in kinds:
            yield from key(str(entry["word"])).split()


@cache
def _kinds() -> frozenset[str]:
    """Words for kinds of places, and for who governs one."""
    told = map(key, flatten(toml_table("structure.toml")["authorities"]))
    return frozenset((*_words(), *(word for phrase in told for word in phrase.split())))


@cache
def _sovereign() -> frozenset[str]:
    """Words for kinds of countries."""
    return frozenset(_words({"country", "republic"})) - SMALL_WORDS


@cache
def _cities() -> frozenset[str]:
    return frozenset(_words({"city"})) - SMALL_WORDS


@cache
def _region_names() -> frozenset[str]:
    return frozenset(_plain(region.name) for region in regions().values())


def _plain(name: str) -> str:
    return without_accents(fold_name(name))
