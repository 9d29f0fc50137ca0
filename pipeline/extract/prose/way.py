"""One way of saying a fact, as steps over the tagged tokens of a sentence."""

from __future__ import annotations

from typing import Any, NamedTuple

from pipeline.normalize.lexeme import words

Step = dict[str, Any]

_INNER = [
    "WORD",
    "NAME",
    "DATE",
    "YEAR",
    "MARK",
    "COLON",
    "FIG_SHARE",
    "CUE_AREA",
    "CUE_POPULATION",
    "CUE_LIVING",
    "NOUN",
]


def gap(most: int, *more: str) -> Step:
    """Up to so many tokens that break no clause and are no other figure."""
    return {"TAG": {"IN": [*_INNER, *more]}, "OP": f"{{0,{most}}}"}


def words_between(most: int) -> Step:
    """Up to so many tokens that break no clause and are neither figures nor dates."""
    told = [tag for tag in _INNER if tag not in {"DATE", "YEAR"}]
    return {"TAG": {"IN": told}, "OP": f"{{0,{most}}}"}


def tag(*tags: str) -> Step:
    """A token with one of some tags."""
    return {"TAG": {"IN": list(tags)}}


def word(*spellings: str) -> Step:
    """A token that is one of some words in lower case."""
    return {"LOWER": {"IN": list(spellings)}}


class Row(NamedTuple):
    """One way of saying a fact: the field, the tokens, the tags of the value, how sure it is."""

    name: str
    field: str
    take: tuple[str, ...]
    steps: tuple[Step, ...]
    trust: float = 1.0


def listed(table: str) -> Step:
    """A token that is a word of a table of the lexicon."""
    return word(*words(table))


def perhaps(table: str) -> Step:
    """A token that is a word of a table of the lexicon, or none."""
    return {**listed(table), "OP": "?"}
