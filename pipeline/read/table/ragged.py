"""Rows whose cells one and the same number of blanks keeps apart: an empty cell shows as a wider gap.

Aldar   Lowbury   3 231   108 790
Borun   St. Oran   1 708   80 432
All of them      4 939   189 222
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.model.source import Span

Cells = tuple[Span, ...]


def usual_gap(rows: Sequence[Cells]) -> int:
    """How many blanks keep apart all cells of the rows that have the most; 0 where gaps differ."""
    size = max(map(len, rows))
    whole = [row for row in rows if len(row) == size and all(cell.start < cell.end for cell in row)]
    gaps = {after.start - cell.end for row in whole for cell, after in pairwise(row)}
    return gaps.pop() if len(gaps) == 1 and len(whole) > 1 else 0


def with_empty(cells: Cells, gap: int, size: int) -> Cells:
    """Cells with an empty one for each usual gap more, if a row is then as long as the others."""
    found = [cells[0]]
    for cell, after in pairwise(cells):
        blanks = after.start - cell.end
        if blanks % gap:
            return cells
        found += [Span(at, at) for at in range(cell.end + gap, after.start, gap)]
        found.append(after)
    return tuple(found) if len(found) == size else cells
