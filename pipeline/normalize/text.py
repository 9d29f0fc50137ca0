"""Characters folded for comparing, one for one: offsets of the folded text are those of the text.

NFKC is no help here: it makes ``km2`` of ``㎢`` and ``103`` of ``10³``. Only characters that mean
the same everywhere are mapped, each to exactly one other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_DASHES = "‐‑‒–—―−﹣"
_APOSTROPHES = "‘’ʼ′´"
_QUOTES = "“”„«»"
_BOX = {
    "│": "|",
    "┃": "|",
    "║": "|",
    "¦": "|",
    **dict.fromkeys("─━═", "-"),
    **dict.fromkeys("┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝", "+"),
}
_OTHERS = {
    "․": ".",
    "٫": ".",
    "٬": ",",
    "〜": "~",
    "∼": "~",
    "⁰": "°",
    "º": "°",
    "İ": "I",
    "ı": "i",
}
# The noughts of all scripts that have digits of their own, each followed by its other nine.
_NOUGHTS = "٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐᥆᧐᪀᪐᭐᮰᱀᱐꘠꣐꤀꧐꧰꩐꯰"
_LONG = 1000
_NOT_SLUG = re.compile(r"[\W_]+")


@cache
def _table() -> dict[str, str]:
    table = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for characters, folded in ((_BLANKS, " "), (_DASHES, "-"), (_APOSTROPHES, "'"), (_QUOTES, '"')):
        table.update(dict.fromkeys(characters, folded))
    table.update(_OTHERS | _BOX)
    for nought in _NOUGHTS:
        table.update((chr(ord(nought) + digit), str(digit)) for digit in range(10))
    return table


@cache
def _sign() -> re.Pattern[str]:
    """Any sign of the table: found three times as fast as by asking the table for each sign of a text."""
    return re.compile(f"[{''.join(_table())}]")


def fold(text: str) -> str:
    """The text with width, blanks, dashes, quotes, lines and digits of all scripts made plain ASCII.

    The result has exactly as many code points as the text.
    """
    if text.isascii():
        return text
    return _replaced(text) if len(text) < _LONG else _folded(text)


@lru_cache(maxsize=4)
def _folded(text: str) -> str:
    """A whole page folded: several stages ask for it one after the other."""
    return _replaced(text)


def _replaced(text: str) -> str:
    """The text with its few signs of the table replaced one by one; none of them stands for another."""
    for sign in set(_sign().findall(text)):
        text = text.replace(sign, _table()[sign])
    return text


def key(text: str) -> str:
    """A form for looking words up: folded, without case, blanks made single."""
    if text.isascii():
        return " ".join(text.lower().split())
    return " ".join(caseless(text).split())


def caseless(text: str) -> str:
    """The text folded and without case; its blanks and breaks stay."""
    return fold(text).casefold().replace("i\u0307", "i")  # of "İ"


def at_once(change: Callable[[str], str], texts: Sequence[str]) -> list[str]:
    """What a change sign by sign makes of each text: of a whole table at once, as lines of a page."""
    changed = change("\n".join(texts)).split("\n")
    return changed if len(changed) == len(texts) else list(map(change, texts))


def slug(text: str) -> str:
    """Letters and digits of every script in lower case, joined by hyphens: ``Area (km²)`` -> ``area-km²``."""
    return _NOT_SLUG.sub("-", key(text)).strip("-")


def is_cjk(character: str) -> bool:
    """Whether a character belongs to a script written without blanks (Han, kana, Hangul, Thai)."""
    return "\u0e00" <= character <= "\u0e7f" or "\u3040" <= character <= "\ud7ff"


def past_blank(text: str, at: int) -> int:
    """The offset behind a blank of any kind that stands at an offset, else the offset itself."""
    return at + 1 if text[at : at + 1].isspace() else at
