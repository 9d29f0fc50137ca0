"""Words of the lexicon as one pattern a table: what every reader of running text searches with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from pipeline.lexicon.tables import toml_table
from pipeline.normalize.text import fold, is_cjk, key


def flatten(entry: Any) -> tuple[str, ...]:  # noqa: ANN401  (TOML nests as it likes)
    """All words under an entry of a lexicon file, whatever its nesting, in order."""
    if isinstance(entry, str):
        return (entry,)
    children: Iterable[Any] = entry.values() if isinstance(entry, Mapping) else entry
    return tuple(word for child in children for word in flatten(child))


@cache
def words(*path: str) -> tuple[str, ...]:
    """The words of one table of ``words.toml`` in all languages, each once."""
    entry: Any = toml_table("words.toml")
    for step in path:
        entry = entry[step]
    return tuple(dict.fromkeys(key(word) for word in flatten(entry)))


def alternation(spellings: Iterable[str]) -> str:
    """A regular expression for any of the spellings in folded text, longest first.

    A spelling that begins or ends in a letter of a script with blanks must stand alone there.
    """
    ordered = sorted({key(spelling) for spelling in spellings if spelling}, key=len, reverse=True)
    return "(?:" + "|".join(_bounded(spelling) for spelling in ordered) + ")" if ordered else "(?!)"


def _bounded(spelling: str) -> str:
    body = re.escape(spelling).replace(r"\ ", r"\s+")
    left = r"(?<![^\W\d_])" if spelling[0].isalpha() and not is_cjk(spelling[0]) else ""
    right = r"(?![^\W\d_])" if spelling[-1].isalpha() and not is_cjk(spelling[-1]) else ""
    return left + body + right


@cache
def pattern(*path: str) -> re.Pattern[str]:
    """One compiled pattern for a table of ``words.toml``, without regard to case."""
    return re.compile(alternation(words(*path)), re.IGNORECASE)


@cache
def scale_words() -> dict[str, int]:
    """Exponent of ten of every scale word: ``million`` is 6, ``만`` is 4."""
    return {key(word): exponent for word, exponent in toml_table("words.toml")["scale"].items()}


def lower(text: str) -> str:
    """Folded text in lower case with the offsets of the text, for patterns in lower case."""
    folded = fold(text)
    lowered = folded.lower()
    return lowered if len(lowered) == len(folded) else "".join(map(_lower_one, folded))


def _lower_one(character: str) -> str:
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character
