"""Distances in a sentence: to a named place, or how far away what the sentence goes on about lies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from pipeline.extract.page import Page
from pipeline.extract.prose.token import Token
from pipeline.lexicon.tables import toml_table
from pipeline.normalize.text import is_cjk, key

_ROADS = {"kilometer", "mile", "nautical_mile"}
_REACH = 4
_SHORT_CLAUSE = 3  # "约", "北へ約": no name stands there


def is_road(token: Token) -> bool:
    """Whether a figure is a distance on land or sea."""
    return token.figure is not None and token.figure.unit in _ROADS


def is_away(page: Page, before: Sequence[Token]) -> bool:
    """Whether some tokens have a distance alone in its clause, "À 30 km, ...", or with a word for away."""
    return any(
        is_road(road) and not _is_lost_area(before, at) and _stands_alone(page, before, at)
        for at, road in enumerate(before)
    )


def _is_lost_area(before: Sequence[Token], at: int) -> bool:
    """Whether a distance stands behind a word for an area, and lost its square: "面积135公里"."""
    return at > 0 and before[at - 1].tag == "CUE_AREA"


def said(page: Page, token: Token) -> str:
    """The key of a token's text."""
    return key(page.text[slice(*token.span)])


def _stands_alone(page: Page, before: Sequence[Token], at: int) -> bool:
    """Whether the distance at an index is to no named place."""
    behind = list(
        takewhile(lambda t: t.tag not in {"COMMA", "BREAK"}, before[at + 1 : at + 1 + _REACH])
    )
    if any(t.tag == "NAME" or said(page, t) in _table("distance_references") for t in behind):
        return False
    ahead = before[max(0, at - 2) : at]
    if ahead and _is_clause(page, ahead[-1]):
        return False
    alone = (
        not ahead or ahead[0].tag == "COMMA" or ahead[-1].tag == "COMMA" or len(before[:at]) == 1
    )
    closed = len(behind) < _REACH and at + 1 + len(behind) < len(before)
    away = _table("away_words")
    return (alone and closed) or any(said(page, t) in away for t in (*ahead, *behind))


def _is_clause(page: Page, token: Token) -> bool:
    """Whether a word of a script without blanks is all of a clause, which names what is far: "距伦敦约"."""
    text = page.text[slice(*token.span)]
    return is_cjk(text[:1]) and len(text) > _SHORT_CLAUSE


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(map(key, toml_table("structure.toml")[name]))
