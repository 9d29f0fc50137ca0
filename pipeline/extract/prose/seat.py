"""Counts of the town in a region: "Population of the town itself: 506,114" on the page of a province."""

from __future__ import annotations

from functools import cache

from pipeline.extract.page import Page
from pipeline.extract.prose.clause import cue_before
from pipeline.extract.prose.sentence import Sentence
from pipeline.extract.prose.token import Token
from pipeline.lexicon.tables import toml_table
from pipeline.normalize.glossary import Glossary
from pipeline.read.profile.placename import is_admin


def is_of_seat(page: Page, sentence: Sentence, token: Token, names: frozenset[str]) -> bool:
    """Whether a count is said to be of a town or capital where the place is a land with towns in it."""
    cue = cue_before(sentence, token, "CUE_POPULATION")
    if cue is None or _seats().search(page.text, cue.span.end, token.span.start) is None:
        return False
    return any(_is_land(name) for name in names)


def _is_land(name: str) -> bool:
    """Whether a name in small letters says that it is of a province, a region, a county."""
    kinds = [word for word in name.split() if is_admin(word)]
    return bool(kinds) and not any(_seats().fullmatch(kind) for kind in kinds)


@cache
def _seats() -> Glossary:
    """Nouns for a town or for the seat of a land."""
    return Glossary(toml_table("structure.toml")["seat_nouns"])
