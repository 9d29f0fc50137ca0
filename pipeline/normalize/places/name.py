"""Names of places made comparable: what differs between spellings of one name is folded away."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections.abc import Iterable

from pipeline.normalize.text import at_once, caseless


class _Unmarked(dict[int, int | None]):
    """What ``str.translate`` makes of a letter: nothing of a mark, looked up once."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code)) == "Mn" else code
        return self[code]


_UNMARKED = _Unmarked()
_RANGES = (
    ("\u0e00", "\u0e7f"),
    ("\u3040", "\u30ff"),
    ("\u3400", "\u9fff"),
    ("\uac00", "\ud7af"),
    ("\uf900", "\ufaff"),
)
GLYPHS = "".join(f"{first}-{last}" for first, last in _RANGES)
# Where a range begins and where it is left, one after the other.
_BOUNDS = tuple(bound for first, last in _RANGES for bound in (first, chr(ord(last) + 1)))
_HIGH = re.compile("[^\x00-\u0dff]")
WORD = re.compile(rf"[^\W_{GLYPHS}]+")

# fmt: off
_ARTICLES = frozenset({
    "the", "la", "le", "les", "el", "los", "las", "il", "lo", "gli", "i",
    "die", "der", "das", "den", "o", "a", "os", "as", "ang",
})
# fmt: on
_SILENT = ((".", ""), ("'", ""), ('"', ""), ("-", " "), ("&", " and "))
_EDGES = " \t\r\n,;:*_|<>/=·•"


def fold_name(name: str) -> str:
    """A key that spellings of one name share: case, dots, apostrophes, hyphens and blanks go.

    >>> fold_name(" The  U.S.A. ")
    'the usa'
    """
    return " ".join(_silenced(name.strip(_EDGES)).split())


def fold_names(names: Iterable[str]) -> list[str]:
    """The key of each name of a table, all made at once."""
    silenced = at_once(_silenced, [name.strip(_EDGES) for name in names])
    return [" ".join(name.split()) for name in silenced]


def _silenced(text: str) -> str:
    """The text folded, without case and without what spellings of a name differ in but blanks."""
    folded = caseless(text)
    for sign, said in _SILENT:
        folded = folded.replace(sign, said)
    return folded


def without_article(folded: str) -> str:
    """A folded name without the article it opens with: "the united states"."""
    article, _, rest = folded.partition(" ")
    return rest if rest and article in _ARTICLES else folded


def without_accents(folded: str) -> str:
    """The same letters without accents, which many pages leave out: "cote divoire"."""
    if folded.isascii():
        return folded
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", folded).translate(_UNMARKED))


def word_keys(name: str) -> tuple[str, ...]:
    """The words of a name as the index of running text compares them."""
    return tuple([word.casefold().replace("i\u0307", "i") for word in WORD.findall(name)])


def is_glyphic(name: str) -> bool:
    """Whether a name opens in a script that is written without blanks (Han, kana, Hangul, Thai)."""
    return bisect(_BOUNDS, name[:1]) % 2 == 1


def has_glyph(text: str) -> bool:
    """Whether any sign of a text is of such a script."""
    return not text.isascii() and any(is_glyphic(sign[0]) for sign in _HIGH.finditer(text))
