"""Digits and marks to rival values: ``8.034`` is 8.034 or 8,034, and the document tells which.

What stands after the digits (scale words, units) is the business of ``number`` and ``figure``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.model.value import Marks
from pipeline.normalize.glossary import glossary

# Shapes in order of trial. "425 133,000" are two cells of a row. The second blank form is "32. 75㎢": a blank typed after the mark.
DIGITS = re.compile(
    r"""(?<!\d)(?:
      \d{1,3}(?:,\d{3})+(?:\.\d+)?(?![.,]?\d)
    | \d{1,3}(?:\.\d{3})+(?:,\d+)?(?![.,]?\d)
    | \d{1,3}(?:'\d{3})+(?:[.,]\d+)?(?!\d)
    | (?:(?<=\d{4}\.\ )|(?<!\d[.,]\ ))(?<!\d\ )(?<![.,])\d{1,3}(?:\ \d{3})+(?:[,.](?!\d{3}(?!\d))\d+)?(?![.,]?\d)
    | \d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?![.,]?\d)
    | \d{1,4}[.,]\ \d{1,3}(?=\ ?(?:㎢|km|㏊|ha\b|㎡|%))
    | \d+(?:[.,]\d+)*
    )""",
    re.VERBOSE,
)

_GROUPED = re.compile(
    r"(?P<whole>\d{1,3}(?:(?P<mark>[,.' ])\d{3})(?:(?P=mark)\d{3})*)(?:[.,](?P<part>\d+))?"
)
_INDIAN = re.compile(r"(?P<whole>\d{1,2}(?:(?P<mark>,)\d{2})+,\d{3})(?:\.(?P<part>\d+))?")
_DECIMAL = re.compile(r"(?P<whole>\d+)(?P<mark>[.,]) ?(?P<part>\d+)")
_DIGIT = re.compile(r"\d")
_ANY_DIGIT = re.compile(r"[\d²³¹⁴-⁹₀-₉①-⑨⑴-⑼⒈-⒐⓪]")
_NOT_DIGIT = re.compile(r"\D")


_TO_HOUR = re.compile(r"\s?(?:-|a|bis|to|till|do|до|tot|till|à|às|/)\s?\d{1,2}\.\d\d(?!\d)")
_FROM_HOUR = re.compile(r"(?<!\d)\d{1,2}\.\d\d\s?(?:-|a|bis|to|till|do|до|tot|till|à|às|/)\s?$")

NO_MARKS = Marks()
_STEPS = tuple(Decimal(1).scaleb(-decimals) for decimals in range(13))
_OTHER = {",": ".", ".": ","}


class Shape(NamedTuple):
    """What one literal shows of the page's marks; ``unsure`` can be grouped or decimal, as 8.034."""

    decimal: str
    grouping: str
    unsure: str


NO_SHAPE = Shape("", "", "")


class Amount(NamedTuple):
    """One value of a run of digits; ``step`` is the worth of its last digit."""

    value: Decimal
    step: Decimal
    rule: str
    qualifier: str = ""


def has_digit(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a stretch has a digit of any kind: "²" is one as well."""
    return _ANY_DIGIT.search(text, start, len(text) if end is None else end) is not None


def next_digits(text: str, at: int, end: int) -> re.Match[str] | None:
    """The next run of digits and marks; what stands before its first digit costs little."""
    digit = _DIGIT.search(text, at, end)
    if digit is None:
        return None
    start = digit.start()
    return DIGITS.match(text, start, end) or DIGITS.search(text, start, end)


def find_runs(text: str) -> Iterator[re.Match[str]]:
    """Every run of digits and marks of a text."""
    at = 0
    while match := next_digits(text, at, len(text)):
        yield match
        at = match.end()


@lru_cache(maxsize=8)  # the marks of a page and its account of figures
def runs(text: str) -> tuple[Span, ...]:
    """Where the runs of digits and marks of a page stand."""
    return tuple([Span(*match.span()) for match in find_runs(text)])


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
    grouped = _GROUPED.fullmatch(literal) or _INDIAN.fullmatch(literal)
    if grouped and not (literal.startswith("0") and len(literal) > 1):
        whole, mark, part = grouped["whole"], grouped["mark"], grouped["part"]
        yield _amount(whole.replace(mark, ""), part or "", "grouped")
        if part:  # two marks
            return
    decimal = _DECIMAL.fullmatch(literal)
    if decimal:
        yield _amount(decimal["whole"], decimal["part"], "decimal")


def _amount(whole: str, part: str, rule: str) -> Amount:
    decimals = len(part)
    step = _STEPS[decimals] if decimals < len(_STEPS) else Decimal(1).scaleb(-decimals)
    return Amount(Decimal(f"{whole}.{part}" if part else whole), step, f"number:{rule}")


def _decimal_first(literal: str, marks: Marks) -> bool:
    mark = "," if "," in literal else "."
    if marks.decimal in _OTHER:
        return mark == marks.decimal
    return mark == "." and marks.grouping != "."


def find_marks(texts: Iterable[str]) -> Marks:
    """Which mark is decimal and which groups, from literals that can be read in one way only.

    Two marks in one literal, a mark twice, or a part that is not three digits long tell. Without
    any of these, literals that all look grouped ("14.000", "1.250") do; what a page never shows
    stays empty.
    """
    return marks_shown(count_shapes(texts))


def page_marks(text: str) -> Marks:
    """As ``find_marks`` of the lines of a page."""
    marked = [run for run in runs(text) if not text[run.start : run.end].isdigit()]
    return marks_shown(Counter(_shape_of(text, run, _line(text, run)) for run in marked))


def _line(text: str, run: Span) -> Span:
    start, end = text.rfind("\n", 0, run.start) + 1, text.find("\n", run.end)
    return Span(start, len(text) if end < 0 else end)


def count_shapes(texts: Iterable[str]) -> Counter[Shape]:
    """How often the literals of some texts have each shape, for ``marks_shown``.

    Hours of opening show nothing; "143.396 residents" are whole, so their mark groups.
    """
    return Counter(
        _shape_of(text, Span(*match.span()), Span(0, len(text)))
        for text in texts
        for match in find_runs(text)
    )


def _shape_of(text: str, run: Span, line: Span) -> Shape:
    shape = _shape(text[run.start : run.end])
    if shape.unsure and _counts_persons(text, run.end, line.end):
        return shape._replace(grouping=shape.unsure)
    if shape.decimal == "." and _is_hour(text, run, line):
        return NO_SHAPE
    return shape


def _is_hour(text: str, run: Span, line: Span) -> bool:
    """Whether a figure is one end of hours of opening: "9.30 to 12.15"."""
    if _TO_HOUR.match(text, run.end, line.end):
        return True
    return _FROM_HOUR.search(text, max(line.start, run.start - 10), run.start) is not None


def _counts_persons(text: str, at: int, end: int) -> bool:
    """Whether a noun for persons stands right behind a figure."""
    start = at + text.startswith((" ", "\xa0"), at)
    return glossary("person_nouns").match(text, start, end) is not None


def marks_shown(shapes: Counter[Shape]) -> Marks:
    """Which mark is decimal and which groups, as ``find_marks`` says it."""
    decimal: Counter[str] = Counter()
    grouping: Counter[str] = Counter()
    unsure: Counter[str] = Counter()
    for shape, count in shapes.items():
        decimal[shape.decimal] += count
        grouping[shape.grouping] += count
        unsure[shape.unsure] += count
    marks = _consistent(_most(decimal), _most(grouping))
    return marks if any(marks) else _consistent("", _repeated(unsure))


@lru_cache(maxsize=4096)
def _shape(literal: str) -> Shape:
    return NO_SHAPE if literal.isdigit() else Shape(*_evidence(literal), _unsure(literal))


def _unsure(literal: str) -> str:
    """The mark of a literal that can be grouped or decimal, as 8.034."""
    rivals = tuple(_rivals(literal))
    return "," if len(rivals) == 2 and "," in literal else "." if len(rivals) == 2 else ""


def _repeated(unsure: Counter[str]) -> str:
    mark = _most(unsure)
    return (
        mark if mark and unsure[mark] > 1 and sum(unsure[m] for m in ",.") == unsure[mark] else ""
    )


def _evidence(literal: str) -> tuple[str, str]:
    """What one literal shows of the decimal and of the grouping mark."""
    grouped = _GROUPED.fullmatch(literal)
    if grouped and literal.startswith("0"):
        return "", ""  # "0 370 712" is a telephone's
    if grouped and grouped["mark"] == " " and len(grouped["part"] or "") == 3:
        return "", ""  # "125 118,538" may be the cells of two columns
    if grouped and (grouped["part"] or literal.count(grouped["mark"]) > 1):
        after = literal[grouped.end("whole") : grouped.end("whole") + 1]
        return after, grouped["mark"]
    if _INDIAN.fullmatch(literal):
        return "", ","
    decimal = _DECIMAL.fullmatch(literal)
    if decimal and not grouped:
        return decimal["mark"], ""
    return "", ""


def _most(counted: Counter[str]) -> str:
    """The commonest mark; a tie tells nothing."""
    ranked = [(count, mark) for mark, count in counted.items() if mark]
    if not ranked:
        return ""
    best = max(ranked)
    return "" if [count for count, _ in ranked].count(best[0]) > 1 else best[1]


def _consistent(decimal: str, grouping: str) -> Marks:
    """A mark cannot do both: comma and dot take the other part where one is known."""
    if decimal == grouping:
        return Marks()
    if decimal and not grouping:
        return Marks(decimal, _OTHER[decimal])
    if grouping in _OTHER and not decimal:
        return Marks(_OTHER[grouping], grouping)
    return Marks(decimal, grouping)
