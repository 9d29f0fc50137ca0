"""Stretches without the blanks at their edges."""

from __future__ import annotations

from pipeline.model.source import Span


def trim_blank(text: str, span: Span) -> Span:
    """A span without blanks at its edges: itself where there are none, as mostly."""
    start, end = span
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
