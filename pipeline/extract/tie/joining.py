"""Ways to tell of a tie without a word for it: verbs kept apart ("trat 1993 bei"), "Since 1976."."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import alternation

_OPENING = 4  # so many words before a noun open a sentence with it: "Notre plus ancien lien"


def joined_at(said: str) -> int | None:
    """Where the verb ends by which a sentence of a page of partners says that one joined."""
    found = _parted().search(said)
    return found.end() if found else None


@cache
def joining_verbs() -> Glossary:
    """The first words of those verbs."""
    return Glossary(verb.split()[0] for verb in _verbs())


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(toml_table("structure.toml")["parted_joining_verbs"])


@cache
def _parted() -> re.Pattern[str]:
    parts = [list(map(re.escape, verb.split(" ", 1))) for verb in _verbs()]
    ways = "|".join(rf"{verb} [^,;:.!?]{{0,24}}\d{{4}} {rest}" for verb, rest in parts)
    return re.compile(rf"\b(?:{ways})\b", re.IGNORECASE)


def linked_at(said: str) -> int | None:
    """Where the word for a tie ends with which a sentence of a page of partners opens.

    "Our oldest link, formed in 1958"; of "The bridge that links the two" nothing opens with it.
    """
    found = link_nouns().search(said)
    opens = found is not None and len(said[: found.first].split()) <= _OPENING
    return found.last if found and opens else None


@cache
def link_nouns() -> Glossary:
    """Words for a tie that are ones for other things as well."""
    return Glossary(toml_table("structure.toml")["link_nouns"])


def begun_at(said: str) -> int | None:
    """Where the word ends by which a sentence only says since when: "Since April 1976."."""
    found = _only_since().match(said)
    return found.end("since") if found else None


@cache
def beginning_words() -> Glossary:
    """The words for since."""
    return Glossary(toml_table("structure.toml")["beginning_words"])


@cache
def _only_since() -> re.Pattern[str]:
    since = alternation(toml_table("structure.toml")["beginning_words"])
    return re.compile(
        rf"\W*(?P<since>{since})\s?[^,;:.()\d]{{0,16}}(?:\d{{1,2}}\.? ?[^,;:.()\d]{{0,12}})?\d{{4}}\s*(?:[.;(]|$)",
        re.IGNORECASE,
    )
