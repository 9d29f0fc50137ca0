"""Empty cells that show as wider gaps, and gaps that tell of none."""

from __future__ import annotations

import pytest

from pipeline.model.source import Span
from pipeline.read.table.cells import Separator, split
from pipeline.read.table.ragged import usual_gap, with_empty


def cells(line):
    return split(line, Span(0, len(line)), Separator.GAP)


@pytest.mark.parametrize(
    ("lines", "gap"),
    [
        (("Aldar   Lowbury   3 231", "Borun   St. Oran   80", "Carse      7"), 3),
        (("Aldar  3 231", "Borun  80"), 2),
        (("Aldar   3 231", "Borun     80"), 0),
        (("Aldar   Lowbury   3 231", "Borun   80"), 0),
    ],
)
def test_the_gap_of_the_longest_rows(lines, gap):
    assert usual_gap([cells(line) for line in lines]) == gap


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Carse      12   7", ("Carse", "", "12", "7")),
        ("Carse         7", ("Carse", "", "", "7")),
        ("Carse       12   7", ("Carse", "12", "7")),
        ("Carse   12   7", ("Carse", "12", "7")),
        ("Carse         12   7", ("Carse", "12", "7")),
    ],
)
def test_a_row_with_its_empty_cells(line, expected):
    assert tuple(line[slice(*cell)] for cell in with_empty(cells(line), 3, 4)) == expected
