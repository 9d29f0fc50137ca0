"""The spellings of a table found in text, all of them in one pass of an automaton.

Where a table stands by itself, this takes the place of one pattern of all its spellings
(``lexeme.alternation``, whose rules it follows): it is made in a twentieth of the time, and a page
is searched once, however many of its lines ask. A text is cut into words once for all tables, and a
table that begins with none of them is not searched for at all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from pipeline.normalize.lexeme import LETTER, is_letter, lower_folded, spelled, words
from pipeline.normalize.occurrence import Occurrences

_PAGE = 400  # characters: what is longer is asked again
_PAGES_HELD, _LINES_HELD, _SEARCHES_HELD = 4, 256, 512
_RUN = re.compile(r" {2,}")
_LAST_LETTER = 0x1FFF
# Runs of the letters at whose edges spellings begin and end, as one class, and ASCII without others.
_WORD = re.compile(
    r"[^\W\d_\u02b9-\u036f\u0590-\u05cf\u0700-\u074f\u0780-\u08ff\u0e00-\u109f"
    r"\u1100-\u11ff\u13a0-\u181f\u18ab-\u1dff\u2000-\U0010ffff]+"
)
_APART = {code: " " for code in range(128) if not chr(code).isalpha()}
# White space, and letters that patterns without regard to case take for the same.
_SAME = str.maketrans(
    "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029ſςµϐϑϰϖϱϕϵẛᲀᲁᲂᲃᲄᲅᲆᲇ", " " * 9 + "sσμβθκπρφεṡвдосттъѣ"
)
RARE = re.compile(f"[{''.join(map(chr, _SAME))}\ud800-\udfff]")
# Lone surrogates, which a caller's string can hold, no automaton takes: they are in no spelling.
_SAME |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)

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
        keys = sorted(set(map(_plain, spelled(spellings))))
        self._keys = frozenset(keys)
        self._free = frozenset(key[0] for key in keys if not is_letter(key[0]))
        opened = [(key, _WORD.match(key)) for key in keys]
        self._heads = frozenset(word[0] for _, word in opened if word)
        self._signs = frozenset(key[0] for key, word in opened if not word)
        self._automaton = AhoCorasick(keys)

    def search(self, text: str, start: int = 0, end: int | None = None) -> Hit | None:
        """The first spelling between two offsets, the longest that begins there."""
        return next(self.finditer(text, start, end), None)

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

    def fullmatch(self, text: str) -> Hit | None:
        """A text that is one of the spellings and nothing else."""
        is_one = _RUN.sub(" ", _plain(text)) in self._keys
        return Hit(0, len(text)) if is_one else None

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Hit]:
        """Every spelling between two offsets, one behind the other."""
        stop = len(text) if end is None else end
        stands = self._stands(text, stop)
        at = start
        for index in range(bisect_left(stands, (start,)), len(stands)):
            first, last, whole = stands[index]
            if first >= stop:
                return
            if first >= at and (-last == stop or (whole and -last < stop)):
                yield Hit(first, -last)
                at = -last

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
        is_page = len(text) > _PAGE
        stands = _held(self, text) if is_page else self.stands(_prepared_line(text))
        if not stands and _is_cut(text, stop):  # what is left of a word may be one of the table
            return self._found(_prepared_page(text) if is_page else _prepared_line(text))
        return stands

    def stands(self, page: _Prepared) -> Sequence[_Stand]:
        """All spellings that begin at the edge of a word; none where no word begins one."""
        if self._heads.isdisjoint(page.words) and self._signs.isdisjoint(page.signs):
            return ()
        return self._found(page)

    def _found(self, page: _Prepared) -> Sequence[_Stand]:
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


class _Prepared(NamedTuple):
    """A text as it is searched: in lower case, blanks made single, a blank at both ends.

    ``left_out`` tells of every offset how much further on it lies in the text that was given.
    ``words`` are its runs of letters of scripts with blanks, ``signs`` all its characters.
    """

    text: str
    left_out: Sequence[int]
    words: frozenset[str]
    signs: frozenset[str]


@lru_cache(_SEARCHES_HELD)
def _held(glossary: Glossary, text: str) -> Sequence[_Stand]:
    return glossary.stands(_prepared_page(text))


@lru_cache(_PAGES_HELD)
def _prepared_page(text: str) -> _Prepared:
    return _prepared(text)


@lru_cache(_LINES_HELD)
def _prepared_line(text: str) -> _Prepared:
    return _prepared(text)


def _prepared(text: str) -> _Prepared:
    plain = f" {_plain(text)} "
    left_out: list[int] = []
    further = -1  # for the blank in front
    for run in _RUN.finditer(plain):
        left_out += [further] * (run.start() + 1 - further - 1 - len(left_out))
        further += run.end() - run.start() - 1
    single = _RUN.sub(" ", plain)
    left_out += [further] * (len(single) - len(left_out))
    words = single.translate(_APART).split() if single.isascii() else _WORD.findall(single)
    return _Prepared(single, left_out, frozenset(words), frozenset(single))


def _plain(text: str) -> str:
    """A text in lower case as it is compared, with the offsets of the text."""
    plain = lower_folded(text).replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return plain.translate(_SAME) if RARE.search(plain) else plain


def _is_cut(text: str, at: int) -> bool:
    """Whether an offset lies inside a word."""
    return 0 < at < len(text) and text[at] in letters() and text[at - 1] in letters()


@cache
def letters() -> frozenset[str]:
    """Letters of the scripts that write blanks, within which no spelling begins or ends."""
    return frozenset(
        letter for letter in map(chr, range(_LAST_LETTER + 1)) if re.match(LETTER, letter)
    )
