"""A text as glossaries search it: letters that mean the same made one, its words known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import accumulate, islice

from pipeline.normalize.lexeme import LETTER, lower_folded
from pipeline.normalize.text import at_once

PAGE = 400  # characters: what is longer is asked again
_PAGES_HELD, _LINES_HELD = 4, 256
_RUN = re.compile(r" {2,}")
_LAST_LETTER = 0x1FFF
# Runs of the letters at whose edges spellings begin and end, as one class, and ASCII without others.
WORD = re.compile(
    r"([^\W\d_\u02b9-\u036f\u0590-\u05cf\u0700-\u074f\u0780-\u08ff\u0e00-\u109f"
    r"\u1100-\u11ff\u13a0-\u181f\u18ab-\u1dff\u2000-\U0010ffff]+)"
)
_ASCII_WORD = re.compile(r"([A-Za-z]+)")
# White space, and letters that patterns without regard to case take for the same.
_SAME = str.maketrans(
    "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029ſςµϐϑϰϖϱϕϵẛᲀᲁᲂᲃᲄᲅᲆᲇ\u1fbe\u1fd3\u1fe3",
    " " * 9 + "sσμβθκπρφεṡвдосттъѣιΐΰ",
)
_RARE = re.compile(f"[{''.join(map(chr, _SAME))}\ud800-\udfff]")
# Lone surrogates, which a caller's string can hold, no automaton takes: they are in no spelling.
_SAME |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)


class Prepared:
    """A text as it is searched: in lower case, blanks made single, a blank behind it.

    ``left_out`` tells of every offset how much further on it lies in the text that was given, and
    is empty where none does. ``words`` are its runs of letters of scripts with blanks, ``signs``
    all its characters.
    """

    def __init__(self, cut: Cut) -> None:
        self._cut = cut
        self.words = frozenset(cut.words)
        self.text, self.left_out = _single(f"{cut.plain} ")
        self.signs = frozenset(self.text)
        self._signs: dict[str, Sequence[int]] = {}

    @cached_property
    def _starts(self) -> Mapping[str, Sequence[int]]:
        cut = self._cut if not self.left_out else Cut(self.text)
        starts: dict[str, list[int]] = defaultdict(list)
        for word, at in zip(cut.words, cut.places, strict=False):
            starts[word].append(at)
        return starts

    def starts(self, head: str) -> Sequence[int]:
        """Where one of its words, or any other character, begins."""
        if head in self.words:
            return self._starts[head]
        if head not in self._signs:
            found = re.finditer(re.escape(head), self.text)
            self._signs[head] = list(map(re.Match.start, found))
        return self._signs[head]


def prepared(text: str) -> Prepared:
    """The text prepared; pages and lines are kept apart, as lines come by the hundred."""
    return _page(text) if len(text) > PAGE else _line(text)


class Cut:
    """A text in lower case as it is compared, and cut into its words and what stands between them."""

    def __init__(self, text: str) -> None:
        self.plain = low = plain(text)
        self._pieces: Sequence[str] = (_ASCII_WORD if low.isascii() else WORD).split(low)
        self.words = self._pieces[1::2]

    @property
    def places(self) -> Iterator[int]:
        """Where each of its words begins."""
        return islice(accumulate(map(len, self._pieces)), 0, None, 2)


def cut(text: str) -> Cut:
    """The text cut at its words; a page is cut once for all that ask for words."""
    return _cut_page(text) if len(text) > PAGE else Cut(text)


@lru_cache(_PAGES_HELD)
def _cut_page(text: str) -> Cut:
    return Cut(text)


@lru_cache(_PAGES_HELD)
def _page(text: str) -> Prepared:
    return Prepared(_cut_page(text))


@lru_cache(_LINES_HELD)
def _line(text: str) -> Prepared:
    return Prepared(Cut(text))


def _single(low: str) -> tuple[str, Sequence[int]]:
    """A text with its blanks made single, and how much further on each offset lies in the text."""
    if "  " not in low:
        return low, ()
    left_out: list[int] = []
    further = 0
    for run in _RUN.finditer(low):
        left_out += [further] * (run.start() + 1 - further - len(left_out))
        further += run.end() - run.start() - 1
    single = _RUN.sub(" ", low)
    left_out += [further] * (len(single) - len(left_out))
    return single, left_out


def squeezed(text: str) -> str:
    """A plain text with its blanks made single."""
    return _RUN.sub(" ", text)


def plain(text: str) -> str:
    """A text in lower case as it is compared, with the offsets of the text."""
    low = text.lower() if text.isascii() else lower_folded(text)
    for blank in "\n\t\r\f":
        low = low.replace(blank, " ") if blank in low else low
    return _alike(low)


def compared(spellings: Sequence[str]) -> list[str]:
    """Spellings in lower case as they are compared, in order and each once."""
    return sorted(set(at_once(_alike, spellings)))


def _alike(low: str) -> str:
    """A text in lower case with the letters made one that patterns take for the same."""
    return low.translate(_SAME) if _RARE.search(low) else low


def cuts_word(text: str, at: int) -> bool:
    """Whether an offset lies inside a word of a script with blanks."""
    return text[at : at + 1] in letters() and text[at - 1 : at] in letters()


def word_start(text: str, at: int) -> int:
    """Where the word begins that goes on at an offset."""
    while cuts_word(text, at):
        at -= 1
    return at


@cache
def letters() -> frozenset[str]:
    """Letters of the scripts that write blanks, within which no spelling begins or ends."""
    return frozenset(re.findall(LETTER, "".join(map(chr, range(_LAST_LETTER + 1)))))
