"""Which marks a page uses in its figures: the decimal one and the one that groups digits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Context, Marks
from pipeline.normalize.dates.order import date_order
from pipeline.normalize.digits import DECIMAL, DIGITS, GROUPED, INDIAN, MILLIONS, amounts, runs
from pipeline.normalize.glossary import glossary

_OTHER = {",": ".", ".": ","}


class Shape(NamedTuple):
    """What one literal shows of the page's marks; ``unsure`` can be grouped or decimal, as 8.034."""

    decimal: str
    grouping: str
    unsure: str


NO_SHAPE = Shape("", "", "")


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
    return marks_shown(Counter([_shape_of(text, run) for run in marked]))


@lru_cache(maxsize=8)  # a page and the cells and sentences that are cut out of it
def page_context(text: str) -> Context:
    """The context of a figure of a page beside which nothing is said: the marks that the page uses."""
    marks = page_marks(text)
    return Context(marks=Marks(marks.decimal, marks.grouping, date_order((text,))))


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
        for match in DIGITS.finditer(text)
    )


def _shape_of(text: str, run: Span, line: Span | None = None) -> Shape:
    """What a literal shows, by the words beside it on its line where it can be read in two ways."""
    shape = _shape(text[run.start : run.end])
    if not shape.unsure and shape.decimal != ".":
        return shape
    line = line or _line(text, run)
    if shape.unsure and _counts_persons(text, run.end, line.end):
        return shape._replace(grouping=shape.unsure)
    if shape.decimal == "." and _is_hour(text, run, line):
        return NO_SHAPE
    return shape


def _is_hour(text: str, run: Span, line: Span) -> bool:
    """Whether a figure is one end of hours of opening: "9.30 to 12.15"."""
    to_hour, from_hour = _hours()
    if to_hour.match(text, run.end, line.end):
        return True
    return from_hour.search(text, max(line.start, run.start - 10), run.start) is not None


@cache
def _hours() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The other end of hours, behind a figure and before one."""
    joint = "|".join(map(re.escape, toml_table("structure.toml")["hour_joints"]))
    hour = r"\d{1,2}\.\d\d"
    to_hour = re.compile(rf"\s?(?:{joint})\s?{hour}(?!\d)")
    return to_hour, re.compile(rf"(?<!\d){hour}\s?(?:{joint})\s?$")


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
    if len(amounts(literal)) < 2:
        return ""
    return "," if "," in literal else "."


def _repeated(unsure: Counter[str]) -> str:
    """The mark of such literals, where several have it and none has the other."""
    mark = _most(unsure)
    is_alone = mark and not unsure[_OTHER[mark]]
    return mark if is_alone and unsure[mark] > 1 else ""


def _evidence(literal: str) -> tuple[str, str]:
    """What one literal shows of the decimal and of the grouping mark."""
    grouped = GROUPED.fullmatch(literal)
    if grouped and literal.startswith("0"):
        return "", ""  # "0 370 712" is a telephone's
    if grouped and grouped["mark"] == " " and len(grouped["part"] or "") == 3:
        return "", ""  # "125 118,538" may be the cells of two columns
    millions = MILLIONS.fullmatch(literal)
    if grouped and not millions and (grouped["part"] or literal.count(grouped["mark"]) > 1):
        after = literal[grouped.end("whole") : grouped.end("whole") + 1]
        return after, grouped["mark"]
    if millions or INDIAN.fullmatch(literal):
        return "", ","
    decimal = DECIMAL.fullmatch(literal)
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
