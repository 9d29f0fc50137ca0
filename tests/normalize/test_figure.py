"""Figures: a number with what it counts or measures, and words that are neither."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.model.source import Span
from pipeline.model.value import Context
from pipeline.normalize.figure import find_figures, find_spelled_figures
from pipeline.normalize.noun import noun_at
from pipeline.normalize.text import fold


def figures(text, skip=()):
    return list(find_figures(fold(text), Span(0, len(text)), Context(), skip))


@pytest.mark.parametrize(
    ("text", "literal", "dimension"),
    [
        ("425㎢", "425㎢", "area"),
        ("19,058 inhabitants", "19,058", "person"),
        ("1,2 milioni di abitanti", "1,2 milioni", "person"),
        ("758 households", "758", "household"),
        ("人口52万5千人", "52万5千", "person"),
        ("95.4 people per square kilometre", "95.4 people per square kilometre", "density"),
        ("USD 10 per acre", "USD 10", "money"),
        ("-3.5 °C", "-3.5 °C", "temperature"),
        ("12%", "12%", "share"),
        ("1,640 m", "1,640 m", "length"),
        ("$1.9m", "$1.9m", "money"),
        ("72,049 yuan", "72,049 yuan", "money"),
    ],
)
def test_a_figure_is_of_what_stands_beside_it(text, literal, dimension):
    (figure,) = figures(text)
    assert (text[figure.span.start : figure.span.end], figure.dimension) == (literal, dimension)


@pytest.mark.parametrize("text", ["12 schools", "7 and more", "42", "page 3 of", "12,000 copies"])
def test_other_nouns_leave_a_bare_number(text):
    assert [figure.dimension for figure in figures(text)] == [""]


def test_a_minus_belongs_to_temperatures_only():
    cold, people = figures("-3.5 °C in winter, 10-12,000 inhabitants")[0], figures("-300 people")[0]
    assert (cold.read(Context())[0].value, people.is_negative) == (Decimal("-3.5"), False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("$1.9m", "USD"),
        ("€ 40", "EUR"),
        ("£2.5m", "GBP"),
        ("2.32 billion yuan", "CNY"),
        ("500 million won", "KRW"),
    ],
)
def test_money_has_its_currency(text, code):
    assert figures(text)[0].currency == code


def test_digits_of_dates_are_passed_over():
    text = "on 7 May 1998 with 19,058 inhabitants"
    (figure,) = figures(text, skip=(Span(3, 13),))
    assert text[figure.span.start : figure.span.end] == "19,058"


def test_a_figure_is_read_in_the_unit_asked_for():
    (figure,) = figures("250 ha")
    (best, *_) = figure.read(Context(), "kilometer ** 2")
    assert (best.value, best.low, best.high) == (Decimal("2.5"), Decimal("2.495"), Decimal("2.505"))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("seven thousand inhabitants", [7000]),
        ("thirty-five square kilometres", [35]),
        ("three friends", []),
        ("one inhabitant in five", []),
    ],
)
def test_figures_in_words_need_a_unit_or_many_persons(text, values):
    found = find_spelled_figures(fold(text), Span(0, len(text)))
    assert [figure.number.amounts[0].value for figure in found] == values


def test_the_word_behind_a_figure_says_what_is_counted():
    text = "6 districts and 3"
    first, last = figures(text)
    noun = noun_at(text, first.span.end, len(text))
    assert noun is not None
    assert text[noun.start : noun.end] == "districts"
    assert noun_at(text, last.span.end, len(text)) is None
