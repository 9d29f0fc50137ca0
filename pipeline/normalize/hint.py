"""Whether a stretch can hold a spelling of a table, known from its words alone.

Cutting a stretch into words takes a few ns a character, once for all tables. What they show is a
necessary condition; in ASCII text a spelling is found by its word too, faster than by the automaton.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from pipeline.normalize.glossary import Glossary, Hit, glossary
from pipeline.normalize.lexeme import spelled, words

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
_PLAIN = {code: chr(code).lower() if chr(code).isalpha() else " " for code in range(128)}
_WHITE = re.compile(r"[^\S ]")
_GAP = "  "
_LONGEST = 2000  # a page with signs of many scripts is searched as fast as it is cut
_HELD = 256  # stretches that several tables are asked of


class Hint:
    """What no spelling of a table lacks: a word of each, of those without letters the first sign."""

    def __init__(self, spellings: Iterable[str]) -> None:
        """Takes the spellings as the table has them."""
        self._forms: dict[str, list[tuple[int, str]]] = {}  # with how far into each its word begins
        self._signs: set[str] = set()
        for form in spelled(spellings):
            told = max(_WORD.finditer(form), key=lambda word: len(word[0]), default=None)
            if told is None:
                self._signs.add(form[0])
            else:
                self._forms.setdefault(told[0].casefold(), []).append((told.start(), form))
        self._words = frozenset(self._forms)
        self._is_plain = not any(map(str.isascii, self._signs))

    def within(self, said: str) -> bool:
        """Whether a spelling may stand in a stretch of folded text; where it may not, none does."""
        if said.isascii():
            return not self._words.isdisjoint(_words_of(said)) or not self._is_plain
        return len(said) > _LONGEST or self._is_written(said)

    def _is_written(self, said: str) -> bool:
        """Whether a text that is not all ASCII has a word or a sign of the table."""
        return (
            not self._words.isdisjoint(_words_of(said))
            or not self._signs.isdisjoint(said)
            or _DISGUISED.search(said) is not None
        )

    def search(self, table: Glossary, said: str) -> Hit | None:
        """What the table's glossary finds first in a stretch, looked for only around its words."""
        if not self.within(said):
            return None
        if not (self._is_plain and said.isascii()):
            return table.search(said)
        low = _WHITE.sub(" ", said.lower())
        found = None
        for word in self._words & _words_of(said):
            for hit in self._hits(word, low):
                if hit is None:
                    return table.search(said)
                if found is None or (hit.first, -hit.last) < (found.first, -found.last):
                    found = hit
        return found

    def _hits(self, word: str, low: str) -> Iterator[Hit | None]:
        """The spellings around a word in lower case; None where blanks that are several may part one."""
        at = low.find(word)
        while at >= 0:
            for before, form in self._forms[word]:
                start, end = at - before, at - before + len(form)
                if _GAP in low[max(start, 0) : end]:
                    yield None
                elif start >= 0 and low.startswith(form, start) and _stands(low, start, end):
                    yield Hit(start, end)
            at = low.find(word, at + 1)


def _stands(low: str, start: int, end: int) -> bool:
    """Whether no letter goes on before a spelling in ASCII that begins with one, nor behind it."""
    begun = start and low[start].isalpha() and low[start - 1].isalpha()
    return not begun and not (low[end - 1].isalpha() and low[end : end + 1].isalpha())


@cache
def hint(*path: str) -> Hint:
    """The hint of a table of ``words.toml``: a necessary condition of ``glossary``."""
    return Hint(words(*path))


def find_word(said: str, *path: str) -> Hit | None:
    """The first spelling of a table of ``words.toml`` in a stretch of folded text."""
    return hint(*path).search(glossary(*path), said)


@lru_cache(_HELD)
def _words_of(said: str) -> frozenset[str]:
    """The words of a stretch without case."""
    if said.isascii():
        return frozenset(said.translate(_PLAIN).split())
    return frozenset(map(str.casefold, _WORD.findall(said)))
