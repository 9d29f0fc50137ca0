"""A repair about a document as a whole: it was not read, or not all of it."""

from __future__ import annotations

from pipeline.model.source import Repair, Span

CODE = "T01"


def whole(message: str, suggestion: str = "") -> Repair:
    """A repair about the document as a whole."""
    return Repair(CODE, message, Span(0, 0), suggestion)
