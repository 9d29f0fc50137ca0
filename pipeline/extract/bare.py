"""What stands alone on a line or between bars: "425 km² | 133,000 inhabitants", "www.alba.pt"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.extract.page import INFERRED, Candidate, Page
from pipeline.model.source import Line, LineKind, Profile, Span
from pipeline.normalize.reader import figures, has_figure, trim
from pipeline.schema.place import BY_NAME

_PIECE = re.compile(r"[^|;·•/]+")
_KINDS = {LineKind.PROSE, LineKind.BULLET, LineKind.HEADING}
_LONGEST = 120


def read_addresses(page: Page, profile: Profile) -> Iterator[Candidate]:
    """The addresses that stand alone on a line right below another one of the profile."""
    for before, line in pairwise(profile.lines):
        beside = page.text.count("\n", before.span.end, line.span.start) == 1
        if beside and line.kind in _KINDS and before.kind is not LineKind.NOTE:
            found = BY_NAME["website"].read(page.text, line.body, page.context)
            if len(found) == 1 and found[0][0].span == trim(page.text, line.body):
                yield Candidate("website", found[0], "bare address", INFERRED)


def read_bare(page: Page, line: Line) -> Iterator[Candidate]:
    """The area that a piece of a short line is, with nothing beside it: whose but the place's?"""
    if line.kind not in _KINDS or line.body.end - line.body.start > _LONGEST:
        return
    if not has_figure(page.text, line.body):
        return
    for match in _PIECE.finditer(page.text, *line.body):
        piece = trim(page.text, Span(match.start(), match.end()))
        found = figures(page.text, piece, page.context)
        if len(found) == 1 and found[0].dimension == "area" and found[0].span.covers(piece):
            area = found[0].read(page.context, BY_NAME["area_km2"].unit)
            yield Candidate("area_km2", area, "bare measure", INFERRED)
