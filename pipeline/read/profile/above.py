"""The heading above a profile that gives its country, or names it among others.

"Bloomington and Normal, Illinois"; "Japan" above the profiles of three Japanese towns.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain

from pipeline.model.source import HEADING, Line, Span
from pipeline.normalize.text import key
from pipeline.read.profile.block import Block
from pipeline.read.profile.heading import is_country
from pipeline.read.profile.sheet import Sheet
from pipeline.read.profile.signal import same_place

_FARTHEST_PARENT = 200


def other_headings(lines: Sequence[Line], pieces: Sequence[Block]) -> list[int]:
    """The headings of a page with which no profile begins."""
    own = {piece.heading for piece in pieces}
    return [i for i, line in enumerate(lines) if line.kind is HEADING and i not in own]


def parent_above(sheet: Sheet, block: Block, others: Sequence[int]) -> Span | None:
    """The heading above that names this place among others, else the one that is its country."""
    first = block.first if block.heading is None else block.heading
    farthest = bisect_left(others, max(0, first - _FARTHEST_PARENT + 1))
    above = others[farthest : bisect_left(others, first)][::-1]
    if not above:
        return None
    text, lines = sheet.text, sheet.lines
    name = key(text[slice(*lines[first].body)])
    naming = (lines[at] for at in above if _names_more(text, lines[at], name))
    countries = (lines[at] for at in above if is_country(sheet.said(at)))
    return next((line.span for line in chain(naming, countries)), None)


def _names_more(text: str, line: Line, name: str) -> bool:
    heading = key(text[slice(*line.span)])
    return name != heading and same_place(name, heading)
