"""Names of authorities, of which the place is a part: "Springvale Town Council", "Gobierno de Alba"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import alternation, flatten
from pipeline.normalize.stretch import trim
from pipeline.normalize.text import key

_DASH = re.compile(r"\s-\s")
_SHORTEST = 2
_TITLES = 2  # "Official Portal of the District Office of Norvale"


def without_authority(text: str, span: Span) -> Span:
    """The place in the name of its council or government; all of a name that is of no such.

    A name that nothing is left of stays whole: "City Council", "Government of the Province".
    """
    if not _authorities().search(text[span.start : span.end]):
        rest = trim(text, span)
        return rest if rest == span or _names(text[slice(*rest)]) else span
    start = _behind_titles(text, span)
    behind = _behind().search(text, start, span.end)
    end = behind.start() if behind else span.end
    rest = trim(text, Span(start, end))
    return rest if _names(text[slice(*rest)]) else span


def without_level(name: str) -> str:
    """The place's own words in what its authority leaves: of "Norvale Municipal" the first."""
    first, _, last = name.rpartition(" ")
    return (
        first
        if first and key(last) in toml_table("structure.toml")["authorities"]["levels"]
        else name
    )


def _behind_titles(text: str, span: Span) -> int:
    """Where a name begins behind an authority, or behind its site and the authority."""
    start = span.start
    for _ in range(_TITLES):
        before = _before().match(text, start, span.end)
        start = before.end() if before else start
    return start


def _names(said: str) -> bool:
    """Whether what is left of a name is one: capitalised, and no word for a level or a council."""
    if len(said) < _SHORTEST or not said[0].isalpha() or said[0].islower() or _DASH.search(said):
        return False
    return not _nameless().issuperset(key(said).split())


@cache
def _nameless() -> frozenset[str]:
    told = map(key, flatten(toml_table("structure.toml")["authorities"]))
    return frozenset(word for phrase in told for word in phrase.split()) | {"office", "area"}


@cache
def _authorities() -> Glossary:
    """The words without one of which no name is an authority's."""
    table = toml_table("structure.toml")["authorities"]
    return Glossary(
        flatten([table[part] for part in ("before", "titles", "behind", "governments")])
    )


@cache
def _before() -> re.Pattern[str]:
    """An authority before the place, most with "of": "Provincial Government of", "Rathaus"."""
    levels, of = _words("levels"), _words("of")
    owning = rf"(?:{levels} )?{_words('before')}(?: {levels})? {of}(?: {levels} {of})?"
    return re.compile(
        rf"(?:the )?(?:{owning}|{_words('titles')}(?: {of}| -)?) (?=\S)", re.IGNORECASE
    )


@cache
def _behind() -> re.Pattern[str]:
    """An authority behind the place: "Town Council" with the word for its level, "Government"."""
    ending = rf"(?:{_words('levels')} )?{_words('behind')}|{_words('governments')}"
    return re.compile(rf",? (?:{ending})\W*$", re.IGNORECASE)


def _words(part: str) -> str:
    return alternation(flatten(toml_table("structure.toml")["authorities"][part]))
