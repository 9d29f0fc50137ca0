"""The heading above a profile, or above its own: its country, its name, its name among others.

"Bloomington and Normal, Illinois"; "Japan" above the profiles of three Japanese towns.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain

from pipeline.model.source import BLANK, HEADING, Line, Span
from pipeline.normalize.text import key
from pipeline.read.profile.block import Block
from pipeline.read.profile.heading import is_country, is_parent, is_proper
from pipeline.read.profile.sheet import Sheet
from pipeline.read.profile.signal import same_place
from pipeline.read.profile.standing import MAYBE, PLACE, Standing

_FARTHEST_PARENT = 200


def other_headings(lines: Sequence[Line], pieces: Sequence[Block]) -> list[int]:
    """The headings of a page with which no profile begins, nor stand right below such a one."""
    own = {piece.heading for piece in pieces}
    own |= {at + 1 for at in own if at is not None}
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


def named_above(sheet: Sheet, ranks: Sequence[Standing], index: int) -> int:
    """Of two headings right above one another, the upper where the lower is only its parent."""
    above = index - 1
    while above >= 0 and sheet.lines[above].kind is BLANK:
        above -= 1
    if above < 0 or ranks[above] is not PLACE:
        return above if _is_country_of(sheet, ranks, above, index) else index
    return above if is_parent(sheet.said(index)) else index


def _is_country_of(sheet: Sheet, ranks: Sequence[Standing], above: int, index: int) -> bool:
    """Whether a line is only the country of the name right above it, which a blank line sets off."""
    if above < 1 or above != index - 1 or ranks[above] is not MAYBE:
        return False
    alone = sheet.lines[above - 1].kind is BLANK and is_proper(sheet.said(above))
    return alone and is_country(sheet.said(index))


def _names_more(text: str, line: Line, name: str) -> bool:
    heading = key(text[slice(*line.span)])
    return name != heading and same_place(name, heading)
