"""Names found in running text: longest match at word bounds, in one pass over the text.

Scripts with blanks are compared word by word; Han, kana, Hangul and Thai sign by sign.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.normalize.places.bound import stands_apart
from pipeline.normalize.places.entry import Entry, Family, Meanings, entries_of
from pipeline.normalize.places.name import WORD, has_glyph

GLYPHS_AT_START = 2  # no name in these scripts is shorter
_LONGEST = 1000  # characters: no name is as long

_JOINT = re.compile(r"[ \t\u00a0\-‐-―'’ʼ.·/&()=＝]{1,3}")
# A word whose first letter is no small one of ASCII, for texts without glyphs: the first set skips
# most characters fast, the looks around it tell whether a word begins there.
_CAPITAL = re.compile(r"[^\x00-/:-@\[-\x7f](?<=[^\W_])(?<![^\W_].)[A-Za-z0-9]*[^\W_]*")
_JOINT_OR_COMMA = re.compile(r"[ \t\u00a0\-‐-―'’ʼ.·/&()=＝,]{1,3}")


class Match(NamedTuple):
    """A name found in a text, with all that it can mean."""

    start: int
    end: int
    meanings: Meanings


class NameIndex:
    """Names by their first word or sign, longest first; built once, never changed."""

    def __init__(self, names: Mapping[str, Meanings]) -> None:
        """Index names as they are written, each with its meanings."""
        self._words: dict[str, Family] = defaultdict(lambda: Family(defaultdict(list), []))
        self._glyphs: dict[str, list[Entry]] = defaultdict(list)
        last: set[str] = set()
        for entry in sorted(entries_of(names), key=_longest_first):
            if entry.words:
                last.add(entry.words[-1])
                self._words[entry.words[0]].add(entry)
            else:
                self._glyphs[entry.name[:GLYPHS_AT_START]].append(entry)
        self._last = frozenset(last)

    @cached_property
    def _start(self) -> re.Pattern[str]:
        """Where a name can begin, for texts with glyphs."""
        glyphs = "".join(sorted({start[0] for start in self._glyphs}))
        return re.compile(
            rf"[{glyphs}](?=[\w\u0e31-\u0e4e])|{WORD.pattern}" if glyphs else WORD.pattern
        )

    def may_end(self, word: str) -> bool:
        """Whether a name ends in a word, without regard to case."""
        return word.casefold() in self._last

    def scan(self, text: str, start: int, end: int) -> Iterator[Match]:
        """The names in a range of the text, in order and apart; longer ones hide shorter ones."""
        if start == 0 and not has_glyph(text):
            yield from self._scan_words(text, end)
            return
        resume = start
        for found in self._start.finditer(text, start, end):
            if found.start() < resume:
                continue
            match = self._longest(text, found, end)
            if match is not None:
                resume = match.end
                yield match

    def _scan_words(self, text: str, end: int) -> Iterator[Match]:
        """The names at the head of a text without glyphs: only a word with a capital begins one."""
        families = self._words
        said = [word for word in set(_CAPITAL.findall(text, 0, end)) if word.casefold() in families]
        places = {at: word for word in said for at in _places(word, text, end)}
        resume = 0
        for at in sorted(places):
            word = places[at]
            if at < resume or word[0].islower():
                continue
            match = _word_match(text, Span(at, at + len(word)), end, families[word.casefold()])
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
        family = self._words.get(found.group().casefold())
        return _word_match(text, Span(*found.span()), end, family) if family else None


def _longest_first(entry: Entry) -> int:
    """What sorts names of many words first, then long ones; as one number it sorts fastest."""
    return -len(entry.words) * _LONGEST - len(entry.name)


def _places(word: str, text: str, end: int) -> Iterator[int]:
    """Where a whole word stands at the head of a text without glyphs."""
    at = text.find(word, 0, end)
    while at >= 0:
        stop = at + len(word)
        if not text[at - 1 : at].isalnum() and (stop == end or not text[stop : stop + 1].isalnum()):
            yield at
        at = text.find(word, at + 1, end)


def _word_match(text: str, first: Span, end: int, family: Family) -> Match | None:
    second = _second_word(text, first.end, end) if family.longer else ""
    for entry in (*family.longer.get(second, ()), *family.alone):
        stop = _words_end(text, first.end, end, entry)
        if stop and _is_written_so(text[first.start : stop], entry):
            return Match(first.start, stop, entry.meanings)
    return None


def _second_word(text: str, at: int, end: int) -> str:
    """The word behind a joint of any kind, in lower case; a name that goes on goes on with it."""
    gap = _JOINT_OR_COMMA.match(text, at, end)
    word = WORD.match(text, gap.end(), end) if gap else None
    return word.group().casefold() if word else ""


def _words_end(text: str, at: int, end: int, entry: Entry) -> int:
    """Where the remaining words of a name end in the text, or 0 where they do not follow."""
    joint = _JOINT_OR_COMMA if "," in entry.name else _JOINT
    for word in entry.words[1:]:
        gap = joint.match(text, at, end)
        follower = WORD.match(text, gap.end(), end) if gap else None
        if follower is None or follower.group().casefold() != word:
            return 0
        at = follower.end()
    return at + (entry.name.endswith(".") and text.startswith(".", at, end))


def _is_written_so(literal: str, entry: Entry) -> bool:
    return not entry.is_code or literal.strip(".") == entry.name.strip(".")


def _glyph_match(text: str, start: int, end: int, entries: Iterable[Entry]) -> Match | None:
    for entry in entries:
        stop = start + len(entry.name)
        if stop <= end and text.startswith(entry.name, start) and stands_apart(text, start, stop):
            return Match(start, stop, entry.meanings)
    return None
