"""What stands above a table and holds for all of it: its title, its date, its unit."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.source import Span

_MOST_LINES, _MOST_BLANKS = 5, 3
_LONGEST_LINE = 160


def find_caption(lines: Sequence[Span], first: int, floor: int) -> Span | None:
    """The short lines above the first line of a table, up to a sentence or another table."""
    found: list[Span] = []
    blanks = 0
    for line in reversed(lines[max(floor, first - 2 * _MOST_LINES) : first]):
        empty = line.start == line.end
        blanks += empty
        if line.end - line.start > _LONGEST_LINE or blanks > _MOST_BLANKS:
            break
        found += [] if empty else [line]
        if len(found) == _MOST_LINES:
            break
    return Span(found[-1].start, found[0].end) if found else None
