"""What a declared form of date is, and how a literal of that form becomes ISO 8601 prefixes.

A form's pattern is written with tokens (``<y>``, ``<M>``); they stand for the parts of a date and
are expanded once, when the first text is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from pipeline.normalize.dates.part import (
    BUDDHA,
    FIRST_BUDDHIST_YEAR,
    MINGUO,
    ROMAN,
    also_words,
    era_letters,
    era_names,
    eras,
    full_year,
    han_number,
    month_number,
    months,
)

Parts = Mapping[str, str | None]

# What the tokens stand for: parts of a date, which are captured, then plain abbreviations.
_PARTS = {
    "y": r"(?:1\d|2[0-5])\d\d(?!\d)",
    "Y": r"(?:1[5-9]|2[01])\d\d(?!\d)",
    "yy": r"\d\d(?!\d)",
    "r": r"\d{2,3}(?!\d)",
    "B": r"2[45]\d\d(?!\d)",
    "h": r"[〇零○一二三四五六七八九]{4}",
    "m": r"\d{1,2}(?!\d)",
    "hm": r"(?:\d{1,2}(?!\d)|[一二三四五六七八九十]{1,2})",
    "d": r"(?:\d{1,2}|[1-9]\d\d)(?!\d)",
    "hd": r"(?:\d{1,3}(?!\d)|[一二三四五六七八九十]{1,3})",
    "n": r"(?:\d{1,4}(?!\d)|元|[一二三四五六七八九十]{1,4})",
    "a": r"[0-3]?\d(?!\d)",
    "b": r"[0-3]?\d(?!\d)",
    "s1": r"\d{1,2}(?!\d)",
    "s2": r"\d{1,2}(?!\d)",
    "s3": r"\d{1,2}(?!\d)",
}
_ABBREVIATIONS = {
    "left": r"(?<!\d)(?<!\d[.,/:-])",
    "right": r"(?!\d|[./-]\d)",
    "gap": r"[ \t]{0,3}(?:\r?\n)?[ \t]{0,3}",
    "nth": r"(?:°|-?(?:st|nd|rd|th|er|re|ème|го|е|й)(?![^\W\d_]))?",
    "th": r"(?:\.|°|-?(?:st|nd|rd|th|er|re|ème|го|е|й)(?![^\W\d_]))?",
    "of": r"(?:(?:de|del|of|ng|di|từ)\b |d')?",
    "second": r"(?: ?(?:-|~|/|&|and|to|bis|al?|y|e|et|и) ?\d{1,2})?",
    "yearword": r"(?: ?(?:г|р|r)\.| (?:года|року|roku)(?!\w))?",
    "nen": r" ?[年년]",
    "gatsu": r" ?[月월]",
    "nichi": r" ?[日号號일]",
}
ANY_MONTH = r"[^\d\n]{1,20}?"  # whatever name a month has
_LETTERS = re.compile(r"[^\W\d_]+")
_NO_LETTERS = re.compile(r"<\w+>|\\[A-Za-z]")
_TOKEN = re.compile(r"<(\w+)>")


class Form(NamedTuple):
    """One notation of dates, with literals that it reads and literals that it must leave.

    ``pattern`` is matched against folded text in lower case. ``only_with_order`` is for notations
    that need the page's order of day, month and year to be told from other figures. A literal of
    a form that is ``loose`` and names no possible date is no date at all; of any other form it
    is an impossible one. ``clear`` refuses literals that could well be something else.
    """

    name: str
    pattern: str
    good: Mapping[str, str]
    bad: tuple[str, ...] = ()
    loose: bool = False
    only_with_order: bool = False
    clear: Callable[[str, Parts], bool] | None = None


def expand(pattern: str, *, capture: bool, **instead: str) -> str:
    """The pattern as a regular expression, its parts as named groups or without groups.

    ``instead`` are patterns for some of the parts in place of their own.
    """

    def replaced(match: re.Match[str]) -> str:
        token = match[1]
        if token in _ABBREVIATIONS:
            return _ABBREVIATIONS[token]
        part = instead.get(token) or _part(token)
        return f"(?P<{token}>{part})" if capture else f"(?:{part})"

    return _TOKEN.sub(replaced, pattern)


def form_words(forms: Iterable[Form]) -> tuple[str, ...]:
    """The words that stand in the patterns of some forms besides months and eras."""
    written = (*(form.pattern for form in forms), *_ABBREVIATIONS.values())
    return tuple(word for said in written for word in _LETTERS.findall(_NO_LETTERS.sub(" ", said)))


@cache
def _part(token: str) -> str:
    words: Mapping[str, Callable[[], Iterable[str]]] = {
        "M": months,
        "E": era_names,
        "L": era_letters,
        "R": lambda: ROMAN,
    }
    if token not in words:
        return _PARTS[token]
    pattern = any_of(words[token]())
    return rf"(?<![^\W\d_]){pattern}(?![^\W\d_])" if token in {"M", "R"} else pattern


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first within each first letter.

    Grouped by first letter, a position that begins no word costs one comparison a letter.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    return (
        "(?:"
        + "|".join(f"{re.escape(c)}(?:{'|'.join(t)})" for c, t in sorted(by_letter.items()))
        + ")"
    )


def iso_dates(parts: Parts, order: str) -> tuple[str, ...]:
    """Every possible date that the parts of a literal name, likeliest first; none if impossible."""
    found = (
        iso(year, month, day) for year in _years(parts, order) for month, day in _days(parts, order)
    )
    return tuple(dict.fromkeys(written for written in found if written))


def iso(year: int, month: int | None, day: int | None) -> str:
    """ISO 8601 at the precision given, empty where there is no such day or month."""
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return ""
    return "-".join((f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)))


def _years(parts: Parts, order: str) -> Iterator[int]:
    """Rival years: the one written, then the one of the era where they disagree."""
    written = parts.get("y") or parts.get("Y")
    if written:
        yield _gregorian(int(written), parts.get("M") or "")
    if parts.get("B"):
        yield int(parts["B"] or 0) - BUDDHA
    if parts.get("yy") or parts.get("s1"):
        short = parts.get("yy") or _by_order(parts, order)["y"]
        yield MINGUO + int(short) if order == "minguo" else full_year(short.zfill(2))
    if parts.get("r") and order == "minguo":
        yield MINGUO + int(parts["r"] or 0)
    if parts.get("h"):
        yield han_number(parts["h"] or "") or 0
    era = eras().get(parts.get("E") or parts.get("L") or "")
    year = era.year(han_number(parts.get("n") or "") or 0) if era else None
    if year:
        yield year


def _gregorian(year: int, month: str) -> int:
    """A year beside a Thai month is counted from the Buddha where it is that large."""
    thai = "\u0e00" <= month[:1] <= "\u0e7f"
    return year - BUDDHA if thai and year >= FIRST_BUDDHIST_YEAR else year


def _days(parts: Parts, order: str) -> Iterator[tuple[int | None, int | None]]:
    """Rival pairs of month and day; a part that the literal lacks is None."""
    if parts.get("a"):
        pair = int(parts["a"] or 0), int(parts["b"] or 0)
        yield from (pair, pair[::-1]) if order == "mdy" else (pair[::-1], pair)
    elif parts.get("s1"):
        roles = _by_order(parts, order)
        yield int(roles["m"]), int(roles["d"])
    else:
        month = parts.get("m") or parts.get("M") or parts.get("R") or parts.get("hm")
        day = parts.get("d") or parts.get("hd")
        yield (month_number(month) if month else None), (han_number(day) if day else None)


def _by_order(parts: Parts, order: str) -> dict[str, str]:
    """Three bare figures by the page's order: with ``ymd``, 96.6.19 begins with the year."""
    roles = "ymd" if order == "minguo" else order
    return dict(zip(roles, (parts["s1"] or "", parts["s2"] or "", parts["s3"] or ""), strict=True))


def no_span_of_years(_: str, parts: Parts) -> bool:
    """Whether 2015-10 can only be a month: 2010-12 may be three years."""
    return int(parts["m"] or 0) <= int(parts["Y"] or 0) % 100


def no_everyday_word(written: str, parts: Parts) -> bool:
    """Whether a month's name is no everyday word: ``May 2000``, not ``they may 2000 times``."""
    name = parts["M"] or ""
    return name not in also_words() or written[0].isupper() or written[len(name)] == "."


def capitals(written: str, _: Parts) -> bool:
    """Whether the literal has no small letter: ``12.IX.1998``, not ``5 x 1998``."""
    return written.upper() == written
