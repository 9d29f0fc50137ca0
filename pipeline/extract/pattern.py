"""Rows of ways in which prose tells of a place, found in a sentence by spaCy's matcher.

Rows are in order of trust; a figure that one row has taken is not offered to the next. ``take`` is
the tag of the token that is the value.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pipeline.extract.headcount import COUNTS
from pipeline.extract.measurement import MEASURES
from pipeline.extract.sentence import Sentence, language

if TYPE_CHECKING:
    from spacy.matcher import Matcher

ROWS = (*COUNTS, *MEASURES)

BY_NAME = {row.name: row for row in ROWS}


@cache
def _needs(name: str) -> tuple[frozenset[str], ...]:
    """For every step of a row that must match, the tags or words of which a sentence needs one."""
    wanted = (step for step in BY_NAME[name].steps if "OP" not in step)
    return tuple(frozenset(next(iter(step.values()))["IN"]) for step in wanted)


_TAKEN = frozenset(tag for row in ROWS for tag in row.take)
ORDER = {row.name: index for index, row in enumerate(ROWS)}


def find_matches(sentence: Sentence) -> list[tuple[str, int, int]]:
    """Every match of a row: its name, its first token and the one behind its last.

    spaCy sees only the rows of several steps whose tags and words the sentence has.
    """
    given = {*sentence.words, *(token.tag for token in sentence.tokens)}
    if given.isdisjoint(_TAKEN):
        return []
    rows = [row for row in ROWS if all(not given.isdisjoint(needed) for needed in _needs(row.name))]
    found = [
        (row.name, at, at + 1)
        for row in rows
        if len(row.steps) == 1
        for at, token in enumerate(sentence.tokens)
        if token.tag in _needs(row.name)[0]
    ]
    longer = tuple(row.name for row in rows if len(row.steps) > 1)
    if longer:
        match = _matcher(longer)
        names = language().vocab.strings
        found += [(names[key], start, end) for key, start, end in match(sentence.as_doc())]
    return found


@lru_cache(maxsize=512)
def _matcher(names: tuple[str, ...]) -> Matcher:
    """SpaCy's matcher with some of the rows."""
    from spacy.matcher import Matcher as SpacyMatcher

    found = SpacyMatcher(language().vocab, validate=True)
    for name in names:
        found.add(name, [list(BY_NAME[name].steps)], greedy="FIRST")
    return found
