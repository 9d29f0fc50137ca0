"""Where a pattern stands in a whole page, searched once and asked stretch by stretch.

A page of twenty profiles asks each of its questions of three hundred lines; one search over the
page costs less than three hundred calls that find nothing. For patterns that are a condition of
something costlier, and that look no farther than a character or two: what begins inside another
match is not found.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

_HELD = 512  # pages, cells and values that are read at the same time, with a pattern each


class Occurrences(NamedTuple):
    """Offsets at which a pattern begins, in order."""

    starts: tuple[int, ...]

    def within(self, start: int, end: int) -> bool:
        """Whether the pattern begins between two offsets, the second excluded."""
        starts = self.starts
        at = bisect_left(starts, start)
        return at < len(starts) and starts[at] < end

    def between(self, start: int, end: int) -> tuple[int, ...]:
        """All its offsets between two offsets, the second excluded."""
        return self.starts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


class Sought:
    """A pattern, searched for in a whole text once while the text is read."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        """Takes a pattern that looks no farther than a character or two."""
        self.pattern = pattern
        self._last: tuple[str, tuple[int, ...]] = "", (sys.maxsize,)

    def begins(self, text: str, start: int, end: int) -> bool:
        """Whether the pattern begins between two offsets of a text."""
        last, starts = self._last
        if last is not text:  # the same text is mostly asked for again
            starts = (*_starts(self, text), sys.maxsize)
            self._last = text, starts
        return starts[bisect_left(starts, start)] < end

    def places(self, text: str) -> Occurrences:
        """Where the pattern begins in a text."""
        return Occurrences(_starts(self, text))


@lru_cache(_HELD)
def _starts(sought: Sought, text: str) -> tuple[int, ...]:
    return tuple(map(re.Match.start, sought.pattern.finditer(text)))
