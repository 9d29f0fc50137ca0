"""Lines above which no header of a table between single blanks can stand.

Nearly every line of a page has words and a figure between blanks, as the rows of such a table have.
Its header has neither colons nor commas, and at least two words of labels: below a labelled value
or a sentence stands no row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from pipeline.model.source import Span
from pipeline.read.table.above import SKIPPED, going_up
from pipeline.read.table.blanks import FEWEST_LABELS
from pipeline.read.table.head import IN_BRACKETS
from pipeline.read.table.headed import DIGIT, SENTENCE_MARKS, YEAR, is_divided
from pipeline.schema.telling import most_labels

_BRACKET = re.compile(r"[()\[\]]")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


class _Line(Enum):
    """What a line tells of the rows below it."""

    SKIPPED = auto()  # nothing: it is blank, or only draws a line
    MARKED = auto()
    OPEN = auto()


class Bare:
    """The lines of a page, asked whether rows between blanks that begin at one have no header."""

    def __init__(self, text: str, lines: Sequence[Span]) -> None:
        """Takes the physical lines of folded text."""
        self.text, self.lines = text, lines
        self.known: list[_Line | None] = [None] * len(lines)

    def is_bare(self, at: int, floor: int) -> bool:
        """Whether no header stands above a line, nor is the line itself, as one of years is.

        ``floor`` is the first line that may belong to the header. Where a line is not bare there
        may be no header all the same.
        """
        own = self._line(at)
        if own is _Line.SKIPPED:  # the first row stands below it
            return False
        if own is _Line.OPEN and _YEAR.search(self.text, *self.lines[at]):
            return False
        above = at - 1
        while above >= floor and (nearest := self._line(above)) is _Line.SKIPPED:
            above -= 1
        return above < floor or nearest is _Line.MARKED or not self._may_head(at, floor)

    def _line(self, index: int) -> _Line:
        known = self.known[index]
        if known is None:
            known = self.known[index] = self._look(self.lines[index])
        return known

    def _look(self, line: Span) -> _Line:
        if SKIPPED.fullmatch(self.text, *line):
            return _Line.SKIPPED
        return _Line.MARKED if _is_marked(self.text[slice(*line)]) else _Line.OPEN

    def _may_head(self, at: int, floor: int) -> bool:
        """Whether the lines above, one or more, may be labels between blanks."""
        last, said = "", ""
        for line in going_up(self.text, self.lines, at, floor):
            own = self.text[slice(*line)]
            longer = f"{own} {said}" if said else own
            if _is_marked(longer):
                break
            last, said = last or own, longer
        if not said or (_is_plain(said) and DIGIT.search(last) and not YEAR.search(said)):
            return False
        return most_labels(said) >= FEWEST_LABELS


def _is_marked(said: str) -> bool:
    """Whether a mark of sentences stands in no bracket, neither one of its own nor one around.

    Those between labels count no more: "Parish / area, sq. km / residents".
    """
    if is_divided(said):
        return False
    bracket = _BRACKET.search(said)
    if bracket is None:
        return SENTENCE_MARKS.search(said) is not None
    return bracket[0] in "([" and SENTENCE_MARKS.search(IN_BRACKETS.sub("", said)) is not None


def _is_plain(said: str) -> bool:
    """Whether there are neither brackets nor tags, whose figures and years do not count."""
    return "<" not in said and not _BRACKET.search(said)
