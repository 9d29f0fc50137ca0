"""Runs of lines below one heading, from which profiles are made."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.model.source import Span


class Block(NamedTuple):
    """A run of lines below one heading; ``heading`` is the index of its line, or None.

    ``lead`` is the name with which its first line opens.
    """

    first: int
    last: int
    heading: int | None
    lead: Span | None = None
