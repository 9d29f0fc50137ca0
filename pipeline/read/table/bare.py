"""Lines above which no header of a table between single blanks can stand.

Nearly every line of a page has words and a figure between blanks, as the rows of such a table have.
Its header has neither colons nor commas, and at least two words of labels: below a labelled value
or a sentence stands no row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model.source import Span
from pipeline.read.table.cells import is_rule
from pipeline.read.table.head import IN_BRACKETS
from pipeline.read.table.headed import DIGIT, SENTENCE_MARKS, YEAR
from pipeline.read.table.header import FEWEST_LABELS, SKIPPED, lines_above
from pipeline.schema.telling import most_labels

_BRACKET = re.compile(r"[()\[\]]")
_ANY_YEAR = re.compile(r"(?:1[89]|20)\d\d")


class Bare:
    """The lines of a page, asked whether rows between blanks that begin at one have no header."""

    def __init__(self, text: str, lines: Sequence[Span]) -> None:
        """Takes the physical lines of folded text."""
        self.text, self.lines = text, lines
        self.marked: dict[int, bool] = {}

    def is_bare(self, at: int, floor: int) -> bool:
        """Whether no header stands above a line, nor is the line itself, as one of years is.

        ``floor`` is the first line that may belong to the header. Where a line is not bare there
        may be no header all the same.
        """
        line = self.lines[at]
        years = _ANY_YEAR.search(self.text, *line) and not self._is_marked(at)
        if years or is_rule(self.text, line):  # the first row stands below a rule
            return False
        above = self._nearest(at, floor)
        if above < floor or self._is_marked(above):
            return True
        lines = lines_above(self.text, self.lines, at, floor)
        return not _may_head([self.text[slice(*line)] for line in lines])

    def _nearest(self, at: int, floor: int) -> int:
        """The index of the line above that a header would end with."""
        above = at - 1
        while above >= floor and SKIPPED.fullmatch(self.text, *self.lines[above]):
            above -= 1
        return above

    def _is_marked(self, index: int) -> bool:
        if index not in self.marked:
            self.marked[index] = _is_marked(self.text[slice(*self.lines[index])])
        return self.marked[index]


def _is_marked(said: str) -> bool:
    """Whether a mark of sentences stands in no bracket, neither one of its own nor one around."""
    bracket = _BRACKET.search(said)
    if bracket is None:
        return SENTENCE_MARKS.search(said) is not None
    return bracket[0] in "([" and SENTENCE_MARKS.search(IN_BRACKETS.sub("", said)) is not None


def _may_head(lines: Sequence[str]) -> bool:
    """Whether the last of some lines, one or more, may be labels between blanks."""
    said = ""
    for line in reversed(lines):
        longer = f"{line} {said}" if said else line
        if _is_marked(longer):
            break
        said = longer
    if not said or (_is_plain(said) and DIGIT.search(lines[-1]) and not YEAR.search(said)):
        return False
    return most_labels(said) >= FEWEST_LABELS


def _is_plain(said: str) -> bool:
    """Whether there are neither brackets nor tags, whose figures and years do not count."""
    return "<" not in said and not _BRACKET.search(said)
