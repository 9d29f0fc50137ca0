"""Labels that marks keep apart, above rows that have none: "Parish / sq. km / sq. miles"."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.source import Span
from pipeline.read.table.body import Body
from pipeline.read.table.cells import Separator, separators, split
from pipeline.read.table.head import Heads

_FEWEST = 3  # labels: a title may have two parts
_DRAWN = {Separator.PIPE, Separator.SEMICOLON, Separator.DASH, Separator.SLASH}


def marked(text: str, line: Span, body: Body) -> Iterator[Heads]:
    """A line cut into labels where it has marks between blanks and the rows below have only blanks."""
    if body.by not in {Separator.GAP, Separator.BLANK}:
        return
    for by in separators(text, line):
        if by in _DRAWN and len(cells := split(text, line, by)) >= _FEWEST:
            yield tuple((cell,) for cell in cells)
