"""Whether a stretch can hold a spelling of a table, known from its words alone.

A table's pattern is a trie that takes 25 to 45 ns a character to search; cutting a stretch into words
takes a tenth of that, once for all tables. What they show is a necessary condition, no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from pipeline.normalize.glossary import Hit, glossary
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
_LONGEST = 2000  # a page has most words, and is searched once
_HELD = 256  # stretches that several tables are asked of


class Hint:
    """What no spelling of a table lacks: a word of each, of those without letters the first sign."""

    def __init__(self, spellings: Iterable[str]) -> None:
        """Takes the spellings as the table has them."""
        told = [(form, _WORD.findall(form)) for form in spelled(spellings)]
        self._words = frozenset(max(own, key=len).casefold() for _, own in told if own)
        self._signs = frozenset(form[0] for form, own in told if not own)
        self._is_plain = not any(map(str.isascii, self._signs))

    def within(self, said: str) -> bool:
        """Whether a spelling may stand in a stretch of folded text; where it may not, none does."""
        if len(said) > _LONGEST or not self._words.isdisjoint(_words_of(said)):
            return True
        return not (self._is_plain and said.isascii()) and self._has_sign(said)

    def _has_sign(self, said: str) -> bool:
        return not self._signs.isdisjoint(said) or _DISGUISED.search(said) is not None


@cache
def hint(*path: str) -> Hint:
    """The hint of a table of ``words.toml``: a necessary condition of ``glossary``."""
    return Hint(words(*path))


def find_word(said: str, *path: str) -> Hit | None:
    """The first spelling of a table of ``words.toml`` in a stretch of folded text."""
    return glossary(*path).search(said) if hint(*path).within(said) else None


@lru_cache(_HELD)
def _words_of(said: str) -> frozenset[str]:
    """The words of a stretch without case."""
    if said.isascii():
        return frozenset(said.translate(_PLAIN).split())
    return frozenset(map(str.casefold, _WORD.findall(said)))
