"""The nation that an adjective beside a word for a place gives: "città tedesca di vetrai", "im polnischen Bergland"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, pairwise

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Reading
from pipeline.normalize.lexeme import flatten, words
from pipeline.normalize.nation import may_name_nations, nation_of
from pipeline.normalize.text import key

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_GAP = re.compile(r" |[’']")
_NEAR = 2  # words between which an adjective and its noun stand
_SHORTEST_NOUN = 3  # "by" and "il" are other words more often
_REACH = 60


def told_nations(text: str, stretch: Span) -> Iterator[Reading[str]]:
    """The nations whose adjectives stand beside a word for a place, as ISO 3166-1 codes.

    So does one that opens the stretch behind its article ("Die russische Uhrmacherin"), and one
    before a name behind "in" ("im polnischen Bergland"). English adjectives are among the countries'
    names (``find_countries``).
    """
    said = " ".join(_WORD.findall(text, *stretch)).casefold().split(" ")
    likely = may_name_nations(said)
    if not likely:
        return
    found = list(_WORD.finditer(text, *stretch))
    for at in likely:
        code = nation_of(said[at])
        if code and (_opens(found, at) or _lies_in(found, at) or _is_beside(text, found, at)):
            yield Reading(code, Span(*found[at].span()), "country:adjective")


def is_of_place(text: str, adjective: Span, end: int) -> bool:
    """Whether a word for a place follows an adjective, with at most one word between them."""
    found = list(_WORD.finditer(text, adjective.start, min(end, adjective.end + _REACH)))
    behind = [word for word in found if word.start() >= adjective.start]
    return not _english_nouns().isdisjoint(_joined(text, behind))


def _opens(found: Sequence[re.Match[str]], at: int) -> bool:
    """Whether an adjective is the second word, behind an article."""
    return at == 1 and found[0][0].casefold() in _articles() and len(found) > at + 1


def _lies_in(found: Sequence[re.Match[str]], at: int) -> bool:
    """Whether "in" stands before an adjective, and a word with a capital behind it."""
    if not 0 < at < len(found) - 1 or not found[at + 1][0][0].isupper():
        return False
    before = at - 1 - (found[at - 1][0].casefold() in _articles())
    return before >= 0 and found[before][0].casefold() in _prepositions()


def _is_beside(text: str, found: Sequence[re.Match[str]], at: int) -> bool:
    behind, before = found[at : at + _NEAR + 1], found[max(0, at - _NEAR) : at + 1][::-1]
    return any(map(_is_place, (*_joined(text, behind), *_joined(text, before))))


def _joined(text: str, found: Sequence[re.Match[str]]) -> Iterator[str]:
    """The words beside the first, nearest first, up to a mark between two."""
    for word, other in islice(pairwise(found), _NEAR):
        left, right = sorted((word, other), key=lambda match: match.start())
        if not _GAP.fullmatch(text, left.end(), right.start()):
            return
        yield other[0].casefold()


def _is_place(word: str) -> bool:
    return word in _nouns() or word.endswith(_compound_ends())


@cache
def _nouns() -> frozenset[str]:
    """Words for places but the English ones, which stand beside words like "pools" and "fins"."""
    places = toml_table("words.toml")["place_nouns"]
    foreign = {language: told for language, told in places.items() if language != "en"}
    sides = flatten(toml_table("structure.toml")["sides_of_countries"])
    told = (*flatten(foreign), *words("partner_nouns"), *sides)
    return frozenset(noun for noun in map(key, told) if len(noun) >= _SHORTEST_NOUN)


@cache
def _english_nouns() -> frozenset[str]:
    """Words for places and for land, which an adjective in a sentence may be of."""
    return frozenset((*words("place_nouns"), *words("land_nouns")))


@cache
def _compound_ends() -> tuple[str, ...]:
    return tuple(toml_table("structure.toml")["place_compound_ends"])


@cache
def _articles() -> frozenset[str]:
    table = toml_table("structure.toml")
    return frozenset((*table["articles"], *table["noun_articles"]))


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(toml_table("structure.toml")["locating_words"])
