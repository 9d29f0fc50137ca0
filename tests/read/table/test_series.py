"""A row of a year or a day is no place, and a column of row numbers counts nothing."""

from __future__ import annotations

import pytest

from pipeline import read_text
from pipeline.read.table.series import are_numbers, is_day


@pytest.mark.parametrize(
    "cell",
    ["1990", "1990 May 1", "31.12.2019", "2010 Census", "2015年", "1 January 2012", "May 2004"],
)
def test_a_cell_that_holds_a_date_is_a_day(cell):
    assert is_day(cell)


@pytest.mark.parametrize(
    "cell",
    ["Mayfield", "Lyon", "District 9", "Port Saint May 3 Regions", "12,000", "", "Augsburg", "3"],
)
def test_names_and_counts_are_no_days(cell):
    assert not is_day(cell)


def test_a_table_over_time_makes_no_records_of_its_rows():
    page = (
        "Sandhaven\nCountry: Canada\nArea: 193.5 km²\n\nHistorical population\n"
        "Census date   Population   Growth rate\n"
        "1990 May 1    45,535   –\n2000 May 1    51,462   1.23%\n2010 May 1    56,803   0.99%\n"
    )
    assert [record.id for record in read_text(page).records] == ["text#sandhaven"]


def test_a_table_of_places_with_months_for_names_still_does():
    page = "Name   Area (km²)   Population\nMay   12.5   3,400\nAugusta   40.1   12,900\n"
    assert len(read_text(page).records) == 2


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        ("1. 2. 3. 4.", True),
        ("11 12 13", True),
        ("(1) (2) (3)", True),
        ("1 2", False),  # two of anything
        ("12 14 16", False),
        ("3 2 1", False),
        ("1 2 3 -", False),
        ("1,001 1,002 1,003", False),
        ("", False),
    ],
)
def test_numbers_of_rows(cells, numbers):
    assert are_numbers(cells.split()) is numbers
