"""Currencies by their signs and words, beside a figure and alone."""

from __future__ import annotations

import pytest

from pipeline.model.source import Span
from pipeline.normalize.money import find_currency, price
from pipeline.normalize.text import fold


@pytest.mark.parametrize(
    ("label", "code"), [("GDP (million USD)", "USD"), ("Budget, yuan", "CNY"), ("Population", "")]
)
def test_a_label_names_a_currency(label, code):
    assert find_currency(fold(label), 0, len(label)) == code


@pytest.mark.parametrize(
    ("before", "digits", "after", "literal", "code"),
    [
        ("worth $", "1.9", "m", "$1.9", "USD"),
        ("a budget of € ", "40", " a head", "€ 40", "EUR"),
        ("income: RMB ", "72,049", "", "RMB 72,049", "CNY"),
        ("", "23", "억 달러", None, None),
        ("", "300", " yuan a month", "300 yuan", "CNY"),
        ("", "300", " yuans", None, None),
        ("they won ", "3", " medals", None, None),
        ("", "5", " m above the sea", None, None),
    ],
)
def test_a_price_is_a_figure_with_its_currency(before, digits, after, literal, code):
    text = fold(before + digits + after)
    found = price(text, Span(len(before), len(before) + len(digits)), len(text))
    assert (found and text[slice(*found[0])]) == literal
    assert (found and found[1]) == code
