"""Lines in halves or thirds, set one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.model.source import Span
from pipeline.read.paste.piece import Piece

_FILLED = 0.7  # of the widest line of a column: what is shorter ends where it does
Parts = tuple[Span, ...]  # of one line, one for each column, of no length where it has none there


def line_spans(text: str) -> list[Span]:
    """The lines of a text without their ends."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line) - line.endswith("\r")))
        at += len(line) + 1
    return spans


def paragraphs(text: str, lines: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Where runs of lines that are not blank begin and end."""
    first: int | None = None
    for at, line in enumerate((*lines, Span(0, 0))):
        blank = not text[line.start : line.end].strip()
        if blank and first is not None:
            yield first, at
        if blank or first is None:
            first = None if blank else at


def beneath(rows: Sequence[Span], parted: Sequence[Parts | None]) -> Iterator[Piece]:
    """Lines with their columns one below the other; those that are not parted stay above them.

    ``parted`` has for each of the rows what stands in each column, or None.
    """
    ends = [Piece(row.end, following.start) for row, following in pairwise(rows)]
    for row, parts, end in zip(rows, parted, (*ends, ends[0]), strict=True):
        if parts is None:
            yield from (Piece(*row), end)
    for column in zip(*filter(None, parted), strict=True):
        for cell in column:
            if cell.start < cell.end:
                yield from (Piece(*cell), ends[0])
        yield ends[0]


def reflowed(rows: Sequence[Span], parted: Sequence[Parts]) -> Iterator[Piece]:
    """Lines with their columns one below the other, each a paragraph whose lines are filled."""
    end = Piece(rows[0].end, rows[1].start)
    for column in zip(*parted, strict=True):
        cells = [cell for cell in column if cell.start < cell.end]
        width = max(cell.end - cell.start for cell in cells)
        for cell in cells:
            filled = cell.end - cell.start >= _FILLED * width
            yield from (
                Piece(*cell),
                end._replace(start=end.end - 1, said=" ") if filled else end,
            )
        yield from (end, end)
