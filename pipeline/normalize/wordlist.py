"""Where on a page words of the lexicon can begin, known from one list of the page's words.

A pattern of five hundred spellings is tried at the edge of every word of a text. The words of a page
are listed once; a list of spellings shares some of them or none, and its pattern is tried only there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from pipeline.normalize.lexeme import spelled
from pipeline.normalize.prepared import WORD, cut, cuts_word, plain

_HELD = 8  # pages that are read at the same time
# Letters of which only one case belongs to a script that writes blanks, and rare blanks.
_ODD = re.compile(
    r"[\x0b\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    r"\u0345\u1c80-\u1cbf\u2126\u212a\u212b\u2c60-\u2c7f\u2d00-\u2d2d\ua640-\ua7ff\ufb05\ufb06]"
)

_RARE = "\x0b\x1c\x1d\x1e\x1f"  # those of them that are ASCII


class Wordlist:
    """Spellings, of which a page is asked where one can begin: where it has the first word of one.

    For what begins as ``lexeme.alternation`` of the same spellings does. ``heads`` are the first words
    of those that begin with a letter of a script with blanks, in small letters.
    """

    def __init__(self, spellings: Iterable[str]) -> None:
        """Takes spellings as ``lexeme.alternation`` does."""
        phrases: dict[str, list[str]] = defaultdict(list)
        for form in map(plain, spelled(spellings)):
            head = None if _ODD.search(form) else WORD.match(form)
            phrases[head[0] if head else form[0]].append(form)
        self._phrases = {head: tuple(own) for head, own in phrases.items()}
        # What goes on behind a first word that is no spelling itself: "to the km²".
        self._behind = {
            head: (*{form[len(head) :][:2] for form in own}, "  ")
            for head, own in phrases.items()
            if head not in own
        }
        self._longest = max((len(form) for own in phrases.values() for form in own), default=0)
        self.heads = frozenset(head for head in phrases if WORD.match(head))
        self._signs = frozenset(head for head in phrases if not WORD.match(head))
        self._sign = re.compile(f"[{''.join(sorted(map(re.escape, self._signs))) or ' '}]")

    def openings(self, text: str, start: int, end: int) -> Sequence[int]:
        """The offsets between two others at which a spelling can begin, in order."""
        words = _words(text)
        if words is None:
            return range(start, end)
        starts = words.openings(self)
        found = starts[bisect_left(starts, start) : bisect_left(starts, end)]
        if cuts_word(text, end):  # a spelling that ends where the stretch does
            return sorted({*found, max(start, _word_start(text, end))})
        return found

    def may_stand(self, text: str, start: int, end: int) -> bool:
        """Whether a spelling can begin between two offsets, also when the stretch is cut out."""
        words = _words(text)
        if words is None:
            return start < end
        starts = words.openings(self)
        at = bisect_left(starts, start)
        if at < len(starts) and starts[at] < end:
            return True
        return cuts_word(text, start) or cuts_word(text, end)

    def may_begin(self, text: str, start: int, stop: int, end: int) -> bool:
        """Whether a spelling can begin between two offsets, of a stretch that goes on to a third."""
        words = _words(text)
        if words is None:
            return True
        starts = words.openings(self)
        at = bisect_left(starts, start)
        return (at < len(starts) and starts[at] < stop) or cuts_word(text, end)

    def found(self, words: _Words) -> list[int]:
        """The offsets on a page at which a spelling can begin, in order."""
        page = words.plain
        found: list[int] = []
        for head in self.first_words(words.starts):
            starts = words.starts[head]
            if behind := self._behind.get(head):
                starts = [at for at in starts if page.startswith(behind, at + len(head))]
                starts = [at for at in starts if self._goes_on(page, at, self._phrases[head])]
            found += starts
        if not self._signs.isdisjoint(words.signs):
            signs = (match.start() for match in self._sign.finditer(page))
            found += [at for at in signs if self._goes_on(page, at, self._phrases[page[at]])]
        return sorted(found)

    def _goes_on(self, page: str, at: int, phrases: tuple[str, ...]) -> bool:
        """Whether one of some spellings can stand at an offset, whatever blanks it has."""
        if page.startswith(phrases, at):
            return True
        end = at + 2 * self._longest
        said = page[at:end]
        if "  " not in said:
            return False
        single = " ".join(said.split())
        return single.startswith(phrases) or (len(single) < self._longest and end < len(page))

    def first_words(self, words: Iterable[str]) -> Iterable[str]:
        """Those of the words with which a spelling can begin."""
        return self.heads.intersection(words)

    def finditer(
        self, pattern: re.Pattern[str], text: str, start: int, end: int
    ) -> Iterator[re.Match[str]]:
        """What ``pattern.finditer(text, start, end)`` gives."""
        for at in self.openings(text, start, end):
            if at >= start and (match := pattern.match(text, at, end)):
                yield match
                start = match.end()


class _Words:
    """The words of a page with where they begin, and what wordlists have found among them."""

    def __init__(self, text: str) -> None:
        page = cut(text)
        self.plain, self.starts = page.plain, page.starts
        self.signs = frozenset("".join(page.pieces[::2]))
        self._asked: dict[int, tuple[Wordlist, list[int]]] = {}

    def openings(self, wordlist: Wordlist) -> list[int]:
        """Where the spellings of a list can begin on the page, looked up once."""
        known = self._asked.get(id(wordlist))
        if known is None:
            known = self._asked[id(wordlist)] = wordlist, wordlist.found(self)
        return known[1]


@lru_cache(_HELD)
def _words(text: str) -> _Words | None:
    """The words of a page, None where its letters are too odd to be told by their small ones."""
    odd = any(map(text.__contains__, _RARE)) if text.isascii() else _ODD.search(text)
    return None if odd else _Words(text)


def _word_start(text: str, at: int) -> int:
    """Where the word begins that goes on at an offset."""
    while cuts_word(text, at):
        at -= 1
    return at
