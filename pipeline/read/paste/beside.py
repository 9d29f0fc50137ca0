"""Profiles that stand side by side, in halves or thirds of the same lines.

What shows them is that one line has the same label twice, and another line another one. A table of
two columns of rows has only its header so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.read.blank import trim_blank
from pipeline.read.paste.column import Parts, beneath, line_spans, paragraphs
from pipeline.read.paste.piece import Piece

_LABEL_ENDS = r"(?=[ ]*:|[ ]{2}|\t|[ ]*\|)"
_BETWEEN = r"(?:[ ]{2}|\t|\|[ ]*)"
# Without colons a figure stands between: in a table of places a seat is often named as its place.
_TWICE = re.compile(
    r"^[ |]*(?P<label>[^\W\d][^\s:|]*+(?:[ ][^\s:|]++)*+)"
    rf"(?:(?=[ ]*:)[^\n]*?{_BETWEEN}(?P<again>(?P=label))(?=[ ]*:)"
    rf"|{_LABEL_ENDS}[^\n\d]*\d[^\n]*?{_BETWEEN}(?P<alike>(?P=label)){_LABEL_ENDS})",
    re.MULTILINE,
)
_GAP = re.compile(r"(?<=\S)[ ]{2,}(?=\S)")
_NAMES = re.compile(r"(?<=\S)(?:[ ]*[\t|][ ]*|[ ]{2,})(?=\S)")
_MARKS = "\t|"
_FEWEST = 2  # labels that stand twice
_SLACK = 14  # characters by which wide letters move what stands in the right half

_Twice = Mapping[int, re.Match[str]]  # by where its line begins


class _Cards(NamedTuple):
    """How lines are parted: by a mark, every so many cells, or at gaps near where columns begin."""

    mark: str
    period: int
    starts: tuple[int, ...]


def in_cards(text: str) -> Iterator[Piece]:
    """A text with profiles that stand side by side one below the other, if it has such."""
    twice = {match.start(): match for match in _TWICE.finditer(text)} if _may_have(text) else {}
    if len({match["label"] for match in twice.values()}) < _FEWEST:
        return
    at, lines = 0, line_spans(text)
    for first, last in _blocks(text, lines, twice):
        rows = lines[first:last]
        cards = _read_cards(text, next(row for row in rows if row.start in twice), twice)
        parted = [_part(text, row, cards) for row in rows]
        if any(parted):
            yield Piece(at, rows[0].start)
            yield from beneath(rows, parted)
            at = rows[-1].end
    if at:
        yield Piece(at, len(text))


def _may_have(text: str) -> bool:
    return "   " in text or any(mark in text for mark in _MARKS)


def _blocks(text: str, lines: Sequence[Span], twice: _Twice) -> Iterator[tuple[int, int]]:
    """Runs of lines with labels that stand twice, with the names above the blank line over them."""
    floor = 0
    for first, last in paragraphs(text, lines):
        labels = {twice[line.start]["label"] for line in lines[first:last] if line.start in twice}
        if len(labels) < _FEWEST:
            continue
        above = first - 2
        named = lines[first].start in twice and above >= floor
        yield above if named and _NAMES.search(text, *lines[above]) else first, last
        floor = last


def _read_cards(text: str, row: Span, twice: _Twice) -> _Cards:
    """How the lines of a block are parted, from the first that has its label twice."""
    match = twice[row.start]
    behind = re.compile(rf"{_BETWEEN}({re.escape(match['label'])}){_LABEL_ENDS}")
    starts = tuple(found.start(1) - row.start for found in behind.finditer(text, *row))
    between = text[match.end("label") : max(match.start("again"), match.start("alike"))]
    mark = next((mark for mark in _MARKS if between.rstrip(" ").endswith(mark)), "")
    return _Cards(mark, between.count(mark) if mark else 0, starts)


def _part(text: str, row: Span, cards: _Cards) -> Parts | None:
    """What a line has in each column; None where it is one whole."""
    edges = _marked(text, row, cards) if cards.mark else _spaced(text, row, cards)
    if edges is None:
        return None
    return tuple(trim_blank(text, Span(*edge)) for edge in edges)


def _marked(text: str, row: Span, cards: _Cards) -> list[tuple[int, int]] | None:
    """The columns of a line with marks: as many cells each as the first has, or one each."""
    cells, at = [], row.start
    for cell in text[row.start : row.end].split(cards.mark):
        cells.append((at, at + len(cell)))
        at += len(cell) + 1
    columns = len(cards.starts) + 1
    if len(cells) < columns:
        return None
    period = 1 if len(cells) == columns else cards.period
    groups = [cells[at : at + period] for at in range(0, columns * period, period)]
    if not all(groups):
        return None
    return [(group[0][0], group[-1][1]) for group in groups]


def _spaced(text: str, row: Span, cards: _Cards) -> list[tuple[int, int]] | None:
    """The columns of a line with gaps: those that end next to where the columns begin."""
    inner = trim_blank(text, row)
    gaps = [(match.start(), match.end()) for match in _GAP.finditer(text, *inner)]
    edges, at = [], row.start
    for start in cards.starts:
        wanted = row.start + start
        near = min(gaps, key=lambda gap: abs(gap[1] - wanted), default=None)
        if near is not None and near[0] >= at and abs(near[1] - wanted) <= _SLACK:
            edges.append((at, near[0]))
            at = near[1]
        elif inner.end <= wanted:
            edges.append((at, row.end))
            at = row.end
        elif inner.start >= wanted - 2:
            edges.append((at, at))
        else:
            return None
    return [*edges, (at, row.end)]
