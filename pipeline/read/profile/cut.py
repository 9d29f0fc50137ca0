"""Lines cut into the places that their paragraphs tell of.

What follows a sentence that brings in a place is of that place as long as no other begins and the
paragraphs go back to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.model.source import BLANK, BULLET, FIELD, PROSE, Line, Span
from pipeline.read.grammar import meaning_at
from pipeline.read.profile.back import goes_back
from pipeline.read.profile.block import Block
from pipeline.read.profile.opening import find_opening
from pipeline.read.profile.signal import told_facts
from pipeline.read.profile.stretch import Stretch, find_stretches

_TOLD = {PROSE, BULLET}
_FEWEST = 2
_ENDS = (".", "!", "?", "。")


class Cut(NamedTuple):
    """Lines, paragraphs cut where it is needed, with the blocks of them that tell of a place each."""

    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]


def cut_places(text: str, lines: Sequence[Line], home: str) -> Cut:
    """The lines with paragraphs cut between the places that they tell of, and a block for each.

    No blocks where less than two places are told of.
    """
    lines = tuple(_unheaded(text, line) for line in lines)
    told = [index for index, line in enumerate(lines) if _is_told(text, line)]
    by_line: dict[int, list[Stretch]] = {}
    for stretch in find_stretches(text, lines, told, home):
        by_line.setdefault(stretch.line, []).append(stretch)
    pieces: list[Line] = []
    blocks: list[Block] = []
    for index, line in enumerate(lines):
        own = by_line.get(index, [])
        if blocks and not own and _goes_on(text, lines, index, pieces, blocks[-1]):
            blocks[-1] = blocks[-1]._replace(last=len(pieces) + 1)
        for piece, name in _parts(line, own):
            if name is not None:
                lead = _with_parents(text, line, name)
                blocks.append(Block(len(pieces), len(pieces) + 1, None, lead))
            pieces.append(piece)
    return Cut(tuple(pieces), tuple(blocks))


def _unheaded(text: str, line: Line) -> Line:
    """A paragraph that was taken for the value of the heading above it, without that heading."""
    if line.label is None or "\n" not in text[line.label.end : line.body.start]:
        return line
    ends = text[line.body.start : line.body.end].endswith(_ENDS)
    told = ends and bool(told_facts(text, line.body))
    return Line(PROSE, line.body, None, line.body) if told else line


def _is_told(text: str, line: Line) -> bool:
    """Whether a line tells something: prose, an item of a list, a name as a label ("Lyon: ...")."""
    if line.kind is FIELD and line.label is not None:
        return not meaning_at(text, line.label).known
    return line.kind in _TOLD


def _parts(line: Line, stretches: Sequence[Stretch]) -> Iterator[tuple[Line, Span | None]]:
    """A line in the parts that its stretches take; whole where it has none or one."""
    if len(stretches) < _FEWEST:
        yield line, next((stretch.name for stretch in stretches), None)
        return
    for stretch in stretches:
        yield line._replace(span=stretch.span, body=stretch.span, label=None), stretch.name


def _with_parents(text: str, line: Line, name: Span) -> Span:
    """The name with its country, where the line opens with both: "Lyon, France. The city ..."."""
    opening = find_opening(text, line)
    return opening.span if opening is not None and opening.span.start == name.start else name


def _goes_on(
    text: str, lines: Sequence[Line], index: int, pieces: Sequence[Line], block: Block
) -> bool:
    """Whether a line goes on about the place of a block: right below it, or in words that go back."""
    line = lines[index]
    if line.kind is BLANK or block.last < len(pieces) - 1:
        return False
    close = block.last == len(pieces)
    return line.kind in {*_TOLD, FIELD} and (close or goes_back(text, line))
