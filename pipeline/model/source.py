"""Where a value stands: the one text of a document, its spans, its lines and its profiles."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of code points of ``RawDocument.text``."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Cover:
    """Many spans, asked which of them meet another one without looking at all of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Takes the spans in any order."""
        self._spans = sorted(spans)
        self._starts = list(map(itemgetter(0), self._spans))
        self._reach = list(accumulate(map(itemgetter(1), self._spans), max))

    def meets(self, span: Span) -> bool:
        """Whether one of the spans meets this one."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start

    def meeting(self, span: Span) -> tuple[Span, ...]:
        """Those of the spans that meet this one, in order."""
        first = bisect_right(self._reach, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(own for own in self._spans[first:last] if own.end > span.start)


class Repair(NamedTuple):
    """What ingest had to mend or could not read; it becomes a finding with the same code.

    A ``harmless`` one loses no text that anybody wants, and is no more than a note.
    """

    code: str
    message: str
    span: Span
    suggestion: str = ""
    harmless: bool = False


@dataclass(frozen=True)
class RawDocument:
    """One document as text, fixed at ingest: all spans index ``text`` and nothing rewrites it."""

    path: str
    sha256: str
    format: str
    encoding: str
    detection: str
    text: str
    repairs: tuple[Repair, ...] = ()

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        *lines, _ = self.text.split("\n")
        return tuple(accumulate((len(line) + 1 for line in lines), initial=0))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1; lines end at line feeds only."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def quote(self, span: Span) -> str:
        """Exactly what stands at a span."""
        return self.text[span.start : span.end]


class LineKind(StrEnum):
    """What a line is by its shape, before anyone asks what it means."""

    BLANK = "blank"
    FIELD = "field"
    BULLET = "bullet"
    NOTE = "note"
    HEADING = "heading"
    PROSE = "prose"
    ROW = "row"


# By names of their own: to look up a member of an enumeration costs ten times as much.
BLANK, FIELD, BULLET, NOTE, HEADING, PROSE, ROW = LineKind


class Line(NamedTuple):
    """One statement of the page: a whole line, a nested bracket, or one cell of a table.

    ``label`` is where the label stands (for a cell: in the table's header), ``body`` the value,
    ``group`` the heading above that says what "Total" is a total of (for a cell the caption),
    ``heads`` for a cell all pieces that head its column, the outermost first.
    """

    kind: LineKind
    span: Span
    label: Span | None
    body: Span
    group: Span | None = None
    heads: tuple[Span, ...] = ()


class Profile(NamedTuple):
    """The lines of a page that speak of one place.

    ``heading`` names it where the page does; ``parent`` is the heading above that holds for
    several profiles ("Bloomington and Normal, Illinois (United States of America)").
    """

    span: Span
    heading: Span | None
    lines: tuple[Line, ...]
    parent: Span | None = None
