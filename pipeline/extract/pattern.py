"""Ways in which prose tells of a place, found in the tagged tokens of a sentence.

Rows are in order of trust; a figure that one row has taken is not offered to the next. ``take`` is
the tag of the token that is the value. Steps and gaps between them are matched here, rows with more
of the grammar of spaCy's matcher by spaCy, which takes a second to import.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.extract.headcount import COUNTS
from pipeline.extract.measurement import MEASURES
from pipeline.extract.sentence import Sentence
from pipeline.extract.way import Row, Step

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

ROWS = (*COUNTS, *MEASURES)

BY_NAME = {row.name: row for row in ROWS}
ORDER = {row.name: index for index, row in enumerate(ROWS)}

Match = tuple[str, int, int]
# Tags of the words and marks between figures, dates and cues: any sentence may have them.
_BETWEEN = frozenset(["NAME", "WORD", "MARK", "COMMA", "OPEN", "CLOSE", "COLON", "BREAK"])


class _Part(NamedTuple):
    """A step as it is matched: a token with one of some tags or words, or up to ``most`` of them."""

    seen: str
    values: frozenset[str]
    most: int | None


class _Way(NamedTuple):
    """A row as it is matched; a sentence has it only with a tag or word of each of ``needs``."""

    name: str
    parts: tuple[_Part, ...]
    needs: tuple[_Part, ...]
    is_plain: bool


def find_matches(sentence: Sentence) -> Iterator[Match]:
    """Every match of a row: its name, its first token and the one behind its last."""
    ways = [way for way in _told_with(sentence.tags) if _has_words(sentence, way)]
    if ways:
        seen = {"TAG": [token.tag for token in sentence.tokens], "LOWER": sentence.words}
        for way in ways:
            if way.is_plain:
                yield from _plain_matches(way, seen)
    if longer := tuple(way.name for way in ways if not way.is_plain):
        names = _language().vocab.strings
        found = _matcher(longer)(_doc(sentence))
        yield from ((names[key], start, end) for key, start, end in found)


@cache
def _ways() -> tuple[_Way, ...]:
    return tuple(map(_way, ROWS))


def _way(row: Row) -> _Way:
    parts = tuple(map(_part, row.steps))
    is_plain = all(step.get("OP", "{0,")[:3] == "{0," for step in row.steps)
    return _Way(row.name, parts, tuple(part for part in parts if part.most is None), is_plain)


def _part(step: Step) -> _Part:
    """A step of a row; one without an operator is one token."""
    seen = next(iter(step))
    most = step["OP"][3:-1] if "OP" in step else ""
    return _Part(seen, frozenset(step[seen]["IN"]), int(most or 1) if "OP" in step else None)


@lru_cache(maxsize=1024)
def _told_with(tags: frozenset[str]) -> tuple[_Way, ...]:
    """The rows that need no figure, date or cue but those of some tags."""
    given = tags | _BETWEEN
    return tuple(
        way
        for way in _ways()
        if all(n.seen != "TAG" or not given.isdisjoint(n.values) for n in way.needs)
    )


def _has_words(sentence: Sentence, way: _Way) -> bool:
    """Whether a sentence has a word of each step of a row that asks for words."""
    return all(
        need.seen != "LOWER" or not need.values.isdisjoint(sentence.vocabulary)
        for need in way.needs
    )


def _plain_matches(way: _Way, seen: Mapping[str, Sequence[str]]) -> Iterator[Match]:
    """The matches of a row, the longest at each token, none inside another."""
    first, behind = way.parts[0], 0
    for start, said in enumerate(seen[first.seen]):
        if start >= behind and said in first.values and (end := _end(way.parts, seen, start)):
            yield way.name, start, end
            behind = end


def _end(parts: Sequence[_Part], seen: Mapping[str, Sequence[str]], start: int) -> int:
    """Where the longest match from a token on ends, 0 if there is none."""
    reached = {start}
    for part in parts:
        said, values = seen[part.seen], part.values
        if part.most is None:
            reached = {at + 1 for at in reached if at < len(said) and said[at] in values}
        else:
            reached = {at for start in reached for at in _within(said, values, start, part.most)}
    return max(reached, default=0)


def _within(said: Sequence[str], values: frozenset[str], start: int, most: int) -> Iterator[int]:
    """Where a gap can end that begins at a token."""
    yield start
    for at in range(start, min(start + most, len(said))):
        if said[at] not in values:
            return
        yield at + 1


@cache
def _language() -> Language:
    """The blank spaCy pipeline that the matcher's words and tags belong to."""
    import spacy

    return spacy.blank("xx")


def _doc(sentence: Sentence) -> Doc:
    """A sentence as spaCy's matcher takes it."""
    from spacy.tokens import Doc as SpacyDoc

    tags = [token.tag for token in sentence.tokens]
    return SpacyDoc(_language().vocab, words=list(sentence.words), tags=tags)


@lru_cache(maxsize=512)
def _matcher(names: tuple[str, ...]) -> Matcher:
    """SpaCy's matcher with some of the rows."""
    from spacy.matcher import Matcher as SpacyMatcher

    found = SpacyMatcher(_language().vocab, validate=True)
    for name in names:
        found.add(name, [list(BY_NAME[name].steps)], greedy="FIRST")
    return found
