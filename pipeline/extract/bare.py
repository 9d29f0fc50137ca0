"""Measures that stand alone on a line or between bars: "425 km² | 133,000 inhabitants"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.page import INFERRED, Candidate, Page
from pipeline.model.source import Line, LineKind, Span
from pipeline.normalize.reader import figures, trim
from pipeline.schema.place import BY_NAME

_PIECE = re.compile(r"[^|;·•/]+")
_KINDS = {LineKind.PROSE, LineKind.BULLET, LineKind.HEADING}
_LONGEST = 120


def read_bare(page: Page, line: Line) -> Iterator[Candidate]:
    """The area that a piece of a short line is, with nothing beside it: whose but the place's?"""
    if line.kind not in _KINDS or line.body.end - line.body.start > _LONGEST:
        return
    for match in _PIECE.finditer(page.text, *line.body):
        piece = trim(page.text, Span(match.start(), match.end()))
        found = figures(page.text, piece, page.context)
        if len(found) == 1 and found[0].dimension == "area" and found[0].span.covers(piece):
            area = found[0].read(page.context, BY_NAME["area_km2"].unit)
            yield Candidate("area_km2", area, "bare measure", INFERRED)
