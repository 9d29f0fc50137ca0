"""Lines above which no header between single blanks stands."""

from __future__ import annotations

import pytest

from pipeline.normalize.text import fold
from pipeline.read.lines import physical_lines
from pipeline.read.table.bare import Bare

# (lines above a row, whether the row is bare)
ABOVE = (
    ("City Population Area", False),
    ("City Population Area\n\n-----", False),
    ("City Population (2010, census) Area", False),
    ("City Population (2010\ncensus: all) Area", False),
    ("City\nPopulation\nArea", False),
    ("Census of 2010\nCity Population 2011", False),
    ("Parish / area, sq. km / residents", False),
    ("Parish, area, residents", False),
    ("Population: 9,000", True),
    ("Population (2010): 9,000", True),
    ("Springvale, a city with a large area", True),
    ("City Population 9,000", True),
    ("The bridge over the river", True),
    ("City", True),
    ("", True),
)


def is_bare(page, floor=0):
    text = fold(page)
    lines = tuple(physical_lines(text))
    return Bare(text, lines).is_bare(len(lines) - 1, floor)


@pytest.mark.parametrize(("above", "expected"), ABOVE)
def test_a_row_below_what_is_no_header(above, expected):
    assert is_bare(f"{above}\nSpringvale 9,000 12.5") is expected


def test_a_header_above_the_last_table_is_no_more():
    assert is_bare("City Population Area\nSpringvale 9,000 12.5", floor=1)


def test_a_line_with_years_may_be_the_header():
    assert not is_bare("Springvale, a city\nPopulation 2010 2020")
    assert is_bare("Springvale, a city\nPopulation: 2010 2020")
