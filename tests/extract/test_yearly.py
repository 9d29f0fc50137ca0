"""Counts below a line of years, and figures of which none is told."""

import pytest

from pipeline import read_text

PAGE = "Norvale\nArea: 40 km²\n\n{years}\n{counts}\nHouseholds   4,100   3,900\n"


@pytest.mark.parametrize(
    ("years", "counts", "told"),
    [
        ("             2022     2011", "Population   12,495   9,432", ("12495", "2022")),
        ("             2011     2022", "Population   9,432   12,495", ("12495", "2022")),
        ("Year   2011 | 2022", "Population: 9,432 | 12,495", ("12495", "2022")),
        ("             2011     2022", "Population   12,495", ("12495", "")),
        ("Open 2011 to 2022 daily", "Population   12,495   9,432", ("12495", "")),
    ],
)
def test_the_newest_of_counts_in_columns_of_years(years, counts, told):
    value = read_text(PAGE.format(years=years, counts=counts)).records[0].one("population")
    assert value is not None
    assert (str(value.value), value.as_of) == told
