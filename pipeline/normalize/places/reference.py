"""Reference figures of countries, regions and places by name: exact lookups, never fuzzy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TypeVar

from pipeline.lexicon.tables import (
    Country,
    PlaceReference,
    Region,
    countries,
    place_words,
    places,
    regions,
)
from pipeline.normalize.places.name import fold_name, fold_names, is_glyphic, without_accents

Row = TypeVar("Row", bound=Region | PlaceReference)


def country_reference(code: str) -> Country | None:
    """The row of an ISO 3166-1 alpha-2 code."""
    return countries().get(code)


def region_country(code: str) -> str:
    """ISO 3166-1 code of the country that an ISO 3166-2 code lies in."""
    return code.partition("-")[0]


@lru_cache(maxsize=4096)
def region_reference(name: str, country: str = "") -> Region | None:
    """The region of a code or name, None where several countries have one of that name."""
    if name in regions():
        return regions()[name]
    for spelling in _spellings(name):
        found = _regions_by_name().get(spelling, ())
        fitting = {region for region in found if country in {"", region.country}}
        if fitting:
            return next(iter(fitting)) if len(fitting) == 1 else None
    return None


@lru_cache(maxsize=4096)
def place_reference(name: str, country: str = "", region: str = "") -> PlaceReference | None:
    """The place of a name, None where none or several fit the country and the region given.

    A second try leaves out a word for the place's kind: "Baoshan District", "상주시".
    """
    for spelling in _spellings(name):
        fitting = [
            place
            for place in _places_by_name().get(spelling, ())
            if country in {"", place.country} and region in {"", place.region}
        ]
        if fitting:
            return fitting[0] if len(set(fitting)) == 1 else None
    return None


@cache
def _regions_by_name() -> dict[str, tuple[Region, ...]]:
    return _by_name(regions().values())


@cache
def _places_by_name() -> dict[str, tuple[PlaceReference, ...]]:
    return _by_name(places())


def _by_name(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    """Rows by the keys of their names, with accents and without; of two names one may make twice."""
    named = [(name, row) for row in rows for name in (row.name, *row.aliases)]
    folded = fold_names(name for name, _ in named)
    found: dict[str, tuple[Row, ...]] = {}
    for (_, row), name in zip(named, folded, strict=True):
        for spelling in {name, without_accents(name)}:
            found[spelling] = (*found.get(spelling, ()), row)
    return found


@lru_cache(maxsize=1024)  # a name is looked for as a place's and as a region's
def _spellings(name: str) -> tuple[str, ...]:
    """What to look for a name by: with all its words, then without one for its kind."""
    return tuple(_spelled(name))


def _spelled(name: str) -> Iterator[str]:
    folded = fold_name(name)
    yield folded
    yield without_accents(folded)
    prefixes, suffixes = _kind_edges()
    if not folded.startswith(prefixes) and not folded.endswith(suffixes):
        return
    for before, after in _kind_words():
        bare = folded.removeprefix(before) if before else folded.removesuffix(after)
        if bare != folded and len(bare.strip()) > 1:
            yield bare.strip()
            yield without_accents(bare.strip())


@cache
def _kind_edges() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The prefixes and the suffixes of ``_kind_words``: most names have none."""
    pairs = _kind_words()
    return tuple(p for p, _ in pairs if p), tuple(s for p, s in pairs if not p)


@cache
def _kind_words() -> tuple[tuple[str, str], ...]:
    """Pairs (prefix, suffix) of which one is empty, longest first, blanks at the joint included."""
    pairs = []
    for word in place_words():
        folded = fold_name(word.word)
        if word.kind == "feature":
            continue
        if word.position == "before":
            pairs.append((f"{folded} ", ""))
        else:
            pairs.append(("", folded if is_glyphic(folded) else f" {folded}"))
    return tuple(sorted(set(pairs), key=lambda pair: (-len("".join(pair)), pair)))
