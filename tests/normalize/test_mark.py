"""Which marks a page shows."""

from __future__ import annotations

import pytest

from pipeline.normalize.mark import find_marks, page_marks


def test_a_row_of_single_blanks_does_not_make_the_comma_decimal():
    assert find_marks(["Springvale 425 133,000 95.4"]).decimal == "."


@pytest.mark.parametrize(
    "page",
    [
        "Area: 1.234,5 km²\nPopulation: 12.345",
        "14.000 inhabitants\n1.250 households",
        "143.396\nresidents",  # a noun on the next line tells nothing
        "open 9.30\nto 12.15",
        "9.30 to 12.15\n8.5",
        "no figures\n",
        "",
    ],
)
def test_a_page_has_the_marks_of_its_lines(page):
    assert page_marks(page) == find_marks(page.split("\n"))
