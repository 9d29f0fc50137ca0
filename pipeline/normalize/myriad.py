"""Numbers written in the East Asian way: digits and glyphs for tens of thousands, ``1만7184``."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.normalize.digits import Amount, amounts

_SMALL = {"十": 1, "拾": 1, "십": 1, "百": 2, "백": 2, "千": 3, "천": 3}
_BIG = {"万": 4, "萬": 4, "만": 4, "億": 8, "亿": 8, "억": 8, "兆": 12, "조": 12}
SCALES = "".join((*_SMALL, *_BIG))
_NEXT_DIGITS = re.compile(r" ?(\d{1,4}(?:,\d{3})*(?:\.\d+)?)")
_GROUPED_BY_POINT = re.compile(r"\d{1,3}\.\d{3}")
NEXT_SCALES = re.compile(rf" ?([{SCALES}]{{1,2}})(?![{SCALES}])")
MYRIAD = Decimal(10_000)
_DATED = frozenset("年월月년日일")  # what follows a figure of a date


def composite(text: str, first: Amount, at: int, end: int) -> tuple[int, Amount]:
    """A number in the East Asian way: 52万5千, 1만7184, 1억 2,000만; and where it ends."""
    total = section = Decimal(0)
    figure, step, qualifier = first.value, first.step, first.qualifier
    while True:
        scales = NEXT_SCALES.match(text, at, end)
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
            return at, Amount(total + section, step, "number:myriad", qualifier)
        next_amount = amounts(digits[1])[0]
        if _is_malformed(digits[1], next_amount):
            qualifier = "malformed"
        figure, step, at = next_amount.value, next_amount.step, digits.end()


def _is_malformed(digits: str, amount: Amount) -> bool:
    """Whether digits are no rest behind a scale: more than it leaves room for, or with a point for a comma."""
    return amount.value >= MYRIAD or _GROUPED_BY_POINT.fullmatch(digits) is not None


def _goes_on(text: str, at: int, digits: re.Match[str], end: int) -> bool:
    """Whether digits behind a blank belong to the number: "6만 1,222명", but not "6만 2015년"."""
    if text[at] != " " or NEXT_SCALES.match(text, digits.end(), end):
        return True
    behind = text[digits.end() : min(digits.end() + 1, end)]
    return "\u3040" <= behind <= "\ud7ff" and behind not in _DATED


def _exponents(scales: str) -> tuple[int, int]:
    """Exponents of ten of a run such as 千万: what multiplies the digits, what closes the group."""
    small = sum(_SMALL.get(character, 0) for character in scales)
    big = sum(_BIG.get(character, 0) for character in scales)
    return small, big
