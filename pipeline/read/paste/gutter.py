"""Paragraphs that stand side by side, as reports in two columns are pasted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.model.source import Span
from pipeline.read.paste.column import Parts, line_spans, paragraphs, reflowed
from pipeline.read.paste.piece import Piece

_BESIDE = re.compile(r"(?<!\S)(?:\S+ ){2}\S+ {3,}(?:\S+ ){2}\S")
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_FEWEST = 4  # lines
_WORDS = 3
_MOST, _SOME = 0.75, 0.3  # of the lines


def in_columns(text: str) -> Iterator[Piece]:
    """A text with paragraphs that stand side by side one below the other, if it has such."""
    if "   " not in text or not _BESIDE.search(text):
        return
    at, lines = 0, line_spans(text)
    for first, last in paragraphs(text, lines):
        rows = lines[first:last]
        parted = _parted(text, rows) if len(rows) >= _FEWEST else None
        if parted:
            yield Piece(at, rows[0].start)
            yield from reflowed(rows, parted)
            at = rows[-1].end
    if at:
        yield Piece(at, len(text))


def _parted(text: str, rows: Sequence[Span]) -> list[Parts] | None:
    """Both columns of some lines, if both are prose and nothing stands in the gutter."""
    gutter = Counter(
        match.end() - row.start for row in rows for match in _GAP.finditer(text, *row)
    ).most_common(1)
    if not gutter or gutter[0][1] < _MOST * len(rows):
        return None
    parted = [_part(text, row, gutter[0][0]) for row in rows]
    if any(parts is None for parts in parted):
        return None
    told = [parts for parts in parted if parts]
    halves = zip(*told, strict=True)
    return told if all(_is_prose(text, half) for half in halves) else None


def _part(text: str, row: Span, gutter: int) -> Parts | None:
    """What a line has on both sides of the gutter, None where it goes through."""
    edge = min(row.start + gutter, row.end)
    left = text[row.start : edge]
    if edge < row.end and left[-2:].strip():
        return None
    return Span(row.start, row.start + len(left.rstrip())), Span(edge, row.end)


def _is_prose(text: str, half: Sequence[Span]) -> bool:
    """Whether most lines of a column have several words, and some go on with the one above."""
    said = [text[start:end] for start, end in half]
    worded = sum(len(line.split()) >= _WORDS for line in said)
    goes_on = sum(line[:1].islower() for line in said)
    return worded >= _MOST * len(said) and goes_on >= max(2, _SOME * len(said))
