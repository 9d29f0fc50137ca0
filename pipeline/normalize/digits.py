"""Digits and marks to rival values: ``8.034`` is 8.034 or 8,034, and the document tells which.

What stands after the digits (scale words, units) is the business of ``number`` and ``figure``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.model.value import Marks

# Shapes in order of trial, digits without marks first. "425 133,000" are two cells of a row. The
# last form with a blank is "32. 75㎢": a blank typed after the mark. What stands before the first
# digit is looked back at behind it: a pattern that begins with a digit is found fast.
DIGITS = re.compile(
    r"""\d(?<!\d\d)(?:
      \d*(?!\d|[.,'\ ]\ ?\d)
    | \d{0,2}(?:,\d{3})+(?:\.\d+)?(?![.,]?\d)
    | \d{0,2}(?:\.\d{3})+(?:,\d+)?(?![.,]?\d)
    | \d{0,2}'\d{3}(?:,\d{3})+(?:\.\d+)?(?![.,]?\d)
    | \d{0,2}(?:'\d{3})+(?:[.,]\d+)?(?!\d)
    | (?:(?<=R\$\ \d)|(?<=€\ \d))\d{0,2}(?:\ \d{3})+,\d{3}(?![.,]?\d)
    | (?:(?<=\d{4}[.,]\ \d)|(?<!\d[.,]\ \d))(?<!\d\ \d)(?<![.,]\d)\d{0,2}(?:\ \d{3})+(?:[,.](?!\d{3}(?!\d))\d+)?(?![.,]?\d)
    | \d?(?:,\d{2})+,\d{3}(?:\.\d+)?(?![.,]?\d)
    | \d{0,3}[.,]\ \d{1,3}(?=\ ?(?:㎢|km|㏊|ha\b|㎡|%))
    | \d*(?:[.,]\d+)*
    )""",
    re.VERBOSE,
)

GROUPED = re.compile(
    r"(?P<whole>\d{1,3}(?:(?P<mark>[,.' ])\d{3})(?:(?P=mark)\d{3})*)(?:[.,](?P<part>\d+))?"
)
MILLIONS = re.compile(r"\d{1,3}'\d{3}(?:,\d{3})+")  # as in Mexico: "1'474,000"
INDIAN = re.compile(r"(?P<whole>\d{1,2}(?:(?P<mark>,)\d{2})+,\d{3})(?:\.(?P<part>\d+))?")
DECIMAL = re.compile(r"(?P<whole>\d+)(?P<mark>[.,]) ?(?P<part>\d+)")
_ANY_DIGIT = re.compile(r"[\d²³¹⁴-⁹₀-₉①-⑨⑴-⑼⒈-⒐⓪]")
_NOT_DIGIT = re.compile(r"\D")

NO_MARKS = Marks()
_STEPS = tuple(Decimal(1).scaleb(-decimals) for decimals in range(13))


class Amount(NamedTuple):
    """One value of a run of digits; ``step`` is the worth of its last digit."""

    value: Decimal
    step: Decimal
    rule: str
    qualifier: str = ""


def has_digit(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a stretch has a digit of any kind: "²" is one as well."""
    return _ANY_DIGIT.search(text, start, len(text) if end is None else end) is not None


@lru_cache(maxsize=8)  # the marks of a page and its account of figures
def runs(text: str) -> tuple[Span, ...]:
    """Where the runs of digits and marks of a page stand."""
    return tuple([Span(*match.span()) for match in DIGITS.finditer(text)])


@lru_cache(maxsize=4096)
def amounts(literal: str, marks: Marks = NO_MARKS) -> tuple[Amount, ...]:
    """Rival values of a run of digits and marks, best first by the document's own marks.

    A literal that no notation explains ("1,2220,000") gives its digits with the qualifier
    ``malformed``.
    """
    if literal.isdigit():
        return (Amount(Decimal(literal), _STEPS[0], "number:plain"),)
    found = tuple(_rivals(literal))
    if not found:
        return (_amount(_NOT_DIGIT.sub("", literal), "", "digits")._replace(qualifier="malformed"),)
    if len(found) == 2 and _decimal_first(literal, marks):
        return found[::-1]
    return found


def _rivals(literal: str) -> Iterable[Amount]:
    """The grouped reading, then the decimal one."""
    if MILLIONS.fullmatch(literal):
        yield _amount(_NOT_DIGIT.sub("", literal), "", "grouped")
    grouped = GROUPED.fullmatch(literal) or INDIAN.fullmatch(literal)
    if grouped and not (literal.startswith("0") and len(literal) > 1):
        whole, mark, part = grouped["whole"], grouped["mark"], grouped["part"]
        yield _amount(whole.replace(mark, ""), part or "", "grouped")
        if part:  # two marks
            return
    decimal = DECIMAL.fullmatch(literal)
    if decimal:
        yield _amount(decimal["whole"], decimal["part"], "decimal")


def _amount(whole: str, part: str, rule: str) -> Amount:
    decimals = len(part)
    step = _STEPS[decimals] if decimals < len(_STEPS) else Decimal(1).scaleb(-decimals)
    return Amount(Decimal(f"{whole}.{part}" if part else whole), step, f"number:{rule}")


def _decimal_first(literal: str, marks: Marks) -> bool:
    mark = "," if "," in literal else "."
    if marks.decimal in {",", "."}:
        return mark == marks.decimal
    return mark == "." and marks.grouping != "."
