"""Figures: a number with what it counts or measures, ``425㎢``, ``$1.9m``, ``19,058 inhabitants``.

All functions take folded text (``text.fold``), whose offsets are those of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Context, Reading
from pipeline.normalize.lexeme import alternation, alternations, flatten, words
from pipeline.normalize.number import Number, find_numbers, readings
from pipeline.normalize.spelled import find_spelled
from pipeline.normalize.text import is_cjk, key
from pipeline.normalize.unit import convert, unit_at

_BEFORE = 8
_MANY = 100
# A dash behind a figure or a word is a range or a hyphen.
_MINUS = re.compile(r"(?<![\w.,%°℃])(?<!\d\s)-$")
_LINK = re.compile(r" (?:d'(?=\w)|(?:de|di|of|van|na)(?= ))", re.IGNORECASE)
_NOUN = re.compile(r"[ -]?(?P<noun>[^\W\d_]+)")


class Figure(NamedTuple):
    """A number and its unit; ``dimension`` is area, length, share, money, person, ... or empty.

    ``span`` is the literal: with the unit of a measure or of money, without the noun of a count.
    ``stop`` is where reading goes on behind the noun.
    """

    number: Number
    span: Span
    stop: int
    unit: str
    dimension: str
    currency: str = ""
    is_negative: bool = False

    def read(self, context: Context, to: str = "") -> tuple[Reading[Decimal], ...]:
        """Rival readings in the unit ``to`` (default: as written), best first."""
        unit = self.unit or (context.unit if self.dimension == "" else "")
        target = to or unit
        return tuple(
            _converted(reading, unit or target, target, self)
            for reading in readings(self.number, context, Decimal(1), unit)
        )


def _converted(reading: Reading[Decimal], unit: str, to: str, figure: Figure) -> Reading[Decimal]:
    if figure.is_negative and reading.low is not None and reading.high is not None:
        reading = reading._replace(value=-reading.value, low=-reading.high, high=-reading.low)
    if reading.low is None or reading.high is None or unit in {"person", "household", "money", ""}:
        return reading._replace(span=figure.span, unit=to, currency=figure.currency)
    return reading._replace(
        value=convert(reading.value, unit, to),
        low=convert(reading.low, unit, to),
        high=convert(reading.high, unit, to),
        span=figure.span,
        unit=to,
        currency=figure.currency,
    )


def find_figures(
    text: str, span: Span, context: Context, skip: Sequence[Span] = ()
) -> Iterator[Figure]:
    """Every figure of a stretch of folded text; digits inside ``skip`` (dates) are passed over."""
    start = span.start
    for taken in (*sorted(skip), Span(span.end, span.end)):
        if taken.start >= start:
            behind = start
            for number in find_numbers(text, start, min(taken.start, span.end), context):
                if number.span.start < behind:  # the 1 of "persons per 1 sq. km"
                    continue
                figure = _figure(text, number, span.end)
                behind = figure.span.end
                yield figure
        start = max(start, taken.end)


def find_spelled_figures(text: str, span: Span) -> Iterator[Figure]:
    """Figures in words, where a unit or a noun for many persons or households stands behind."""
    for number in find_spelled(text, span):
        figure = _figure(text, number, span.end)
        measured = figure.unit not in {"", "person", "household", "money"}
        counted = figure.dimension in {"person", "household"}
        if measured or (counted and number.amounts[0].value >= _MANY):
            yield figure


def _figure(text: str, number: Number, end: int) -> Figure:
    digits = _linked(text, number, end)
    unit = unit_at(text, digits.end, end)
    noun, dimension = _counted(text, digits.end, end)
    per = unit_at(text, noun, end) if noun > digits.end else None
    if per and per.dimension == "density":
        unit = per
    if unit and not (unit.dimension == "length" and _is_million(number)):
        signed = unit.dimension == "temperature" and bool(
            _MINUS.search(text, max(0, digits.start - 3), digits.start)
        )
        span = Span(digits.start - signed, unit.span.end)
        return Figure(number, span, span.end, unit.name, unit.dimension, is_negative=signed)
    money = _money(text, digits, end)
    if money:
        return Figure(number, money[0], money[0].end, "money", "money", money[1])
    return Figure(
        number,
        number.span,
        max(noun, number.span.end) if dimension else number.span.end,
        dimension,
        dimension,
    )


def _linked(text: str, number: Number, end: int) -> Span:
    """The number up to its noun: "1,2 milioni di" of people, "milliards d'" euros."""
    link = _LINK.match(text, number.span.end, end) if number.explicit else None
    joint = link or _over().match(text, number.span.end, end)  # 一千零六十餘平方公里, 100여㎢
    return Span(number.span.start, joint.end() if joint else number.span.end)


@cache
def _over() -> re.Pattern[str]:
    """A glyph for more than before a unit."""
    glyphs = "".join(word for word in words("over", "after") if len(word) == 1 and is_cjk(word))
    return re.compile(rf"[{glyphs}](?=[\u3040-\ud7ff㎢㎡km])")


def _is_million(number: Number) -> bool:
    """Whether a letter m was already taken as a scale word."""
    return number.explicit and number.span.end - number.digits.end == 1


@cache
def _nouns() -> re.Pattern[str]:
    kinds = {"person": words("person_nouns"), "household": words("household_nouns")}
    return re.compile(rf"\s?-?{alternations(kinds)}", re.IGNORECASE)


def _counted(text: str, at: int, end: int) -> tuple[int, str]:
    """Where a noun for persons or households after the number ends, and which of the two."""
    match = _nouns().match(text, at, end)
    return (match.end(), match.lastgroup or "") if match else (at, "")


@cache
def _currencies() -> dict[str, str]:
    table = toml_table("currencies.toml")
    return {key(word): code for code, words_ in table.items() for word in flatten(words_)}


@cache
def _currency_pattern(side: str) -> re.Pattern[str]:
    body = alternation(_currencies())
    sides = {"before": rf"({body})[^\S\t\n]?$", "after": rf"\s?({body})", "alone": f"({body})"}
    return re.compile(sides[side], re.IGNORECASE)


def find_currency(text: str, start: int, end: int) -> str:
    """The ISO code of a currency named alone in a label or header, or empty."""
    match = _currency_pattern("alone").search(text, start, end)
    return _currencies()[key(match[1])] if match else ""


def _money(text: str, digits: Span, end: int) -> tuple[Span, str] | None:
    """The literal with its currency, and the ISO code."""
    before = _currency_pattern("before").search(text, max(0, digits.start - _BEFORE), digits.start)
    after = _currency_pattern("after").match(text, digits.end, end)
    if before and not (before[1].isalpha() and before[1].islower()):
        return Span(before.start(1), digits.end), _currencies()[key(before[1])]
    if after:
        return Span(digits.start, after.end(1)), _currencies()[key(after[1])]
    return None


def noun_after(text: str, figure: Figure, end: int) -> Span | None:
    """The word right behind a figure, which mostly says what is counted."""
    match = _NOUN.match(text, figure.span.end, end)
    return Span(match.start("noun"), match.end("noun")) if match else None
