"""What a window must have for a form to match: true of every form's examples, not of years alone."""

from __future__ import annotations

import pytest

from pipeline.normalize.date import FORMS
from pipeline.normalize.dates.sign import may_match
from pipeline.normalize.lexeme import lower


@pytest.mark.parametrize("literal", [literal for form in FORMS for literal in form.good])
def test_what_a_form_reads_may_match(literal):
    assert may_match(lower(literal))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("in 1946 and keeps the young people in town", False),
        ("Population: 20,376 (2014)", False),
        ("from 2,004 to 1998", False),
        ("opened in 1880", False),
        ("signed in May 1998", True),
        ("between 1998 and 2004.5", True),  # a mark between figures, which is no date
        ("昭和52", True),
        ("ปี 2562", True),
        ("1998 roku", True),
        ("", False),
    ],
)
def test_a_year_alone_is_no_sign_of_a_date(text, held):
    assert may_match(lower(text)) is held
