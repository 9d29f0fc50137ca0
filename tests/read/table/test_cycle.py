"""Tables with one cell a line."""

from __future__ import annotations

import pytest

from pipeline.normalize.text import fold
from pipeline.read.blank import trim_blank
from pipeline.read.lines import physical_lines
from pipeline.read.table.cycle import Cycles

ROWS = "City\nArea\nPopulation\nAldar\n12 km2\n24,900\nBorun\n9 km2\n16,400"

# (page, the line at which a table begins)
PAGES = (
    (ROWS, 0),
    (f"Area: 9 km2\nPopulation: 9\n{ROWS}", 2),
    (f"Area\n\nAldar\n\n\n  {ROWS}", 5),
    (f"Area\nPopulation\nAldar\n{ROWS}", 3),
    (ROWS.replace("Area\n", "Area\n\n"), 0),
    (ROWS.replace("Area\n", "Area\n\n\n"), None),
    (ROWS.replace("24,900", "many"), None),
    ("City\nCamptown\nArea\nPopulation\nAldar\nLow\n12 km2\n24,900\nBorun\nUp\n9 km2\n16,400", 0),
    ("City\nCamptown\nOld pass\nArea\nAldar\nLow\nHigh\n12 km2\nBorun\nUp\nDown\n9 km2", None),
    ("City\nCamp: 2\nArea\nPopulation\nAldar\nLow\n12 km2\n24,900\nBorun\nUp\n9 km2\n16,400", None),
    ("City\nArea", None),
    ("", None),
)


@pytest.mark.parametrize(("page", "expected"), PAGES)
def test_where_a_table_begins(page, expected):
    text = fold(page)
    lines = tuple(trim_blank(text, line) for line in physical_lines(text))
    cycles = Cycles(text, lines)
    found = [at for at, line in enumerate(lines) if line.start < line.end and cycles.read(at)]
    assert found[:1] == ([] if expected is None else [expected])
