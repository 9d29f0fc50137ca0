"""What a page with several headings tells of its own place above the first of them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.source import HEADING, PROSE
from pipeline.read.profile.back import goes_back
from pipeline.read.profile.block import Block
from pipeline.read.profile.placename import names_place
from pipeline.read.profile.sheet import Sheet
from pipeline.read.profile.signal import SIZES, facts_of, ties
from pipeline.read.profile.stretch import find_home


def own_block(sheet: Sheet, block: Block, home: str) -> Block:
    """The block above the first heading, from where it tells of the page's own place, if it does."""
    if block.heading is not None:
        return block
    lines = sheet.lines
    told = range(block.first, block.last)
    prose = [index for index in told if lines[index].kind is PROSE]
    found = find_home(sheet.text, lines, prose, home)
    if not found:
        return _titled(sheet, block, prose)
    last = found[0].line + 1
    while last < block.last and goes_back(sheet.text, lines[last]):
        last += 1
    return Block(found[0].line, last, None, found[0].name)


def _titled(sheet: Sheet, block: Block, prose: Sequence[int]) -> Block:
    """A block that counts people and area, on a page that names no tie, below the title that names a place."""
    lines = sheet.lines
    if ties(sheet.text) or not facts_of(sheet.text, [lines[at] for at in prose]) >= SIZES:
        return block
    above = (at for at in range(block.first, prose[0]) if lines[at].kind is HEADING)
    title = next((at for at in above if names_place(sheet.said(at))), None)
    return block if title is None else block._replace(first=title + 1, heading=title)
