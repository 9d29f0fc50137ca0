"""Whether a stretch can hold a spelling of a table, known from its words alone.

Cutting a stretch into words takes a few ns a character, once for all tables. What they show is a
necessary condition; around one of them a spelling is found faster than by the automaton.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.normalize.glossary import RARE, Glossary, Hit, glossary, letters
from pipeline.normalize.lexeme import is_letter, spelled, words

# Runs of the letters at whose edges `lexeme.alternation` lets a spelling begin and end: all letters
# but those of the blocks that it does not list.
_WORD = re.compile(
    r"[^\W\d_\u02b9-\u036f\u0590-\u05cf\u0700-\u074f\u0780-\u08ff\u0e00-\u109f"
    r"\u1100-\u11ff\u13a0-\u181f\u18ab-\u1dff\u2000-\U0010ffff]+"
)
# Signs of other blocks that `re` takes for such letters in another case: the sign of the Kelvin.
_DISGUISED = re.compile(
    r"[\u0345\u1c80-\u1cbf\u2126\u212a\u212b\u2c60-\u2c7f\u2d00-\u2d2f\ua780-\ua7ff]"
)
_OTHERS = re.compile(r"[^\x00-\x7f]")
# ASCII letters in lower case, other ASCII as blanks; bytes of other characters as they are.
_PLAIN = bytes(
    ord(chr(b).lower() if chr(b).isalpha() else " ") if b < 128 else b for b in range(256)
)
_GAP = "  "
_LONGEST = 2000  # a page with signs of many scripts is searched as fast as it is cut
_PAGES_HELD = 64  # pages times tables
_HELD = 256  # stretches that several tables are asked of


class Hint:
    """What no spelling of a table lacks: a word of each, of those without letters the first sign."""

    def __init__(self, spellings: Iterable[str]) -> None:
        """Takes the spellings as the table has them."""
        # Of each word as written in spellings: how far into them it begins, and they.
        self._forms: dict[str, dict[str, list[tuple[int, str]]]] = {}
        signs: set[str] = set()
        for form in spelled(spellings):
            told = max(_WORD.finditer(form), key=lambda word: len(word[0]), default=None)
            if told is None:
                signs.add(form[0])
            else:
                own = self._forms.setdefault(told[0].casefold(), {})
                own.setdefault(told[0], []).append((told.start(), form))
        self._words = frozenset(self._forms)
        self._signs = frozenset(signs)
        self._is_plain = not any(map(str.isascii, signs))

    def within(self, said: str) -> bool:
        """Whether a spelling may stand in a stretch of folded text; where it may not, none does."""
        if len(said) > _LONGEST and not said.isascii():
            return True
        return self._may_stand(_cut(said))

    def near(self, text: str, start: int, end: int) -> bool:
        """The same of a stretch of a page that is asked for many: its words are found once."""
        traces = _traces(self, text)
        if traces is not None:
            at = bisect_left(traces, start)
            if at < len(traces) and traces[at] < end:
                return True
            if not (_cuts(text, start) or _cuts(text, end)):
                return False
        return self.within(text[start:end])

    def traces(self, text: str) -> list[int] | None:
        """Where its words and signs stand in a page, also inside of words; None where it may not tell."""
        cut = _cut(text)
        if not self._is_plain or cut.is_disguised or cut.is_rare:
            return None
        told = [w for word in self._words & cut.words for w in self._forms[word]]
        told += self._signs & cut.others
        return sorted(at for said in told for at in _places(said, cut.low))

    def _may_stand(self, cut: _Cut) -> bool:
        return not self._words.isdisjoint(cut.words) or self._may_hide(cut)

    def _may_hide(self, cut: _Cut) -> bool:
        """Whether a spelling without letters may stand there, or one in other letters."""
        return not self._is_plain or cut.is_disguised or not self._signs.isdisjoint(cut.others)

    def search(self, table: Glossary, said: str) -> Hit | None:
        """What the table's glossary finds first in a stretch, looked for only around its words."""
        if len(said) > _LONGEST and not said.isascii():
            return table.search(said)
        cut = _cut(said)
        if self._may_hide(cut) or cut.is_rare:
            return table.search(said)
        found = None
        for word in self._words & cut.words:
            for hit in self._hits(word, cut.low):
                if hit is None:
                    return table.search(said)
                if found is None or (hit.first, -hit.last) < (found.first, -found.last):
                    found = hit
        return found

    def _hits(self, word: str, low: str) -> Iterator[Hit | None]:
        """The spellings around a word in lower case; None where several blanks may part one."""
        for written, forms in self._forms[word].items():
            for at in _places(written, low):
                for before, form in forms:
                    start, end = at - before, at - before + len(form)
                    if _GAP in low[max(start, 0) : end]:
                        yield None
                    elif start >= 0 and low.startswith(form, start) and _stands(low, start, end):
                        yield Hit(start, end)


def _places(said: str, low: str) -> Iterator[int]:
    at = low.find(said)
    while at >= 0:
        yield at
        at = low.find(said, at + 1)


def _cuts(text: str, at: int) -> bool:
    """Whether an offset lies inside a word."""
    return text[at - 1 : at].isalpha() and text[at : at + 1].isalpha()


def _stands(low: str, start: int, end: int) -> bool:
    """Whether no letter goes on before what begins with one, nor behind what ends in one."""
    known = letters()
    goes_on = low[end : end + 1] in known and low[end - 1] in known
    return not goes_on and (not start or low[start - 1] not in known or not is_letter(low[start]))


@lru_cache(_PAGES_HELD)
def _traces(hint: Hint, text: str) -> list[int] | None:
    return hint.traces(text)


@cache
def hint(*path: str) -> Hint:
    """The hint of a table of ``words.toml``: a necessary condition of ``glossary``."""
    return Hint(words(*path))


def find_word(said: str, *path: str) -> Hit | None:
    """The first spelling of a table of ``words.toml`` in a stretch of folded text."""
    return hint(*path).search(glossary(*path), said)


class _Cut(NamedTuple):
    """A stretch in words without case, and in lower case with its white space as blanks.

    ``others`` are its characters that are not ASCII; ``is_disguised`` tells of letters among them
    that no word shows, ``is_rare`` of those whose lower case is not how glossaries compare them.
    """

    words: frozenset[str]
    low: str
    others: frozenset[str]
    is_disguised: bool
    is_rare: bool


_NO_OTHERS: frozenset[str] = frozenset()


@lru_cache(_HELD)
def _cut(said: str) -> _Cut:
    low = said.lower().replace("\n", " ").replace("\t", " ").replace("\r", " ")
    found = said.encode("utf-8", "surrogatepass").translate(_PLAIN).decode("utf-8", "surrogatepass")
    if said.isascii():
        return _Cut(
            frozenset(found.split()),
            low,
            _NO_OTHERS,
            is_disguised=False,
            is_rare=not low.isprintable(),
        )
    told = found.split()
    plain = frozenset(filter(str.isascii, told))
    mixed = "\n".join(word for word in told if not word.isascii())
    return _Cut(
        plain.union(map(str.casefold, _WORD.findall(mixed))),
        low,
        frozenset(_OTHERS.findall(said)),
        is_disguised=_DISGUISED.search(mixed) is not None,
        is_rare=len(low) != len(said) or RARE.search(low) is not None,
    )
