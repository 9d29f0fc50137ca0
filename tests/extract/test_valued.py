"""The days behind a label of a tie, and later ones of another event."""

import pytest

from pipeline import read_text


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Sister city since 1990 (as Easthaven, merged 2005)", ["1990"]),
        ("Sister city since: 1990, anniversary 2010", ["1990"]),
        ("Sister city since: 1990 (renewed 2010)", ["1990", "2010"]),
        ("Sister city since: 1990, signed 1992", ["1990", "1992"]),
    ],
)
def test_the_days_of_a_tie(line, days):
    values = read_text(f"Norvale, Japan\n{line}\nPop. 35,500\n").records[0].values
    assert [value.value for value in values if value.field == "sisterhood_date"] == days
