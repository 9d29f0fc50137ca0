"""What stands above a table and holds for its figures."""

from __future__ import annotations

import pytest

from pipeline.normalize.text import fold
from pipeline.read.lines import physical_lines
from pipeline.read.table.caption import find_caption

LONG = (
    "The islands lie far from one another, and people come and go with the boats that bring "
    "flour, sugar and letters; who wants to know how many live there has to wait for a count. "
)

# What stands above the first line of a table, and its caption.
ABOVE = (
    ("Table 3. Area and population, 2019", "Table 3. Area and population, 2019"),
    ("Population\n(census of 2011)", "Population\n(census of 2011)"),
    (
        f"{LONG}The figures are those of the census of 2021:",
        "The figures are those of the census of 2021:",
    ),
    (
        f"{LONG}The figures are those of the census of 2021.\n\nIslands",
        "The figures are those of the census of 2021.\n\nIslands",
    ),
    (
        f"{LONG}The numbers are of the census of 2021. Ten boats came.\n",
        "The numbers are of the census of 2021.",
    ),
    (f"{LONG}The census of 2021 found fewer people. Ten boats came.", None),
    (f"{LONG}I wrote down the numbers of all the boats in 2021. Ten came.", None),
    (f"{LONG}Nobody lives on the fifth one.", None),
    (f"{LONG}In 1931 a storm took the pier.", None),
    ("", None),
)


@pytest.mark.parametrize(("above", "caption"), ABOVE)
def test_a_caption(above, caption):
    text = fold(f"{above}\nName | Population")
    lines = tuple(physical_lines(text))
    found = find_caption(text, lines, len(lines) - 1, 0)
    assert (text[slice(*found)] if found else None) == caption
