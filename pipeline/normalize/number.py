"""Numbers of running text with their scale words and qualifiers: ``about 4.52 million``, ``1만7184``.

All functions take folded text (``text.fold``), whose offsets are those of the document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.model.value import Context
from pipeline.normalize.digits import Amount, amounts, next_digits
from pipeline.normalize.glossary import Glossary, Hit
from pipeline.normalize.lexeme import alternation, beginnings, scale_words, words
from pipeline.normalize.qualifier import qualifier_of
from pipeline.normalize.text import is_cjk, key
from pipeline.normalize.unit import unit_at

COUNTED = frozenset({"person", "household"})  # units of whole numbers: "12K" of them is 12,000
_SMALL = {"十": 1, "拾": 1, "십": 1, "百": 2, "백": 2, "千": 3, "천": 3}
_BIG = {"万": 4, "萬": 4, "만": 4, "億": 8, "亿": 8, "억": 8, "兆": 12, "조": 12}
_SCALES = "".join((*_SMALL, *_BIG))
_NEXT_DIGITS = re.compile(r" ?(\d{1,4}(?:,\d{3})?(?:\.\d+)?)")
_NEXT_SCALES = re.compile(rf" ?([{_SCALES}]{{1,2}})(?![{_SCALES}])")
_DATED = frozenset("年월月년日일")  # what follows a figure of a date
_LETTER = re.compile(r"[^\W\d_]")
_PRECISION = 28  # digits to which a product is rounded
_HOLE = "\ufffd"


class Number(NamedTuple):
    """A literal with its rival readings, without its unit.

    ``explicit`` tells that a scale word stands beside the digits, so that a header's multiplier
    does not apply.
    """

    span: Span
    digits: Span
    amounts: tuple[Amount, ...]
    qualifier: str
    explicit: bool


def find_numbers(text: str, start: int, end: int, context: Context) -> Iterator[Number]:
    """Every run of digits in ``text[start:end]`` with the scale words that follow it.

    Digits beside a character that could not be decoded are no number: "8.1\ufffd5" has lost one.
    """
    at, damaged = start, _is_damaged(text)
    while match := next_digits(text, at, end):
        if damaged and _is_broken(text, match):
            at = match.end()
            continue
        number = _read(text, match, end, context)
        yield number
        at = number.span.end


@lru_cache(maxsize=16)
def _is_damaged(text: str) -> bool:
    """Whether a page has a character that could not be decoded, which next to none has."""
    return _HOLE in text


def _is_broken(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 2) : match.start()].rstrip(".,")
    return before.endswith(_HOLE) or text.startswith(_HOLE, match.end())


def _read(text: str, match: re.Match[str], end: int, context: Context) -> Number:
    digits = Span(*match.span())
    rivals = amounts(match[0], context.marks)
    exact = digits.end - digits.start <= _PRECISION
    if exact and not _may_be_scaled(text, digits.end, end):
        return Number(digits, digits, rivals, qualifier_of(text, digits), explicit=False)
    if _NEXT_SCALES.match(text, digits.end, end):
        stop, amount = _composite(text, rivals[0], digits.end, end)
        span = Span(digits.start, stop)
        return Number(span, digits, (amount,), qualifier_of(text, span), explicit=True)
    counted = context.unit in COUNTED or _is_priced(text, digits.start)
    stop, exponent = _scale(text, digits.end, end, counted=counted)
    if exact and not exponent:
        return Number(digits, digits, rivals, qualifier_of(text, digits), explicit=False)
    scaled = tuple(_times(rival, Decimal(1).scaleb(exponent)) for rival in rivals)
    if exponent and rivals[0].step == 1:
        stop, rest = _rest(text, stop, end, exponent)
        scaled = tuple(_plus(rival, rest) for rival in scaled) if rest.value else scaled
    span = Span(digits.start, stop)
    return Number(span, digits, scaled, qualifier_of(text, span), explicit=exponent > 0)


def _may_be_scaled(text: str, at: int, end: int) -> bool:
    """Whether a character stands behind the digits with which a scale word or a glyph can begin."""
    behind = text[at : min(end, at + 2)]
    return (behind[1:] if behind[:1] in {" ", "-"} else behind[:1]) in _scale_beginnings()


@cache
def _scale_beginnings() -> frozenset[str]:
    return beginnings(scale_words()) | frozenset(_SCALES) | frozenset("KkMmBb")


def _is_priced(text: str, start: int) -> bool:
    """Whether a sign of money touches the digits, where an m is a million: "$1.9m"."""
    return unicodedata.category(text[start - 1 : start] or " ") == "Sc"


def _times(amount: Amount, factor: Decimal) -> Amount:
    value, step, rule, qualifier = amount
    return Amount(value * factor, step * factor, rule, qualifier)


def _composite(text: str, first: Amount, at: int, end: int) -> tuple[int, Amount]:
    """A number in the East Asian way: 52万5千, 1만7184, 1억 2,000만; and where it ends."""
    total = section = Decimal(0)
    figure, step = first.value, first.step
    while True:
        scales = _NEXT_SCALES.match(text, at, end)
        if scales:
            at = scales.end()
            small, big = _exponents(scales[1])
            step = step.scaleb(small + big) if small or big else step
            section += figure.scaleb(small)
            if big:
                total, section = total + section.scaleb(big), Decimal(0)
        else:
            section += figure
        digits = _NEXT_DIGITS.match(text, at, end) if scales else None
        if digits is None or not _goes_on(text, at, digits, end):
            return at, Amount(total + section, step, "number:myriad", first.qualifier)
        next_amount = amounts(digits[1])[0]
        figure, step, at = next_amount.value, next_amount.step, digits.end()


def _goes_on(text: str, at: int, digits: re.Match[str], end: int) -> bool:
    """Whether digits behind a blank belong to the number: "6만 1,222명", but not "6만 2015년"."""
    if text[at] != " " or _NEXT_SCALES.match(text, digits.end(), end):
        return True
    behind = text[digits.end() : min(digits.end() + 1, end)]
    return "\u3040" <= behind <= "\ud7ff" and behind not in _DATED


def _exponents(scales: str) -> tuple[int, int]:
    """Exponents of ten of a run such as 千万: what multiplies the digits, what closes the group."""
    small = sum(_SMALL.get(character, 0) for character in scales)
    big = sum(_BIG.get(character, 0) for character in scales)
    return small, big


def _rest(text: str, at: int, end: int, exponent: int) -> tuple[int, Amount]:
    """What follows a scale word as part of its number, and where it ends: "83 mil 226 habitantes"."""
    nothing = at, Amount(Decimal(0), Decimal(1), "")
    match = _NEXT_PART.match(text, at, end)
    part = int(match[1]) if match else 0
    if match is None or part == 0:
        return nothing
    stop, smaller = _scale(text, match.end(), end, counted=False)
    if smaller and smaller < exponent:
        stop, rest = _rest(text, stop, end, smaller)
        value = Decimal(part).scaleb(smaller) + rest.value
        return stop, Amount(value, rest.step if rest.value else Decimal(1).scaleb(smaller), "")
    if smaller or not _closes().match(text, match.end(), end):
        return nothing
    return match.end(), Amount(Decimal(part), Decimal(1), "")


def _plus(amount: Amount, rest: Amount) -> Amount:
    return amount._replace(value=amount.value + rest.value, step=rest.step)


_NEXT_PART = re.compile(r" (?:y |e |și |и |і |and |en |و ?)?(\d{1,3})(?!\d|[.,:/%-]\d)")


@cache
def _closes() -> re.Pattern[str]:
    """A noun for what is counted, or the end of a clause, behind the last part of a number."""
    nouns = alternation((*words("person_nouns"), *words("household_nouns")))
    return re.compile(rf"(?: de)? ?{nouns}|\s*[,.;)\n]|\s*$", re.IGNORECASE)


@cache
def _scale_words() -> Glossary:
    return Glossary(word for word in scale_words() if not set(word) & set(_SCALES))


def _scale_word(text: str, at: int, end: int) -> Hit | None:
    """The scale word that begins at an offset or behind a blank or hyphen, followed by no letter.

    Letters of scripts without blanks may follow: "1.2 ล้านคน".
    """
    start = at + text.startswith((" ", "-"), at)
    for hit in _scale_words().matches(text, start, end):
        behind = text[hit.last : min(hit.last + 1, end)]
        if not _LETTER.match(behind) or is_cjk(behind):
            return hit
    return None


_SCALE_LETTER = re.compile(
    r" ?(?:(?P<thousand>[Kk])|(?P<million>M(?!\w)|mn\b|m(?!\w))|(?P<billion>bn\b|B\b))(?![\w²³/])"
)
_LETTERS = {"thousand": 3, "million": 6, "billion": 9}


def _scale(text: str, at: int, end: int, *, counted: bool) -> tuple[int, int]:
    """Where a scale word after the digits ends, and its exponent; a lone letter only for counts."""
    if not _may_be_scaled(text, at, end):
        return at, 0
    word = _scale_word(text, at, end)
    if word and not _is_measure(text, Span(at, word.last), end):
        exponent = scale_words()[key(text[slice(*word)])]
        stop, more = _scale(text, word.last, end, counted=False)
        return (stop, exponent + more) if more else (word.last, exponent)
    letter = _SCALE_LETTER.match(text, at, end)
    glued = letter is not None and text[at] != " "
    if letter and letter.lastgroup and (counted or (glued and letter[0] in {"K", "M", "bn"})):
        return letter.end(), _LETTERS[letter.lastgroup]
    return at, 0


def _is_measure(text: str, word: Span, end: int) -> bool:
    """Whether a scale word is rather a unit: "12 miles" are no thousands, "12 miles de" are."""
    unit = unit_at(text, word.start, end)
    return unit is not None and unit.span.end >= word.end and not text.startswith(" de", word.end)
