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
from pipeline.lexicon.taught import cached
from pipeline.model.source import Span
from pipeline.model.value import ONE, Context, Reading
from pipeline.normalize.conversion import convert
from pipeline.normalize.digits import Amount
from pipeline.normalize.dimension import unit_spellings
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import beginnings, words
from pipeline.normalize.money import currencies, price, price_before
from pipeline.normalize.noun import counted_noun, noun_beginnings
from pipeline.normalize.number import Number, find_numbers
from pipeline.normalize.qualifier import bounds
from pipeline.normalize.spelled import find_runs, spelled_number
from pipeline.normalize.text import is_cjk
from pipeline.normalize.unit import unit_at, unit_beginnings

_MANY = 100
_REACH = 7  # from a number over "van" or a hyphen to the unit or noun
_UNCONVERTED = frozenset({"person", "household", "money", ""})
# A dash behind a figure or a word is a range or a hyphen.
_MINUS = re.compile(r"(?<![\w.,%°℃])(?<!\d\s)-$")
_LINK = re.compile(r" (?:d'(?=\w)|(?:de|di|of|van|na)(?= ))", re.IGNORECASE)


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
        multiplier = ONE if self.number.explicit else context.multiplier
        amounts = self.number.amounts
        return tuple([self._reading(each, multiplier, unit or target, target) for each in amounts])

    def _reading(self, amount: Amount, multiplier: Decimal, unit: str, to: str) -> Reading[Decimal]:
        value, low, high = bounds(amount, multiplier, self.number.qualifier)
        if self.is_negative:
            value, low, high = -value, -high, -low
        if unit != to and unit not in _UNCONVERTED:
            value, low, high = (convert(part, unit, to) for part in (value, low, high))
        qualifier = f"{self.number.qualifier} {amount.qualifier}".strip()
        return Reading(value, self.span, amount.rule, low, high, to, self.currency, qualifier)


def find_figures(
    text: str, span: Span, context: Context, skip: Sequence[Span] = ()
) -> tuple[Figure, ...]:
    """Every figure of a stretch of folded text; digits inside ``skip`` (dates) are passed over."""
    start, end = span
    found: list[Figure] = []
    for first, last in sorted(skip):
        if first >= start:
            found += _between(text, start, min(first, end), context, end)
        start = max(start, last)
    if end >= start:
        found += _between(text, start, end, context, end)
    return tuple(found)


def _between(text: str, start: int, stop: int, context: Context, end: int) -> list[Figure]:
    """The figures of a piece of a stretch; their units may stand behind it, up to the stretch's end."""
    behind = start
    found: list[Figure] = []
    for number in find_numbers(text, start, stop, context):
        if number.span.start >= behind:  # not the 1 of "persons per 1 sq. km"
            figure = _figure(text, number, end)
            behind = figure.span.end
            found.append(figure)
    return found


def find_spelled_figures(text: str, span: Span) -> Iterator[Figure]:
    """Figures in words, where a unit or a noun for many persons or households stands behind."""
    for place in find_runs(text, span):
        measure = _measures().search(text, place.end, span.end)
        is_near = measure is not None and measure.first < place.end + _REACH
        number = spelled_number(text, place) if is_near else None
        if number is None:
            continue
        figure = _figure(text, number, span.end)
        measured = figure.unit not in {"", "person", "household", "money"}
        counted = figure.dimension in {"person", "household"}
        if measured or (counted and number.amounts[0].value >= _MANY):
            yield figure


@cached()
def _measures() -> Glossary:
    """What a spelled figure has behind it: a unit, a noun or a word for per."""
    nouns = *words("person_nouns"), *words("household_nouns")
    return Glossary((*unit_spellings(), *nouns, *toml_table("units.toml")["per"]["before"]))


def _figure(text: str, number: Number, end: int) -> Figure:
    """The figure that a number is with what stands beside it; most have nothing behind them."""
    at = number.span.end
    if text[at : min(end, at + 3)].lstrip()[:1] in _beginnings():
        return _measured(text, number, end)
    priced = price_before(text, number.span)
    if priced:
        return Figure(number, priced[0], at, "money", "money", priced[1])
    return Figure(number, number.span, at, "", "")


@cached()
def _beginnings() -> frozenset[str]:
    """With what a link, a unit, a noun or a currency behind a number can begin."""
    named = unit_beginnings() | noun_beginnings() | beginnings(currencies())
    return named | {"-", *"dovnDOVN"} | _over()


def _measured(text: str, number: Number, end: int) -> Figure:
    digits = number.span
    if number.explicit or text[digits.end : digits.end + 1] in _over():
        digits = _linked(text, number, end)
    unit = unit_at(text, digits.end, end)
    noun, dimension = counted_noun(text, digits.end, end)
    per = unit_at(text, noun, end) if noun > digits.end else None
    if per and per.dimension == "density":
        unit = per
    if unit and unit.dimension == "density" and price_before(text, digits):
        unit = None  # "USD 10 per acre" is a price
    if unit and not (unit.dimension == "length" and _is_million(number)):
        signed = unit.dimension == "temperature" and bool(
            _MINUS.search(text, max(0, digits.start - 3), digits.start)
        )
        span = Span(digits.start - signed, unit.span.end)
        return Figure(number, span, span.end, unit.name, unit.dimension, is_negative=signed)
    money = price(text, digits, end)
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
    """The number up to its noun: "1,2 milioni di" of people, "milliards d'" euros.

    It is one with a scale word, or a glyph for more than stands behind it.
    """
    start, at = number.span
    joint = _LINK.match(text, at, end) if number.explicit else None
    if joint is None and text[at : at + 1] in _over():
        joint = _over_unit().match(text, at, end)  # 一千零六十餘平方公里, 100여㎢
    return Span(start, joint.end()) if joint else number.span


@cache
def _over() -> frozenset[str]:
    """Glyphs for more than."""
    return frozenset(word for word in words("over", "after") if len(word) == 1 and is_cjk(word))


@cache
def _over_unit() -> re.Pattern[str]:
    """A glyph for more than before a unit."""
    return re.compile(rf"[{''.join(sorted(_over()))}](?=[\u3040-\ud7ff㎢㎡km])")


def _is_million(number: Number) -> bool:
    """Whether a letter m was already taken as a scale word."""
    return number.explicit and number.span.end - number.digits.end == 1
