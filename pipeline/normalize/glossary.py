"""The spellings of a table found in text, all of them at once.

Where a table stands by itself, this takes the place of one pattern of all its spellings
(``lexeme.alternation``, whose rules it follows): it is made in a twentieth of the time, and a page
is searched once, however many of its lines ask. A text is cut into words once for all tables, and
its spellings are tried only where one of the words stands that begin them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache

from ahocorasick_rs import AhoCorasick

from pipeline.normalize.headword import ByHeadword, Stand
from pipeline.normalize.hit import Hit
from pipeline.normalize.lexeme import is_letter, spelled, words
from pipeline.normalize.occurrence import Occurrences
from pipeline.normalize.prepared import (
    PAGE,
    WORD,
    Prepared,
    compared,
    cuts_word,
    letters,
    plain,
    prepared,
    squeezed,
)

_PAGES_HELD, _LINES_HELD = 512, 2048  # with a glossary each
_LARGE = 1500  # spellings: so many begin with the same words that an automaton finds them sooner


class Glossary:
    """The spellings of a table, to be searched for in folded text without regard to case."""

    def __init__(self, spellings: Iterable[str], *, are_keys: bool = False) -> None:
        """Takes the spellings as the lexicon has them, or their keys, which nothing has to be made of."""
        keys = compared(sorted(spellings) if are_keys else spelled(spellings))
        self._keys = frozenset(keys)
        self._free = frozenset(sign for sign in {key[0] for key in keys} if not is_letter(sign))
        self._headed = ByHeadword(keys)
        self._heads = frozenset(head for head in self._headed.own if head[1:] or WORD.match(head))
        self._signs = self._headed.own.keys() - self._heads
        self._last: tuple[str, Sequence[Stand]] = "", ()

    def search(self, text: str, start: int = 0, end: int | None = None) -> Hit | None:
        """The first spelling between two offsets, the longest that begins there."""
        stop = len(text) if end is None else end
        return self._first(text, start, stop, stop)

    def match(self, text: str, start: int = 0, end: int | None = None) -> Hit | None:
        """The longest spelling that begins at an offset."""
        return self._first(text, start, start + 1, len(text) if end is None else end)

    def _first(self, text: str, start: int, below: int, stop: int) -> Hit | None:
        """The first spelling that begins between two offsets and ends by a third one."""
        stands = self._stands(text, stop)
        for index in range(bisect_left(stands, (start,)), len(stands)) if stands else ():
            first, last, whole = stands[index]
            if first >= below:
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
        for index in range(bisect_left(stands, (start,)), len(stands)) if stands else ():
            first, last, whole = stands[index]
            if first >= stop:
                return
            if -last == stop or (whole and -last < stop):
                yield Hit(first, -last)

    def may_stand(self, text: str, start: int, end: int) -> bool:
        """Whether a spelling begins between two offsets, or a word cut at either may be one."""
        stands = self._stands(text, len(text))
        at = bisect_left(stands, (start,))
        if at < len(stands) and stands[at][0] < end:
            return True
        return cuts_word(text, start) or cuts_word(text, end)

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

    def _stands(self, text: str, stop: int) -> Sequence[Stand]:
        known = letters()  # what is left of a word that is cut may be one of the table
        if text[stop : stop + 1] in known and text[stop - 1 : stop] in known:
            return _all_of(self, text)
        last, stands = self._last
        if last is not text:  # the same text is mostly asked for again
            stands = _of_page(self, text) if len(text) > PAGE else _of_line(self, text)
            self._last = text, stands
        return stands

    def stands(self, page: Prepared) -> Sequence[Stand]:
        """All spellings that stand alone; tried only where the text has a word that begins one."""
        heads = [*self._heads & page.words, *self._signs & page.signs]
        if not heads:
            return ()
        if len(self._keys) > _LARGE:
            return self.search_all(page)
        found: list[Stand] = []
        for head in heads:
            found += self._headed[head].stands(page, self._edges(page, head))
        return _in_order(page, found)

    def _edges(self, page: Prepared, head: str) -> Iterable[int]:
        """Where a spelling can begin with a word or a sign: not inside a word, if it is a letter."""
        starts = page.starts(head)
        if head in self._heads or head in self._free:
            return starts
        return [at for at in starts if page.text[at - 1] not in letters()]

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(sorted(self._keys))

    def search_all(self, page: Prepared) -> Sequence[Stand]:
        """All spellings that begin at the edge of a word, those too that end within one."""
        text, free, known = page.text, self._free, letters()
        found = [
            (start, -end, text[end] not in known or text[end - 1] not in known)
            for _, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if text[start - 1] not in known or text[start] in free
        ]
        return _in_order(page, found)


def _in_order(page: Prepared, found: list[Stand]) -> Sequence[Stand]:
    """Stands in the offsets of the text that was given, the longest of a place first."""
    if further := page.left_out:
        found = [(at + further[at], end - further[-end - 1], whole) for at, end, whole in found]
    found.sort()
    return found


@cache
def glossary(*path: str) -> Glossary:
    """The glossary of a table of ``words.toml``."""
    return Glossary(words(*path), are_keys=True)


@lru_cache(_PAGES_HELD)
def _of_page(glossary: Glossary, text: str) -> Sequence[Stand]:
    return glossary.stands(prepared(text))


@lru_cache(_LINES_HELD)
def _of_line(glossary: Glossary, text: str) -> Sequence[Stand]:
    return glossary.stands(prepared(text))


@lru_cache(_PAGES_HELD)
def _all_of(glossary: Glossary, text: str) -> Sequence[Stand]:
    return glossary.search_all(prepared(text))
