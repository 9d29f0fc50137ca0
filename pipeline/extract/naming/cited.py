"""Countries that the text of a profile names of itself: beside its census, behind the region that it lies in."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.page import Page
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Profile, Span
from pipeline.model.value import Reading
from pipeline.normalize.glossary import glossary
from pipeline.normalize.place import find_countries
from pipeline.normalize.text import key
from pipeline.read.profile.placename import is_admin

_REACH = 60
_SHORTEST = 4  # letters of a word for a land


def cited_countries(page: Page, profile: Profile) -> Iterator[Reading[str]]:
    """Countries in lines that speak of a census, and those right behind a region of theirs."""
    census = glossary("census_words")
    for line in profile.lines:
        counted = census.search(page.text, *line.body) is not None
        for country in find_countries(page.text, *line.body):
            if counted or _is_behind_land(page.text, line.body, country.span):
                yield country


def _is_behind_land(text: str, body: Span, country: Span) -> bool:
    """Whether a land stands right before a country: "departamento de Alba, Colombia", "Elm Province, China"."""
    before = text[max(body.start, country.start - _REACH) : country.start]
    if not before.endswith(", "):
        return False
    words_of = before[:-2].rpartition(",")[2].split()
    named = _capitals(words_of)
    if len(named) > 1 and _is_land(named[-1]):
        return True
    rest = words_of[: len(words_of) - len(named)]
    of = toml_table("structure.toml")["authorities"]["of"]
    rest = rest[:-1] if rest and rest[-1] in of else rest
    return bool(named) and bool(rest) and _is_land(rest[-1])


def _capitals(said: list[str]) -> list[str]:
    """The words in capitals with which a stretch ends."""
    at = len(said)
    while at and said[at - 1][:1].isupper():
        at -= 1
    return said[at:]


def _is_land(word: str) -> bool:
    """Whether a word is one for a land with towns in it: no town's own."""
    seats = toml_table("structure.toml")["seat_nouns"]
    return len(word) >= _SHORTEST and is_admin(word) and key(word) not in seats
