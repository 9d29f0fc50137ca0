"""Words of the lexicon as one pattern a table: what every reader of running text searches with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from pipeline.lexicon.tables import toml_table
from pipeline.normalize.text import fold, is_cjk, key

# A letter of a script that writes blanks: "11,887haのうち" ends its unit before the kana.
_LETTER = r"[^\W\d_\u0e00-\u0e7f\u3040-\ud7ff]"
_NOT_BEHIND = rf"(?-i:(?<!{_LETTER}))"
_NOT_BEFORE = rf"(?-i:(?!{_LETTER}))"


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
    """A regular expression for any of the spellings in folded text, the longest that fits.

    A spelling that begins or ends in a letter of a script with blanks must stand alone there. The
    spellings are a trie, so that a text is scanned in about the same time however many there are.
    """
    edges: dict[tuple[str, str], list[str]] = {}
    for spelling in sorted({key(spelling) for spelling in spellings if spelling}):
        edges.setdefault(
            (_edge(spelling[0], _NOT_BEHIND), _edge(spelling[-1], _NOT_BEFORE)), []
        ).append(spelling)
    groups = (f"{left}{_trie(words_)}{right}" for (left, right), words_ in sorted(edges.items()))
    return "(?:" + ("|".join(groups) or "(?!)") + ")"


def _edge(character: str, guard: str) -> str:
    return guard if character.isalpha() and not is_cjk(character) else ""


def _trie(spellings: Sequence[str]) -> str:
    """Sorted spellings as one pattern that branches where they differ."""
    heads: dict[str, list[str]] = {}
    for spelling in spellings:
        if spelling:
            heads.setdefault(spelling[0], []).append(spelling[1:])
    branches = [_literal(head) + (_trie(rest) if any(rest) else "") for head, rest in heads.items()]
    body = branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
    return body if "" not in spellings else f"(?:{body})?"


def _literal(character: str) -> str:
    return r"\s+" if character == " " else re.escape(character)


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
