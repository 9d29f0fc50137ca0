"""Names found in running text: longest match at word bounds, in one pass over the text.

Scripts with blanks are compared word by word; Han, kana, Hangul and Thai sign by sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from pipeline.normalize.places.bound import stands_apart
from pipeline.normalize.places.name import WORD, is_glyphic, without_accents, word_keys

SHORTEST_WORD = 4  # "Áo" and "Nga" are countries, and words of other languages
SHORTEST_PLAIN = 5  # a name this long is itself without its accents
GLYPHS_AT_START = 2  # no name in these scripts is shorter
LONGEST_CODE = 5  # "DPRK", "NSW": found in capitals only

_JOINT = re.compile(r"[ \t\u00a0\-‐-―'’ʼ.·/&()=＝]{1,3}")
_JOINT_OR_COMMA = re.compile(r"[ \t\u00a0\-‐-―'’ʼ.·/&()=＝,]{1,3}")


class Meaning(NamedTuple):
    """What a name can mean: a code and how the name says it."""

    kind: str
    code: str


Meanings = frozenset[Meaning]


class Match(NamedTuple):
    """A name found in a text, with all that it can mean."""

    start: int
    end: int
    meanings: Meanings


class _Entry(NamedTuple):
    words: tuple[str, ...]
    name: str
    meanings: Meanings

    @property
    def is_code(self) -> bool:
        return self.name.isupper() and len(self.name) <= LONGEST_CODE


class NameIndex:
    """Names by their first word or sign, longest first; built once, never changed."""

    def __init__(self, names: Mapping[str, Meanings]) -> None:
        """Index names as they are written, each with its meanings."""
        self._words: dict[str, list[_Entry]] = {}
        self._glyphs: dict[str, list[_Entry]] = {}
        for entry in _entries(names):
            first = entry.words[0] if entry.words else entry.name[:GLYPHS_AT_START]
            index = self._words if entry.words else self._glyphs
            index.setdefault(first, []).append(entry)
        for entries in (*self._words.values(), *self._glyphs.values()):
            entries.sort(key=lambda entry: (-len(entry.words), -len(entry.name)))
        glyphs = "".join(sorted({start[0] for start in self._glyphs}))
        self._start = re.compile(
            rf"[{glyphs}](?=[\w\u0e31-\u0e4e])|{WORD.pattern}" if glyphs else WORD.pattern
        )

    def scan(self, text: str, start: int, end: int) -> Iterator[Match]:
        """The names in a range of the text, in order and apart; longer ones hide shorter ones."""
        resume = start
        for found in self._start.finditer(text, start, end):
            if found.start() < resume:
                continue
            match = self._longest(text, found, end)
            if match is not None:
                resume = match.end
                yield match

    def _longest(self, text: str, found: re.Match[str], end: int) -> Match | None:
        start = found.start()
        if text[start].islower():
            return None
        glyphs = self._glyphs.get(text[start : start + GLYPHS_AT_START])
        if glyphs:
            return _glyph_match(text, start, end, glyphs)
        words = self._words.get(found.group().casefold())
        return _word_match(text, found, end, words) if words else None


def _entries(names: Mapping[str, Meanings]) -> Iterator[_Entry]:
    merged: dict[tuple[str, ...], _Entry] = {}
    for name, meanings in names.items():
        if is_glyphic(name):
            yield _Entry((), name, meanings)
            continue
        for words in _spellings(name):
            known = merged.get(words)
            both = meanings | known.meanings if known else meanings
            merged[words] = _Entry(words, known.name if known else name, both)
    yield from merged.values()


def _spellings(name: str) -> Iterable[tuple[str, ...]]:
    words = word_keys(name)
    if not words or name[0].islower() or (len(name) < SHORTEST_WORD and not name.isupper()):
        return ()
    if name.isascii() or sum(map(len, words)) < SHORTEST_PLAIN:
        return (words,)
    return {words, word_keys(without_accents(name))}


def _word_match(
    text: str, found: re.Match[str], end: int, entries: Iterable[_Entry]
) -> Match | None:
    for entry in entries:
        stop = _words_end(text, found.end(), end, entry)
        if stop and _is_written_so(text[found.start() : stop], entry):
            return Match(found.start(), stop, entry.meanings)
    return None


def _words_end(text: str, at: int, end: int, entry: _Entry) -> int:
    """Where the remaining words of a name end in the text, or 0 where they do not follow."""
    joint = _JOINT_OR_COMMA if "," in entry.name else _JOINT
    for word in entry.words[1:]:
        gap = joint.match(text, at, end)
        follower = WORD.match(text, gap.end(), end) if gap else None
        if follower is None or follower.group().casefold() != word:
            return 0
        at = follower.end()
    return at + (entry.name.endswith(".") and text.startswith(".", at, end))


def _is_written_so(literal: str, entry: _Entry) -> bool:
    return not entry.is_code or literal.strip(".") == entry.name.strip(".")


def _glyph_match(text: str, start: int, end: int, entries: Iterable[_Entry]) -> Match | None:
    for entry in entries:
        stop = start + len(entry.name)
        if stop <= end and text.startswith(entry.name, start) and stands_apart(text, start, stop):
            return Match(start, stop, entry.meanings)
    return None
