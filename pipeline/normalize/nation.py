"""The nation that an adjective right before a name gives it: "das polnische Norval", "ville italienne de"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.lexeme import alternation, words

_WITHIN = 44
_HEAD, _LONGEST = 4, 4  # letters: of a stem's beginning, and of an ending
_ENDINGS = frozenset(
    [
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
)


def nation_before(text: str, name: Span) -> tuple[str, Span] | None:
    """The ISO 3166-1 code of the nation whose adjective leads to a name, and where it stands."""
    start = max(text.rfind("\n", 0, name.start) + 1, name.start - _WITHIN)
    match = _adjective().search(text, start, name.start) if start < name.start else None
    if match is None:
        return None
    code = nation_of(match["word"])
    return (code, Span(*match.span("word"))) if code else None


def without_nation(text: str, name: Span) -> Span:
    """Of "Duitse Norval" the name: some languages write the adjective with a capital."""
    first, blank, _ = text[slice(*name)].partition(" ")
    rest = Span(name.start + len(first) + 1, name.end)
    return rest if blank and nation_before(text, rest) else name


def nation_of(word: str) -> str:
    """The code of the nation whose adjective a word is, a stem and an ending; else empty."""
    said = word.casefold()
    if said[:_HEAD] not in _heads():
        return ""
    codes, whole = _codes(), len(said)
    for end in range(whole, max(_HEAD, whole - _LONGEST) - 1, -1):
        if said[:end] in codes and (end == whole or said[end:] in _ENDINGS):
            return codes[said[:end]]
    return ""


def may_name_nations(said: Sequence[str]) -> list[int]:
    """Which of some words in lower case begin as an adjective of a nation does, by their places."""
    heads = _heads()
    return [at for at, word in enumerate(said) if word[:_HEAD] in heads]


@cache
def _codes() -> dict[str, str]:
    return {
        stem.casefold(): code
        for code, stems in toml_table("nations.toml").items()
        for stem in stems
    }


@cache
def _heads() -> frozenset[str]:
    return frozenset(stem[:_HEAD] for stem in _codes())


@cache
def _adjective() -> re.Pattern[str]:
    """A word right before a name, or before a word for its kind: "la ville italienne de"."""
    kinds = alternation(words("place_nouns"))
    return re.compile(
        rf"(?<![\w-])(?P<word>[^\W\d_][\w-]*)(?: {kinds})?(?: (?:of|de|di|da|von|van)| d['’])? ?$",
        re.IGNORECASE,
    )
