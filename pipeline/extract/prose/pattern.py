"""Ways in which prose tells of a place, found in the tagged tokens of a sentence.

Rows are in order of trust; a figure that one row has taken is not offered to the next. ``take`` is
the tag of the token that is the value. spaCy's matcher finds them; it is asked, and imported, only
where a sentence has the tags of a row in their order, and its words. A row of one tag needs none.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.extract.prose.headcount import COUNTS
from pipeline.extract.prose.measurement import MEASURES
from pipeline.extract.prose.sentence import Sentence
from pipeline.extract.prose.settlement import LAND
from pipeline.extract.prose.way import Row, Step

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

ROWS = (*COUNTS, *MEASURES, *LAND)

BY_NAME = {row.name: row for row in ROWS}
ORDER = {row.name: index for index, row in enumerate(ROWS)}

Match = tuple[str, int, int]
# Tags of the words and marks between figures, dates and cues: any sentence may have them.
BETWEEN = frozenset(["NAME", "WORD", "MARK", "COMMA", "OPEN", "CLOSE", "COLON", "BREAK"])


_FIRST_SIGN, _OTHER = 0x4E00, "-"


class _Way(NamedTuple):
    """What a row needs: a sentence has it only with one of each of these sets of tags and words.

    ``alone`` tells that the row is one tag, for which that is all.
    """

    name: str
    tags: tuple[frozenset[str], ...]
    words: tuple[frozenset[str], ...]
    alone: bool


def find_matches(sentence: Sentence) -> list[Match]:
    """Every match of a row: its name, its first token and the one behind its last."""
    likely = [way for way in _told_with(sentence.tags) if _has_words(sentence, way)]
    if not likely:
        return []
    tags = "".join(_signs().get(token.tag, _OTHER) for token in sentence.tokens)
    found = [
        (way.name, *m.span())
        for way in likely
        if way.alone
        for m in _order(way.name).finditer(tags)
    ]
    ways = tuple(way.name for way in likely if not way.alone and _order(way.name).search(tags))
    if ways:
        names = _language().vocab.strings
        told = _matcher(ways)(_doc(sentence))
        found += ((names[key], start, end) for key, start, end in told)
    return found


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
    """The steps of a row that are not left out: those without an operator."""
    needs = [step for step in row.steps if "OP" not in step]
    tags = tuple(frozenset(step["TAG"]["IN"]) for step in needs if "TAG" in step)
    words = tuple(frozenset(step["LOWER"]["IN"]) for step in needs if "LOWER" in step)
    return _Way(row.name, tags, words, alone=len(row.steps) == len(tags) == 1)


@cache
def _order(name: str) -> re.Pattern[str]:
    """A row over a sentence's tags, a character each, whatever its words."""
    return re.compile("".join(map(_in_order, BY_NAME[name].steps)))


def _in_order(step: Step) -> str:
    """A step as part of a pattern over tags; a word may have any of them."""
    told = "".join(_signs()[tag] for tag in step["TAG"]["IN"]) if "TAG" in step else ""
    repeated: str = step.get("OP", "")
    return f"[{told}]{repeated}" if told else f".{repeated}"


@cache
def _signs() -> dict[str, str]:
    """A character for every tag that a row asks for."""
    tags = sorted({tag for row in ROWS for s in row.steps if "TAG" in s for tag in s["TAG"]["IN"]})
    return {tag: chr(_FIRST_SIGN + at) for at, tag in enumerate(tags)}


@cache
def _language() -> Language:
    """The blank spaCy pipeline that the matcher's words and tags belong to."""
    import spacy

    return spacy.blank("xx")


def _doc(sentence: Sentence) -> Doc:
    """A sentence as the matcher takes it."""
    from spacy.tokens import Doc as SpacyDoc

    tags = [token.tag for token in sentence.tokens]
    return SpacyDoc(_language().vocab, words=list(sentence.words), tags=tags)


@lru_cache(maxsize=512)
def _matcher(names: tuple[str, ...]) -> Matcher:
    """The matcher with some of the rows: the fewer, the faster."""
    from spacy.matcher import Matcher as SpacyMatcher

    found = SpacyMatcher(_language().vocab, validate=True)
    for name in names:
        found.add(name, [list(BY_NAME[name].steps)], greedy="FIRST")
    return found
