"""The nation that an adjective right before a name gives it: "das polnische Norval", "ville italienne de"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.lexeme import alternation, words
from pipeline.normalize.text import key

_WITHIN = 44
_ENDINGS = [
    "e",
    "en",
    "er",
    "es",
    "em",
    "a",
    "o",
    "i",
    "as",
    "os",
    "he",
    "hi",
    "s",
    "se",
    "ses",
    "ne",
    "nes",
    "ns",
    "na",
    "no",
    "ni",
    "nen",
    "t",
    "ts",
    "ie",
    "im",
    "ej",
    "ego",
    "iego",
    "ich",
    "ą",
    "y",
    "ý",
    "á",
    "é",
    "ou",
    "ém",
    "ий",
    "ая",
    "ое",
    "ой",
    "ом",
    "ого",
    "ому",
    "их",
    "им",
    "а",
    "е",
    "ої",
    "ій",
    "ку",
    "у",
]


def nation_before(text: str, name: Span) -> tuple[str, Span] | None:
    """The ISO 3166-1 code of the nation whose adjective leads to a name, and where it stands."""
    start = max(text.rfind("\n", 0, name.start) + 1, name.start - _WITHIN)
    match = _adjective().search(text, start, name.start) if start < name.start else None
    if match is None:
        return None
    stem = key(match["stem"])
    return _codes()[stem], Span(*match.span("word"))


def without_nation(text: str, name: Span) -> Span:
    """Of "Duitse Norval" the name: some languages write the adjective with a capital."""
    first, blank, _ = text[slice(*name)].partition(" ")
    rest = Span(name.start + len(first) + 1, name.end)
    return rest if blank and nation_before(text, rest) else name


@cache
def adjective_codes() -> dict[str, str]:
    """The code of every form of an adjective, in lower case."""
    told = ((stem.casefold(), code) for code, s in toml_table("nations.toml").items() for stem in s)
    return {stem + ending: code for stem, code in told for ending in ("", *_ENDINGS)}


@cache
def _codes() -> dict[str, str]:
    return {key(stem): code for code, stems in toml_table("nations.toml").items() for stem in stems}


@cache
def _adjective() -> re.Pattern[str]:
    longest = sorted({*_codes(), *_spelled()}, key=len, reverse=True)
    stems = "|".join(map(re.escape, longest))
    endings = "|".join(sorted(_ENDINGS, key=len, reverse=True))
    # "la ville italienne de", "die tschechische Kreisstadt": a word for the kind may stand between.
    between = rf"(?: {alternation(words('place_nouns'))})?(?: (?:of|de|di|da|von|van)| d['’])? ?$"
    return re.compile(
        rf"(?<![\w-])(?P<word>(?P<stem>{stems})(?:{endings})?){between}", re.IGNORECASE
    )


@cache
def _spelled() -> frozenset[str]:
    return frozenset(stem for stems in toml_table("nations.toml").values() for stem in stems)
