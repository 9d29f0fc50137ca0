"""The lines above the body of a table that may be its header."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.model.source import Span
from pipeline.read.blank import trim_blank
from pipeline.read.table.cells import is_template

SKIPPED = re.compile(r"[\s|:+=_-]*|(?:\W*\d{1,2}\b){2,}\W*")  # rules, numbers of columns
_MOST_LINES = 14
_LONGEST_LINE = 300


def lines_above(text: str, lines: Sequence[Span], first: int, floor: int) -> tuple[Span, ...]:
    """The lines that may head a body, top first: up to a blank line, a sentence, another table."""
    return tuple(reversed(tuple(going_up(text, lines, first, floor))))


def going_up(text: str, lines: Sequence[Span], first: int, floor: int) -> Iterator[Span]:
    """The lines that may head a body, the nearest first."""
    found = 0
    for index in range(first - 1, max(floor, first - _MOST_LINES - 2) - 1, -1):
        line = trim_blank(text, lines[index])
        if SKIPPED.fullmatch(text, *line) and (not found or line.start < line.end):
            continue
        long = line.end - line.start > _LONGEST_LINE
        if found == _MOST_LINES or line.start == line.end or long or is_template(text, line):
            return
        found += 1
        yield lines[index]
