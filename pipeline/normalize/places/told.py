"""The names of a whole page, found once and asked stretch by stretch."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from pipeline.normalize.places.index import Match, NameIndex


class Told:
    """The names of countries and regions in a text: those of a stretch are what ``scan`` gives of it."""

    def __init__(self, index: NameIndex, text: str, signs: Iterable[re.Pattern[str]] = ()) -> None:
        """Scans the text; ``signs`` are those by which countries and regions are told besides."""
        self._index = index
        self._text = text
        self._matches = tuple(index.scan(text, 0, len(text)))
        self._starts = [match.start for match in self._matches]
        traces = {at for match in self._matches for at in range(match.start, match.end)}
        traces.update(found.start() for sign in signs for found in sign.finditer(text))
        self._traces = [*sorted(traces), len(text) + 1]

    def is_silent(self, start: int, end: int) -> bool:
        """Whether a stretch has neither a part of a name nor a sign, and no word that is cut."""
        traces, text = self._traces, self._text
        if traces[bisect_left(traces, start)] < end:
            return False
        before, behind = text[start - 1 : start], text[end : end + 1]
        if behind != "\n" and behind.isalnum() and self._cuts_last(start, end):
            return False
        return before == " " or not before.isalnum() or not self._cuts_first(start)

    def within(self, start: int, end: int) -> tuple[Match, ...]:
        """The names in a stretch, in order; it is scanned anew only where its ends cut a name or a word."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        found = self._matches
        cuts_name = (first and found[first - 1].end > start) or (
            last > first and found[last - 1].end > end
        )
        if cuts_name or self._cuts_first(start) or self._cuts_last(start, end):
            return tuple(self._index.scan(self._text, start, end))
        return found[first:last]

    def _cuts_first(self, start: int) -> bool:
        """Whether a stretch begins inside a word, with what can begin a name: no small letter does."""
        if not self._text[start - 1 : start].isalnum():
            return False
        first = self._text[start : start + 1]
        return first.isalnum() and not first.islower()

    def _cuts_last(self, start: int, end: int) -> bool:
        """Whether a stretch ends inside a word, and what is left of it ends a name, or has glyphs."""
        text = self._text
        if not (text[end : end + 1].isalnum() and text[end - 1 : end].isalnum()):
            return False
        at = end - 1
        while at > start and text[at - 1].isalnum():
            at -= 1
        return not text[at:end].isascii() or self._index.may_end(text[at:end])
