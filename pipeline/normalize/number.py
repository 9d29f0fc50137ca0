"""Numbers of running text with their scale words and qualifiers: ``about 4.52 million``, ``1만7184``.

All functions take folded text (``text.fold``), whose offsets are those of the document.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.model.value import Context
from pipeline.normalize.digits import DIGITS, Amount, amounts
from pipeline.normalize.myriad import NEXT_SCALES, composite
from pipeline.normalize.qualifier import qualifier_of
from pipeline.normalize.scale import may_be_scaled, rest_behind, scale_behind

COUNTED = frozenset({"person", "household"})  # units of whole numbers: "12K" of them is 12,000
_PRECISION = 28  # digits to which a product is rounded
# A cell of a row between blanks is a number of its own: the "67 147" of "12 981 67 147".
_CELL = re.compile(r"\d(?<=\d \d)\d{0,2}(?: \d{3})+(?:[.,]\d+)?")
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
    if text[start - 1 : start] == " " and (cell := _CELL.fullmatch(text, start, end)):
        yield _read(text, cell, end, context)
        return
    while match := DIGITS.search(text, at, end):
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
    if exact and not may_be_scaled(text, digits.end, end):
        return Number(digits, digits, rivals, qualifier_of(text, digits), explicit=False)
    if NEXT_SCALES.match(text, digits.end, end):
        stop, amount = composite(text, rivals[0], digits.end, end)
        span = Span(digits.start, stop)
        return Number(span, digits, (amount,), qualifier_of(text, span), explicit=True)
    counted = context.unit in COUNTED or _is_priced(text, digits.start)
    stop, exponent = scale_behind(text, digits.end, end, counted=counted)
    if exact and not exponent:
        return Number(digits, digits, rivals, qualifier_of(text, digits), explicit=False)
    factor = Decimal(1).scaleb(exponent)
    scaled = tuple([_times(rival, factor) for rival in rivals])
    if exponent and rivals[0].step == 1:
        stop, rest = rest_behind(text, stop, end, exponent)
        scaled = tuple(_plus(rival, rest) for rival in scaled) if rest.value else scaled
    span = Span(digits.start, stop)
    return Number(span, digits, scaled, qualifier_of(text, span), explicit=exponent > 0)


def _is_priced(text: str, start: int) -> bool:
    """Whether a sign of money touches the digits, where an m is a million: "$1.9m"."""
    return unicodedata.category(text[start - 1 : start] or " ") == "Sc"


def _times(amount: Amount, factor: Decimal) -> Amount:
    value, step, rule, qualifier = amount
    return Amount(value * factor, step * factor, rule, qualifier)


def _plus(amount: Amount, rest: Amount) -> Amount:
    return amount._replace(value=amount.value + rest.value, step=rest.step)
