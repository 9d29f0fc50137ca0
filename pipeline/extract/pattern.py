"""Ways in which prose tells of a place, found in the tagged tokens of a sentence.

Rows are in order of trust; a figure that one row has taken is not offered to the next. ``take`` is
the tag of the token that is the value. Their steps are those of spaCy's matcher, by whose rules they
are matched here: it takes a second to import, and a document a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.extract.headcount import COUNTS
from pipeline.extract.measurement import MEASURES
from pipeline.extract.sentence import Sentence
from pipeline.extract.way import Row, Step

ROWS = (*COUNTS, *MEASURES)

BY_NAME = {row.name: row for row in ROWS}
ORDER = {row.name: index for index, row in enumerate(ROWS)}

Match = tuple[str, int, int]
# Tags of the words and marks between figures, dates and cues: any sentence may have them.
BETWEEN = frozenset(["NAME", "WORD", "MARK", "COMMA", "OPEN", "CLOSE", "COLON", "BREAK"])


class _Part(NamedTuple):
    """A step as it is matched: a token with one of some tags or words, or up to ``most`` of them."""

    by_word: bool
    values: frozenset[str]
    most: int | None


class _Way(NamedTuple):
    """A row as it is matched; a sentence has it only with a tag or word of each of its needs."""

    name: str
    parts: tuple[_Part, ...]
    tags: tuple[frozenset[str], ...]
    words: tuple[frozenset[str], ...]


def find_matches(sentence: Sentence) -> list[Match]:
    """Every match of a row: its name, its first token and the one behind its last."""
    ways = [way for way in _told_with(sentence.tags) if _has_words(sentence, way)]
    if not ways:
        return []
    tags, words = [token.tag for token in sentence.tokens], sentence.words
    return [match for way in ways for match in _matches(way, tags, words)]


def _has_words(sentence: Sentence, way: _Way) -> bool:
    """Whether a sentence has a word of each step of a row that asks for words."""
    return not (way.words and any(map(sentence.vocabulary.isdisjoint, way.words)))


@lru_cache(maxsize=1024)
def _told_with(tags: frozenset[str]) -> tuple[_Way, ...]:
    """The rows that need no figure, date or cue but those of some tags."""
    given = tags | BETWEEN
    return tuple(w for w in _ways() if not any(map(given.isdisjoint, w.tags)))


@cache
def _ways() -> tuple[_Way, ...]:
    return tuple(map(_way, ROWS))


def _way(row: Row) -> _Way:
    parts = tuple(map(_part, row.steps))
    needs = [part for part in parts if part.most is None]
    tags = tuple(need.values for need in needs if not need.by_word)
    return _Way(row.name, parts, tags, tuple(need.values for need in needs if need.by_word))


def _part(step: Step) -> _Part:
    """A step of a row: one token, or up to so many with the operator ``?`` or ``{0,9}``."""
    kind = next(iter(step))
    operator = step.get("OP", "")
    most = 1 if operator == "?" else int(operator[3:-1]) if operator else None
    return _Part(kind == "LOWER", frozenset(step[kind]["IN"]), most)


def _matches(way: _Way, tags: Sequence[str], words: Sequence[str]) -> list[Match]:
    """The matches of a row, the longest at each token, none that meets another."""
    first, behind = way.parts[0], 0
    seen = words if first.by_word else tags
    if len(way.parts) == 1:
        return [(way.name, at, at + 1) for at, said in enumerate(seen) if said in first.values]
    found = []
    for start in [at for at, said in enumerate(seen) if said in first.values]:
        end = _end(way.parts, tags, words, start) if start >= behind else 0
        if end:
            found.append((way.name, start, end))
            behind = end
    return found


def _end(parts: Sequence[_Part], tags: Sequence[str], words: Sequence[str], start: int) -> int:
    """Where the longest match from a token on ends, 0 if there is none."""
    reached = {start}
    for by_word, values, most in parts:
        said = words if by_word else tags
        if most is None:
            reached = {at + 1 for at in reached if at < len(said) and said[at] in values}
        else:
            reached |= {at for begin in reached for at in _within(said, values, begin, most)}
        if not reached:
            return 0
    return max(reached)


def _within(said: Sequence[str], values: frozenset[str], start: int, most: int) -> Iterator[int]:
    """Where a gap of some tokens can end that begins at one."""
    for at in range(start, min(start + most, len(said))):
        if said[at] not in values:
            return
        yield at + 1
