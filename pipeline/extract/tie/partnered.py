"""Sentences whose subject became a partner: "Norvale followed in 1967", on a page of partners."""

from __future__ import annotations

from functools import cache

from pipeline.extract.page import Whose
from pipeline.lexicon.tables import toml_table
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.hit import Hit
from pipeline.normalize.lexeme import flatten, words
from pipeline.normalize.text import key

_OPENING = 60
_KIND = 3  # so many words may say what a name is: "De Poolse stad Norvale"


def partnered(said: str, whose: Whose) -> Hit | None:
    """Where a sentence that opens with the partner says that it became one."""
    return _partnered(said) if _opens_with(said, whose) else None


def _partnered(said: str) -> Hit | None:
    """Where a sentence says that its subject became a partner, not that it is "the third biggest city"."""
    sizes = _superlatives()
    found = (hit for hit in _partnering().finditer(said) if not sizes.match(said, hit.last + 1))
    return next(found, None)


@cache
def _superlatives() -> Glossary:
    return Glossary(toml_table("structure.toml")["superlatives"])


def _opens_with(said: str, whose: Whose) -> bool:
    """Whether a sentence of a page of partners opens with the partner's name, or with what it is."""
    if not whose.partners:
        return False
    opening = key(said[:_OPENING])
    before = [opening.partition(name)[0].split() for name in whose.names if name in opening]
    leading = toml_table("structure.toml")["place_prepositions"]
    return any(len(said) <= _KIND and set(said).isdisjoint(leading) for said in before)


@cache
def _partnering() -> Glossary:
    """Words that make a place a partner where it is their subject: "Norvale followed in 1967"."""
    return Glossary(
        (*flatten(toml_table("structure.toml")["partnering_words"]), *words("rank_words"))
    )
