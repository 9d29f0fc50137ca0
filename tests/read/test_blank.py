"""Spans are rid of the blanks at their edges, and only of those."""

from __future__ import annotations

import pytest

from pipeline.model.source import Span
from pipeline.read.blank import trim_blank

LINES = [
    ("Area: 52.1 km²", "Area: 52.1 km²"),
    ("  Area:  52.1 km² \t", "Area:  52.1 km²"),
    ("\u3000人口\u00a0", "人口"),
    ("\x1fÁrea\x85", "Área"),
    ("x", "x"),
    (" x", "x"),
    ("   ", ""),
    ("", ""),
    ("- ", "-"),
]


@pytest.mark.parametrize(("line", "inner"), LINES)
def test_what_is_left_of_a_line(line, inner):
    text = f"above {line} below"
    start, end = trim_blank(text, Span(6, 6 + len(line)))
    assert text[start:end] == inner == line.strip()


def test_a_span_without_blanks_is_given_back():
    span = Span(0, 4)
    assert trim_blank("Area", span) is span
