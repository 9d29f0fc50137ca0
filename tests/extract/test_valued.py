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
        ("Sister city since: 2003 (renewed in May 2013)", ["2003", "2013-05"]),
        ("Sister city since: 2006, though ties with the old town date from July 1988", ["2006"]),
        ("Städtepartnerschaft seit: 1997, obwohl Kontakte vom Mai 1988 stammen", ["1997"]),
        ("Sister city since: 2005 (signed on 4 May 2005)", ["2005", "2005-05-04"]),
        ("Sister city since: 4 May 2005", ["2005-05-04"]),
    ],
)
def test_the_days_of_a_tie(line, days):
    values = read_text(f"Norvale, Japan\n{line}\nPop. 35,500\n").records[0].values
    assert [value.value for value in values if value.field == "sisterhood_date"] == days
