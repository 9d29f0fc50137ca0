"""Lines to the cells of a row, a mark for nothing among them."""

from __future__ import annotations

import pytest

from pipeline.model.source import Span
from pipeline.normalize.text import fold
from pipeline.read.table.cells import Separator, split


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Elm  -  22  49,107", ["Elm", "", "22", "49,107"]),
        ("Elm  —  22  49,107", ["Elm", "", "22", "49,107"]),
        ("Elm  Tulagi  22  -", ["Elm", "Tulagi", "22", ""]),
        ("Elm  Tulagi  22  49,107", ["Elm", "Tulagi", "22", "49,107"]),
        ("Elm - Oakham  22", ["Elm - Oakham", "22"]),
        ("Area  .....  22", ["Area", "22"]),
        ("-  Elm  22", ["Elm", "22"]),
    ],
)
def test_a_mark_between_gaps_is_an_empty_cell(line, cells):
    text = fold(line)
    found = split(text, Span(0, len(text)), Separator.GAP)
    assert [text[slice(*cell)] for cell in found] == cells
