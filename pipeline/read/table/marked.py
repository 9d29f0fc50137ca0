"""Labels that marks keep apart, above rows that have none: "Parish / sq. km / sq. miles"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.source import Span
from pipeline.normalize.stretch import trim
from pipeline.read.table.body import Body
from pipeline.read.table.cells import Separator, separators, split
from pipeline.read.table.head import Heads
from pipeline.read.table.headed import FEWEST_MARKS, is_divided

_DRAWN = {Separator.PIPE, Separator.SEMICOLON, Separator.DASH, Separator.SLASH}


def marked(text: str, line: Span, body: Body) -> Iterator[Heads]:
    """A line cut into labels where it has marks between blanks and the rows below have only blanks."""
    if body.by not in {Separator.GAP, Separator.BLANK}:
        return
    for by in separators(text, line):
        if by in _DRAWN and len(cells := split(text, line, by)) > FEWEST_MARKS:
            yield tuple((cell,) for cell in cells)
            return
    said = text[slice(*line)]
    if ", " in said and is_divided(said):
        yield tuple((cell,) for cell in _listed(text, line))


def _listed(text: str, line: Span) -> Iterator[Span]:
    """The labels of a line with commas between them."""
    start = line.start
    for label in text[slice(*line)].split(","):
        yield trim(text, Span(start, start + len(label)))
        start += len(label) + 1
