"""What a declared form of date is, and the patterns that its tokens stand for.

A form's pattern is written with tokens (``<y>``, ``<M>``); they stand for the parts of a date and
are expanded once, when the first text is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from pipeline.normalize.dates.iso import Parts
from pipeline.normalize.dates.part import ROMAN, also_words, era_letters, era_names, months

# What the tokens stand for: parts of a date, which are captured, then plain abbreviations.
_PARTS = {
    "y": r"(?:1\d|2[0-5])\d\d(?!\d)",
    "Y": r"(?:1[5-9]|2[01])\d\d(?!\d)",
    "yyyyy": r"(?:19|20)\d{3}(?!\d)",
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
    "cell": r"(?<!\d)(?<!\d[.,:-])",  # a slash may keep cells apart: "94.0/1979.05.01"
    "right": r"(?!\d|[./-]\d)",
    "gap": r"[ \t]{0,3}(?:\r?\n)?[ \t]{0,3}",
    "nth": r"(?:°|-?(?:st|nd|rd|th|er|re|ème|го|е|й)(?![^\W\d_]))?",
    "th": r"(?:\.|°|-?(?:st|nd|rd|th|er|re|ème|го|е|й)(?![^\W\d_]))?",
    "of": r"(?:(?:de|del|of|ng|di|từ|day of|del año|do ano)\b |d')?",
    "second": r"(?: ?(?:-|~|/|&|and|to|bis|al?|y|e|et|и) ?\d{1,2})?",
    "yearword": r"(?: ?(?:г|р|r)\.| (?:года|року|roku)(?!\w))?",
    "nen": r" ?[年년]",
    "gatsu": r" ?[月월]",
    "nichi": r" ?[日号號일]",
}
MONTHS, DAYS = 12, 31
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


def no_span_of_years(_: str, parts: Parts) -> bool:
    """Whether 2015-10 can only be a month: 2010-12 may be three years."""
    return int(parts["m"] or 0) <= int(parts["Y"] or 0) % 100


def no_everyday_word(written: str, parts: Parts) -> bool:
    """Whether a month's name is no everyday word: ``May 2000``, not ``they may 2000 times``."""
    name = parts["M"] or ""
    return name not in also_words() or written[0].isupper() or written[len(name)] == "."


def within_sentence(written: str, parts: Parts) -> bool:
    """Whether no sentence begins between a year and an everyday word: "in 1921. Tem 12 ilhas"."""
    name = parts["M"] or ""
    opens = f"{parts['y']}. {name}"
    return name not in also_words() or not (
        written.lower().startswith(opens) and written[len(opens) - len(name)].isupper()
    )


def capitals(written: str, _: Parts) -> bool:
    """Whether the literal has no small letter: ``12.IX.1998``, not ``5 x 1998``."""
    return written.upper() == written


def possible_but_for_a_digit(_: str, parts: Parts) -> bool:
    """Whether month and day can be those of a date, but for a digit too many: H9.7.100, not R12.13.14."""
    return int(parts["m"] or 0) <= MONTHS and int((parts["d"] or "0")[:2]) <= DAYS
