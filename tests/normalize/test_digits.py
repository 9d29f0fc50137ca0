"""Where one run of digits ends and the next begins."""

from __future__ import annotations

import pytest

from pipeline.normalize.digits import find_marks, find_runs, page_marks


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("2 399 070 people", ["2 399 070"]),
        ("167 996,5 km", ["167 996,5"]),
        ("425 133,000 1998", ["425", "133,000", "1998"]),
        ("209 368,118 3", ["209", "368,118", "3"]),
        ("1,118 2,46,818", ["1,118", "2,46,818"]),
        ("12 34", ["12", "34"]),
    ],
)
def test_cells_of_a_row_are_no_groups_of_one_number(text, runs):
    assert [match[0] for match in find_runs(text)] == runs


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
