"""What may stand before the words of an item."""

from __future__ import annotations

import pytest

from pipeline.model.source import Span
from pipeline.read.marker import after_marker


@pytest.mark.parametrize(
    "line",
    [
        "- 9,000 people",
        "-- 9,000 people",
        "o  9,000 people",
        "» 9,000 people",
        "• 9,000 people",
        "✔ 9,000 people",
        "(2) 9,000 people",
    ],
)
def test_an_item_begins_behind_its_marker(line):
    assert line[slice(*after_marker(line, Span(0, len(line))))] == "9,000 people"


@pytest.mark.parametrize(
    "line",
    [
        "V. Hugo Street",
        "I. Norvale. Two bridges.",
        "o rio corre",
        "oak 9,000",
        "--9,000 people",
        "-- ",
        "12. Mai 1990",
        "9,000 people",
        "o",
    ],
)
def test_a_line_without_a_marker_is_whole(line):
    assert after_marker(line, Span(0, len(line))) == Span(0, len(line))
