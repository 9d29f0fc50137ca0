"""Names of places made comparable: what differs between spellings of one name is folded away."""

from __future__ import annotations

import re
import unicodedata

from pipeline.normalize.text import key


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
_HIGH = re.compile("[^\x00-\u0dff]")
WORD = re.compile(rf"[^\W_{GLYPHS}]+")

# fmt: off
_ARTICLES = frozenset({
    "the", "la", "le", "les", "el", "los", "las", "il", "lo", "gli", "i",
    "die", "der", "das", "den", "o", "a", "os", "as", "ang",
})
# fmt: on
_SILENT = str.maketrans({".": "", "'": "", '"': "", "-": " ", "&": " and "})
_EDGES = " \t\r\n,;:*_|<>/=·•"


def fold_name(name: str) -> str:
    """A key that spellings of one name share: case, dots, apostrophes, hyphens and blanks go.

    >>> fold_name(" The  U.S.A. ")
    'the usa'
    """
    return " ".join(key(name.strip(_EDGES)).translate(_SILENT).split())


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
    return tuple(word.group().casefold().replace("i\u0307", "i") for word in WORD.finditer(name))


def is_glyphic(name: str) -> bool:
    """Whether a name opens in a script that is written without blanks (Han, kana, Hangul, Thai)."""
    return any(first <= name[:1] <= last for first, last in _RANGES)


def has_glyph(text: str) -> bool:
    """Whether any sign of a text is of such a script."""
    return not text.isascii() and any(is_glyphic(sign[0]) for sign in _HIGH.finditer(text))
