"""The stretches of which a text is laid anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.model.source import Span


class Piece(NamedTuple):
    """A stretch of the text as it stands, or what is said in place of it."""

    start: int
    end: int
    said: str = ""


def without(text: str, cuts: Iterable[Span]) -> Iterator[Piece]:
    """A text without some stretches of it, in order; no piece where there are none."""
    at = 0
    for cut in cuts:
        yield Piece(at, cut.start)
        at = cut.end
    if at:
        yield Piece(at, len(text))


def joined(text: str, gaps: Iterable[Span]) -> Iterator[Piece]:
    """A text with a blank in place of some stretches of it; no piece where there are none."""
    at = 0
    for gap in gaps:
        yield Piece(at, gap.start)
        yield Piece(gap.end - 1, gap.end, said=" ")
        at = gap.end
    if at:
        yield Piece(at, len(text))
