"""The spellings of a table found in text, all of them in one pass of an automaton.

Where a table stands by itself, this takes the place of one pattern of all its spellings
(``lexeme.alternation``, whose rules it follows): it is made in a twentieth of the time, and a page
is searched once, however many of its lines ask. A text is cut into words once for all tables, and a
table that begins with none of them is not searched for at all.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from pipeline.normalize.lexeme import is_letter, scale_words, spelled, words
from pipeline.normalize.occurrence import Occurrences
from pipeline.normalize.prepared import (
    PAGE,
    WORD,
    Prepared,
    cuts_word,
    letters,
    plain,
    prepared,
    squeezed,
)

_PAGES_HELD, _LINES_HELD = 512, 2048  # with a glossary each
# Where a spelling begins, where it ends with its sign changed, whether no letter goes on behind it:
# sorted, the longest of each place comes first.
_Stand = tuple[int, int, bool]


class Hit(NamedTuple):
    """A spelling in a text; asked for its place as a match of ``re`` is."""

    first: int
    last: int

    def start(self) -> int:
        """Where it begins."""
        return self.first

    def end(self) -> int:
        """Where it ends."""
        return self.last

    def span(self) -> tuple[int, int]:
        """Both."""
        return self.first, self.last


class Glossary:
    """The spellings of a table, to be searched for in folded text without regard to case."""

    def __init__(self, spellings: Iterable[str]) -> None:
        """Takes the spellings as the lexicon has them."""
        keys = sorted(set(map(plain, spelled(spellings))))
        self._keys = frozenset(keys)
        self._free = frozenset(key[0] for key in keys if not is_letter(key[0]))
        opened = [(key, WORD.match(key)) for key in keys]
        self._heads = frozenset(word[0] for _, word in opened if word)
        self._signs = frozenset(key[0] for key, word in opened if not word)
        self._automaton = AhoCorasick(keys)
        self._last: tuple[str, Sequence[_Stand]] = "", ()

    def search(self, text: str, start: int = 0, end: int | None = None) -> Hit | None:
        """The first spelling between two offsets, the longest that begins there."""
        return next(self.spans(text, start, end), None)

    def match(self, text: str, start: int = 0, end: int | None = None) -> Hit | None:
        """The longest spelling that begins at an offset."""
        stop = len(text) if end is None else end
        stands = self._stands(text, stop)
        for index in range(bisect_left(stands, (start,)), len(stands)):
            first, last, whole = stands[index]
            if first > start:
                return None
            if -last == stop or (whole and -last < stop):
                return Hit(first, -last)
        return None

    def matches(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Every spelling that begins at an offset, the longest first."""
        stop = len(text) if end is None else end
        stands = self._stands(text, stop)
        here = stands[bisect_left(stands, (start,)) : bisect_left(stands, (start + 1,))]
        for first, last, whole in here:
            if -last == stop or (whole and -last < stop):
                yield Hit(first, -last)

    def spans(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Every spelling between two offsets, also one within another, the longest of a place first."""
        stop = len(text) if end is None else end
        stands = self._stands(text, stop)
        for index in range(bisect_left(stands, (start,)), len(stands)):
            first, last, whole = stands[index]
            if first >= stop:
                return
            if -last == stop or (whole and -last < stop):
                yield Hit(first, -last)

    def fullmatch(self, text: str) -> Hit | None:
        """A text that is one of the spellings and nothing else."""
        is_one = squeezed(plain(text)) in self._keys
        return Hit(0, len(text)) if is_one else None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Every spelling between two offsets, one behind the other."""
        at = start
        for hit in self.spans(text, start, end):
            if hit.first >= at:
                yield hit
                at = hit.last

    def places(self, text: str) -> Occurrences:
        """Where a spelling begins in a text, those too that end only where a stretch is cut off."""
        return Occurrences(tuple(first for first, _, _ in self._stands(text, len(text))))

    def sub(self, replacement: str, text: str) -> str:
        """A text with a replacement for every spelling."""
        return self._replaced(text, lambda _: replacement)

    def masked(self, text: str) -> str:
        """A text with as many blanks for every spelling as it has characters."""
        return self._replaced(text, lambda hit: " " * (hit.last - hit.first))

    def _replaced(self, text: str, replacement: Callable[[Hit], str]) -> str:
        pieces, at = [], 0
        for hit in self.finditer(text):
            pieces += [text[at : hit.first], replacement(hit)]
            at = hit.last
        return "".join((*pieces, text[at:]))

    def _stands(self, text: str, stop: int) -> Sequence[_Stand]:
        last, stands = self._last
        if last is not text:  # the same text is mostly asked for again
            stands = _of_page(self, text) if len(text) > PAGE else _of_line(self, text)
            self._last = text, stands
        if not stands and cuts_word(text, stop):  # what is left of a word may be one of the table
            return _all_of(self, text)
        return stands

    def stands(self, page: Prepared) -> Sequence[_Stand]:
        """All spellings that begin at the edge of a word; none where no word begins one."""
        if self._heads.isdisjoint(page.words) and self._signs.isdisjoint(page.signs):
            return ()
        return self.search_all(page)

    def search_all(self, page: Prepared) -> Sequence[_Stand]:
        """The same, looked for whatever words there are."""
        text, left_out, free, known = page.text, page.left_out, self._free, letters()
        return sorted(
            (
                start + left_out[start],
                -(end + left_out[end - 1]),
                text[end] not in known or text[end - 1] not in known,
            )
            for _, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if text[start - 1] not in known or text[start] in free
        )


@cache
def glossary(*path: str) -> Glossary:
    """The glossary of a table of ``words.toml``."""
    return Glossary(words(*path))


@cache
def scale_glossary() -> Glossary:
    """The glossary of the words that multiply a number: "thousand", "Mio.", "만"."""
    return Glossary(scale_words())


@lru_cache(_PAGES_HELD)
def _of_page(glossary: Glossary, text: str) -> Sequence[_Stand]:
    return glossary.stands(prepared(text))


@lru_cache(_LINES_HELD)
def _of_line(glossary: Glossary, text: str) -> Sequence[_Stand]:
    return glossary.stands(prepared(text))


@lru_cache(_PAGES_HELD)
def _all_of(glossary: Glossary, text: str) -> Sequence[_Stand]:
    return glossary.search_all(prepared(text))
