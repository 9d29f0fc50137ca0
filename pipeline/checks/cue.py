"""Words of which a page must have some before a check looks for what they tell.

A table of words is searched for in every profile, and mostly in vain: no profile of the page has
"sister cities" if the page has no "cities". The runs of letters of a page are collected once, and
every table is held against them. A cue says only that words may be there, never that they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import ascii_lowercase
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.normalize.lexeme import spelled
from pipeline.normalize.occurrence import Occurrences
from pipeline.normalize.text import fold

# Runs of letters that patterns take for whole words: what ``alternation`` finds is never cut out
# of a longer run of these.
_RUN = re.compile(r"[A-Za-z]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
# Plain letters in lower case, blanks for all else.
_LOWERED = bytes(
    ord(c) if (c := chr(code).lower()) in ascii_lowercase else 32 for code in range(256)
)
# Without regard to case these are "s", "k" and letters of full width, but of no run here.
_ODD = re.compile("[\u017f\u212a\uff21-\uff3a\uff41-\uff5a]")


class Words(NamedTuple):
    """The runs of Latin letters of a text, in lower case, and its other characters, casefolded.

    ``all_of_them`` is False where the text has letters that could be read as others.
    """

    runs: frozenset[bytes]
    foreign: frozenset[str]
    all_of_them: bool


def words_of(text: str, parts: Iterable[Span] = ()) -> Words:
    """The words of a text; ``parts`` are the stretches that it is searched in."""
    folded = fold(text)
    foreign = "" if folded.isascii() else "".join(_FOREIGN.findall(folded)).casefold()
    odd = not text.isascii() and _ODD.search(text) is not None
    return Words(
        _runs(folded), frozenset(foreign), not (odd or any(_is_cut(folded, one) for one in parts))
    )


class Cue:
    """A table of words, asked whether any of them may stand in a text.

    A necessary condition of a match of ``alternation`` of the same words, wherever that stands in
    a pattern. ``beside`` are words of another table, one of which has to be there as well.
    """

    def __init__(self, spellings: Iterable[str], beside: Cue | None = None) -> None:
        keys = spelled(spellings)
        self._beside = beside
        self._runs = {key: run for key in keys if (run := _runs(key))}
        rest = [key for key in keys if key not in self._runs]
        self._foreign = frozenset(_foreign_heads(rest))
        self._anywhere = any(key.isascii() for key in rest)  # a sign such as "%"
        self._heads = [key[0] for key in rest]

    def may_stand_in(self, words: Words) -> bool:
        """Whether a text with these words may have one of the table."""
        if self._beside is not None and not self._beside.may_stand_in(words):
            return False
        return (
            self._anywhere
            or not words.all_of_them
            or not self._foreign.isdisjoint(words.foreign)
            or any(run <= words.runs for run in self._runs.values())
        )

    def places(self, folded: str, words: Words) -> Occurrences | None:
        """Where one of the words may begin in a folded text with these words; None for anywhere."""
        told = {_head(key) for key, run in self._runs.items() if run <= words.runs}
        foreign = not self._foreign.isdisjoint(words.foreign)
        odd = ("", 0) in told or (foreign and any(map(str.isascii, self._heads)))
        if self._anywhere or not words.all_of_them or odd:
            return None
        lowered = folded.lower() if told else ""
        found = {at - before for head, before in told for at in _finds(lowered, head)}
        if foreign:
            heads = re.compile(f"[{''.join(map(re.escape, self._heads))}]", re.IGNORECASE)
            found.update(match.start() for match in heads.finditer(folded))
        return Occurrences(tuple(sorted(found)))


def _runs(folded: str) -> frozenset[bytes]:
    """The runs of plain letters of a text, in lower case."""
    return frozenset(folded.encode("ascii", "replace").translate(_LOWERED).split())


def _foreign_heads(keys: Iterable[str]) -> Iterator[str]:
    """The first character of each spelling that is not plain, casefolded."""
    for key in keys:
        if match := _FOREIGN.search(key):
            yield match[0].casefold()[0]


def _head(key: str) -> tuple[str, int]:
    """What to find of a spelling, and how far in; nothing where its run is behind a blank.

    The first run of letters with the signs before it: "(land", of "männer" the "m".
    """
    run = _RUN.search(key.split(" ", maxsplit=1)[0])
    if run is None:
        return "", 0
    plain = key[: run.start()].isascii()
    return (key[: run.end()], 0) if plain else (run[0], run.start())


def _finds(text: str, sought: str) -> Iterator[int]:
    """Every place of a piece of text, those within others too."""
    at = text.find(sought)
    while at >= 0:
        yield at
        at = text.find(sought, at + 1)


def _is_cut(folded: str, part: Span) -> bool:
    """Whether a stretch ends within a run of letters, which then is a word at its end."""
    return _RUN.fullmatch(folded[max(0, part.end - 1) : part.end + 1]) is not None and (
        part.end < len(folded)
    )
