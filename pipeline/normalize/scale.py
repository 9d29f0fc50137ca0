"""Scale words behind digits: ``4.52 million``, ``12K``, ``83 mil 226``."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from pipeline.model.source import Span
from pipeline.normalize.digits import Amount
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.hit import Hit
from pipeline.normalize.lexeme import alternation, beginnings, scale_words, words
from pipeline.normalize.myriad import SCALES
from pipeline.normalize.text import is_cjk, key
from pipeline.normalize.unit import unit_at

_LETTER = re.compile(r"[^\W\d_]")
_SCALE_LETTER = re.compile(
    r" ?(?:(?P<thousand>[Kk])|(?P<million>M(?!\w)|mn\b|m(?!\w))|(?P<billion>bn\b|B\b))(?![\w²³/])"
)
# "5.3 mil. persons" are millions, and "/ 43.75 mil." that are all of their cell; "640 mil. A cidade"
# are thousands at the end of a sentence.
_MILLION = "mil."
_GOES_ON = re.compile(r" (?=[^\W\d_A-ZÀ-ÖØ-Þ]|[A-Z$€]{2,3}\b|[$€£])")
_CELL_ENDS = re.compile(r"[^\S\n]*(?:$|[\n\t|/;()（）])")
_CELL_BEGINS = re.compile(r"(?:^|[\n\t|/:：(（])[^\S\n]*\d{1,4}[.,]\d{1,3}$")
_FRACTION = re.compile(r"\d[.,]\d{1,2}$")
_LETTERS = {"thousand": 3, "million": 6, "billion": 9}


def may_be_scaled(text: str, at: int, end: int) -> bool:
    """Whether a character stands behind the digits with which a scale word or a glyph can begin."""
    behind = text[at : min(end, at + 2)]
    return (behind[1:] if behind[:1] in {" ", "-"} else behind[:1]) in _scale_beginnings()


@cache
def _scale_beginnings() -> frozenset[str]:
    return beginnings(scale_words()) | frozenset(SCALES) | frozenset("KkMmBb")


def scale_behind(text: str, at: int, end: int, *, counted: bool) -> tuple[int, int]:
    """Where a scale word after the digits ends, and its exponent; a lone letter only for counts."""
    if not may_be_scaled(text, at, end):
        return at, 0
    word = _scale_word(text, at, end)
    if word and not _is_measure(text, Span(at, word.last), end):
        said = key(text[slice(*word)])
        if said == _MILLION and not _is_abbreviated(text, at, word.last, end):
            return word.last - 1, _LETTERS["thousand"]
        exponent = scale_words()[said]
        stop, more = scale_behind(text, word.last, end, counted=False)
        return (stop, exponent + more) if more else (word.last, exponent)
    letter = _SCALE_LETTER.match(text, at, end)
    glued = letter is not None and text[at] != " "
    if letter and letter.lastgroup and (counted or (glued and letter[0] in {"K", "M", "bn"})):
        return letter.end(), _LETTERS[letter.lastgroup]
    return at, 0


def _scale_word(text: str, at: int, end: int) -> Hit | None:
    """The scale word that begins at an offset or behind a blank or hyphen, followed by no letter.

    Letters of scripts without blanks may follow, and behind a point: "1.2 ล้านคน", "12.3 thous.km²".
    """
    start = at + text.startswith((" ", "-"), at)
    for hit in _scale_words().matches(text, start, end):
        behind = text[hit.last : min(hit.last + 1, end)]
        if not _LETTER.match(behind) or is_cjk(behind) or text[hit.last - 1] == ".":
            return hit
    return None


def _is_abbreviated(text: str, at: int, last: int, end: int) -> bool:
    """Whether a "mil." behind digits is short for million: they have decimals, and no sentence ends."""
    if _GOES_ON.match(text, last, end):
        return _FRACTION.search(text, max(0, at - 4), at) is not None
    return bool(_CELL_ENDS.match(text, last, end)) and bool(
        _CELL_BEGINS.search(text, max(0, at - 12), at)
    )


@cache
def _scale_words() -> Glossary:
    return Glossary(word for word in scale_words() if not set(word) & set(SCALES))


def _is_measure(text: str, word: Span, end: int) -> bool:
    """Whether a scale word is rather a unit: "12 miles" are no thousands, "12 miles de" are."""
    unit = unit_at(text, word.start, end)
    return unit is not None and unit.span.end >= word.end and not text.startswith(" de", word.end)


def rest_behind(text: str, at: int, end: int, exponent: int) -> tuple[int, Amount]:
    """What follows a scale word as part of its number, and where it ends: "83 mil 226 habitantes"."""
    nothing = at, Amount(Decimal(0), Decimal(1), "")
    match = _next_part().match(text, at, end)
    part = int(match[1]) if match else 0
    if match is None or part == 0:
        return nothing
    stop, smaller = scale_behind(text, match.end(), end, counted=False)
    if smaller and smaller < exponent:
        stop, rest = rest_behind(text, stop, end, smaller)
        value = Decimal(part).scaleb(smaller) + rest.value
        return stop, Amount(value, rest.step if rest.value else Decimal(1).scaleb(smaller), "")
    if smaller or not _closes().match(text, match.end(), end):
        return nothing
    return match.end(), Amount(Decimal(part), Decimal(1), "")


@cache
def _next_part() -> re.Pattern[str]:
    """Up to three digits behind a scale word, and a word for and: "2 millones y 300 mil"."""
    joiners = alternation(word for word in words("number_joiners") if word.isalpha())
    return re.compile(rf" (?:{joiners} ?)?(\d{{1,3}})(?!\d|[.,:/%-]\d)", re.IGNORECASE)


@cache
def _closes() -> re.Pattern[str]:
    """A noun for what is counted, or the end of a clause, behind the last part of a number."""
    nouns = alternation((*words("person_nouns"), *words("household_nouns")))
    return re.compile(rf"(?: de)? ?{nouns}|\s*[,.;)\n]|\s*$", re.IGNORECASE)
