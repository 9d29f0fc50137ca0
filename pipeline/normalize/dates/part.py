"""Parts of dates: months by name in all languages, eras, Roman and Han figures, centuries."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from pipeline.lexicon.tables import csv_rows, toml_table
from pipeline.normalize.text import key

# Nothing in these pages is dated a century ahead: '29 is 2029 at most, '30 is 1930.
FIRST_SHORT_YEAR_OF_1900 = 30
FIRST_BUDDHIST_YEAR = 2400
MINGUO = 1911  # the year before the Republic of China's first
BUDDHA = 543  # years that Thailand counts before ours
LAST_YEAR = 2199
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")

_HAN = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_LETTERS = re.compile(r"[^\W\d_]+")
_PARTITIVE = re.compile(r"^(?:de |d')")


class Era(NamedTuple):
    """A way of counting years, from the Gregorian year before its first to its last one."""

    before: int
    last: int

    def year(self, count: int) -> int | None:
        """The Gregorian year of a count in the era, None beyond the era's end."""
        year = self.before + count
        return year if count >= 1 and year <= self.last else None


@cache
def calendar() -> Mapping[str, Any]:
    """The lexicon's table of languages, everyday words and ends of eras."""
    return toml_table("calendar.toml")


@cache
def eras() -> Mapping[str, Era]:
    """Every spelling of an era, letters included, in lower case."""
    spelled = (*toml_table("words.toml")["eras"].items(), *_letters())
    return {key(name): Era(before, _last_year(name, before)) for name, before in spelled}


def era_names() -> tuple[str, ...]:
    """Spellings of eras that speak for themselves, without the lone letters."""
    return tuple(map(key, toml_table("words.toml")["eras"]))


def era_letters() -> tuple[str, ...]:
    """Lone letters and characters that stand for an era before two digits: S52, 昭52."""
    return tuple(key(letter) for letter, _ in _letters())


def _last_year(name: str, before: int) -> int:
    ended = name not in calendar()["still_counting"]
    last: int = calendar()["last_years"].get(str(before), LAST_YEAR) if ended else LAST_YEAR
    return last


def _letters() -> Iterator[tuple[str, int]]:
    """The letters of the lexicon, and the first character of the names of the same eras."""
    words, others = toml_table("words.toml"), calendar()["still_counting"]
    yield from words["era_letters"].items()
    lettered = set(words["era_letters"].values())
    for name, before in words["eras"].items():
        if len(name) == 2 and all(map(_is_han, name)) and before in lettered and name not in others:
            yield name[0], before


@cache
def months() -> Mapping[str, int]:
    """Month number by name in lower case: wide, short, inflected, with and without accents.

    A name that means another month in a language further down the list keeps its first meaning.
    """
    found: dict[str, int] = {}
    read, wide = _cldr_months("languages"), _cldr_months("wide_languages")
    for name, month in (*read, *_lexicon_months(), *wide):
        found.setdefault(name, month)
    for name, month in tuple(found.items()):
        found.setdefault(_plain(name), month)
    return found


def _lexicon_months() -> Iterator[tuple[str, int]]:
    """Spellings beside CLDR's, twelve lists a language."""
    for language in toml_table("words.toml")["months"].values():
        for month, names in enumerate(language, start=1):
            for name in names:
                yield from month_names({month: name})


@cache
def month_stems() -> frozenset[str]:
    """First three letters of the months of the languages left to dateparser."""
    return frozenset(name[:3] for name, _ in _cldr_months("other_languages"))


def may_be_month(word: str) -> bool:
    """Whether a word, as a key, may be the name of a month in any language that is read."""
    return word in _month_words() or word[:3] in month_stems()


@cache
def _month_words() -> frozenset[str]:
    return frozenset(word for name in months() for word in _LETTERS.findall(key(name)))


@cache
def also_words() -> frozenset[str]:
    """Names of months that are everyday words somewhere."""
    return frozenset(calendar()["also_words"])


def _cldr_months(languages: str) -> Iterator[tuple[str, int]]:
    """Names in a list of languages of ``calendar.toml``, as ``months.csv`` keeps them."""
    for row in csv_rows("months.csv"):
        if row["languages"] == languages:
            yield row["name"], int(row["month"])


def month_names(forms: Mapping[int, str]) -> Iterator[tuple[str, int]]:
    """CLDR's names as they are looked up, without dot and partitive ("de marzu", "févr."); 10月 is no name."""
    for month, name in forms.items():
        if not any(map(_is_figure_or_glyph, name)):
            yield _PARTITIVE.sub("", key(name)).rstrip("."), month


def _is_figure_or_glyph(sign: str) -> bool:
    return sign.isdecimal() or _is_han(sign) or "\uac00" <= sign <= "\ud7ff"


def _is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"


def _plain(name: str) -> str:
    """Latin letters without their accents: ``février`` is often typed ``fevrier``."""
    decomposed = unicodedata.normalize("NFD", name.replace("ı", "i"))
    if not decomposed[0].isascii():
        return name
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def month_number(written: str) -> int | None:
    """The month of digits, a name or a Roman figure; None if it is none of them."""
    if written.isdigit():
        return int(written)
    name = " ".join(written.split()).rstrip(".")
    return months().get(name) or (ROMAN.index(name) + 1 if name in ROMAN else han_number(name))


def full_year(short: str) -> int:
    """The year that two digits stand for: ``96`` is 1996, ``04`` is 2004."""
    century = 1900 if int(short) >= FIRST_SHORT_YEAR_OF_1900 else 2000
    return century + int(short)


def han_number(written: str) -> int | None:
    """A year or a number to 39 in Han figures: 二〇一五, 十月's 十, 二十七; 元 is the first."""
    if written == "元":
        return 1
    tens, ten, ones = written.partition("十")
    figures = f"{tens or '1'}{ones or '0'}" if ten else written
    digits = figures.translate(_HAN)
    return int(digits) if digits.isascii() and digits.isdigit() else None
