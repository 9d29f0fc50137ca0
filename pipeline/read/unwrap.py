"""Paragraphs that were broken into short lines, as mails and printed reports are, made whole again.

A line of such a paragraph is no statement of its own: "The province has" is no heading. The line
ends inside become blanks, one for one, so offsets stay those of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.model.source import Span
from pipeline.read.marker import MARKER

_SMALL = "a-zß-öø-ÿа-яёіїєґα-ω"
# A small letter goes on with what the line above left open.
_GOES_ON = re.compile(rf"[^\W_]-?[,;)'\"]?\r?\n(?=[{_SMALL}]{{2}}|a )(?!www\.|http)")
_LINE = re.compile(r"[^\n]+")
_CELLS = re.compile(r"[|\t]|\s{3}")
_LABEL = re.compile(r"[^\W\d_a-z][^.:]{0,40}:\s")
_ENDS = re.compile(r"[.!?:。！？]['\")\]]*\s*$")
_FEWEST = 3  # lines of a page that surely go on with the one above
_NARROWEST, _WIDEST = 40, 120
_FILLED, _FULL = 0.7, 0.85  # of the longest line of a paragraph; the second where a sentence ends


def unwrap(text: str) -> str:
    """The folded text of a page with the line ends inside its broken paragraphs made blanks."""
    goes_on = {m.end() for m in _GOES_ON.finditer(text) if _is_long(text, m.start())}
    if len(goes_on) < _FEWEST:
        return text
    pieces, at = [], 0
    for end in _inner_ends(text, goes_on):
        pieces.append(text[at:end])
        at = end + 1
    return " ".join((*pieces, text[at:]))


def _is_long(text: str, at: int) -> bool:
    """Whether the line up to an offset is as long as those of broken paragraphs are."""
    return at - text.rfind("\n", 0, at) > _NARROWEST


def _inner_ends(text: str, goes_on: set[int]) -> Iterator[int]:
    """Where the line ends stand that are inside a paragraph."""
    for block in _blocks(text):
        if not any(line.start in goes_on for line in block[1:]):
            continue
        width = max(line.end - line.start for line in block)
        for above, line in pairwise(block):
            if _fills(text, above, width) and (line.start in goes_on or _may_go_on(text, line)):
                yield above.end


def _blocks(text: str) -> Iterator[Sequence[Span]]:
    """Runs of lines that may be those of a paragraph: none blank, indented or of cells."""
    block: list[Span] = []
    for match in _LINE.finditer(text):
        line = Span(*match.span())
        if block and (line.start > block[-1].end + 1 or not _is_told(text, line)):
            yield block
            block = []
        if _is_told(text, line):
            block.append(line)
    yield block


def _is_told(text: str, line: Span) -> bool:
    """Whether a line can be one of running words."""
    return (
        line.end - line.start <= _WIDEST
        and not text[line.start].isspace()
        and not _CELLS.search(text, *line)
    )


def _fills(text: str, line: Span, width: int) -> bool:
    """Whether a line is as long as its paragraph is wide, give or take a word."""
    size = line.end - line.start
    least = _FULL if _ENDS.search(text, *line) else _FILLED
    return size >= max(_NARROWEST, least * width)


def _may_go_on(text: str, line: Span) -> bool:
    """Whether a line begins like a sentence or the middle of one, and with no label or marker."""
    return not (MARKER.match(text, *line) or _LABEL.match(text, *line))
