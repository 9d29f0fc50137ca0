"""The body of a table: a run of lines that share a way of keeping cells apart, most with a figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.normalize.dimension import named_unit
from pipeline.read.blank import trim_blank
from pipeline.read.table.align import is_date
from pipeline.read.table.cells import MARKS, Separator, is_rule, separators, split
from pipeline.read.table.ragged import usual_gap, with_empty
from pipeline.read.table.shape import (
    BRACKET,
    DIGIT,
    LETTER,
    YEAR,
    heads,
    is_row,
    is_value,
    is_wordy,
    is_year,
)

_LONGEST_ROW_LINES = 6


class Cut(NamedTuple):
    """A row cut into cells; ``told`` tells a row with figures from a line of words among them."""

    span: Span
    cells: tuple[Span, ...]
    told: bool


@dataclass(frozen=True)
class Body:
    """A run of rows; ``first`` and ``last`` are the half-open range of their lines."""

    by: Separator
    first: int
    last: int
    cuts: tuple[Cut, ...]

    @cached_property
    def rows(self) -> tuple[Cut, ...]:
        """The rows with figures."""
        return tuple(cut for cut in self.cuts if cut.told)

    @cached_property
    def size(self) -> int:
        """How many cells most rows have."""
        return Counter(len(cut.cells) for cut in self.rows).most_common(1)[0][0]


def may_begin(text: str, line: Span) -> bool:
    """Whether a line may be the first of some rows; one between pipes may have its figures below."""
    return DIGIT.search(text, *line) is not None or is_rule(text, line)


def read_body(text: str, lines: Sequence[Span], at: int, by: Separator) -> Body | None:
    """The rows that begin at a line, if it is one."""
    found: list[tuple[Cut, int]] = []
    words = 0
    for cut, after in _cuts(text, lines, at, by):
        words = 0 if cut.told else words + 1
        uneven = by in MARKS and found and len(cut.cells) != len(found[0][0].cells)
        if words > _LONGEST_ROW_LINES or uneven or (not found and not _opens(text, cut)):
            break
        found.append((cut, after))
    while found and not found[-1][0].told:
        found.pop()
    if not found:
        return None
    cuts = tuple(_evened([cut for cut, _ in found], by))
    years = len(cuts) > 1 and cuts[1].told and _only_years(text, cuts[0], cuts[1])
    return Body(by, found[0][1] if years else at, found[-1][1], cuts[1:] if years else cuts)


def _evened(cuts: Sequence[Cut], by: Separator) -> Iterator[Cut]:
    """Rows with the empty cells that show as wider gaps, where all gaps but those are the same."""
    size = max(len(cut.cells) for cut in cuts)
    short = by is Separator.GAP and any(cut.told and len(cut.cells) < size for cut in cuts)
    gap = usual_gap([cut.cells for cut in cuts]) if short else 0
    for cut in cuts:
        less = gap and cut.told and len(cut.cells) < size
        yield cut._replace(cells=with_empty(cut.cells, gap, size)) if less else cut


def _only_years(text: str, first: Cut, second: Cut) -> bool:
    """Whether a first row has years or days where the next has other figures: then it ends the header."""
    said = [text[slice(*cell)] for cell in first.cells]
    days = [cell for cell in said if _is_day(cell)]
    others = [cell for cell in said if not _is_day(cell)]
    below = [cell for cell in _values(text, second) if not _is_day(cell)]
    plain = all(not cell or BRACKET.fullmatch(cell) or named_unit(cell) for cell in others)
    years = sum(map(is_year, days))
    return bool(days and below) and not any(map(is_value, others)) and (plain or years > 1)


def _is_day(cell: str) -> bool:
    """Whether a cell is a year or a date, and nothing else."""
    return is_year(cell) or (DIGIT.search(cell) is not None and is_date(cell))


def _values(text: str, cut: Cut) -> list[str]:
    return [said for cell in cut.cells if is_value(said := text[cell.start : cell.end])]


def _opens(text: str, cut: Cut) -> bool:
    """Whether a row can be the first: it has a value, or pipes around it; else it may be a header.

    A line in brackets belongs to the label above it: "Residents" / "(31 Dec. 2010)".
    """
    if not cut.told or BRACKET.fullmatch(text, *cut.span):
        return False
    named = (YEAR.fullmatch(said) and LETTER.search(said) for said in _values(text, cut))
    return text[cut.span.start] == "|" or not all(named)


def _cuts(text: str, lines: Sequence[Span], at: int, by: Separator) -> Iterator[tuple[Cut, int]]:
    """Rows and lines of words with the index behind each, up to the first line that is neither.

    The first is a row.
    """
    begun = False
    while at < len(lines):
        if is_rule(text, lines[at]):
            at += 1
            continue
        span, after = _row_span(text, lines, at, by)
        if span.start == span.end:
            if not _goes_on(text, lines, after, by):
                return
            at = after
            continue
        cells = split(text, span, by)
        if by > Separator.TAB and _is_drawn(text, span, by):
            return
        told = is_row(text, cells, by)
        if not told and not (begun and is_wordy(text, cells) and not heads(text, cells)):
            return
        yield Cut(span, cells, told), after
        at, begun = after, True


def _is_drawn(text: str, span: Span, by: Separator) -> bool:
    """Whether a line keeps its cells apart by something stronger, that stands for all of it."""
    ways = separators(text, span)
    return min(ways, default=by) <= Separator.TAB or (by is Separator.BLANK and by not in ways)


def _goes_on(text: str, lines: Sequence[Span], at: int, by: Separator) -> bool:
    """Whether rows with a blank line between them go on."""
    return at < len(lines) and by.keeps_empty and is_row(text, split(text, lines[at], by), by)


def _row_span(text: str, lines: Sequence[Span], at: int, by: Separator) -> tuple[Span, int]:
    """A row between pipes may run over several lines, until one ends in a pipe.

    One between blanks may have its name on a line of its own.
    """
    first = trim_blank(text, lines[at])
    if first.start == first.end:
        return first, at + 1
    if by is Separator.TAB:
        return lines[at], at + 1
    if by is Separator.BLANK and _is_name_above(text, lines, at):
        return Span(first.start, trim_blank(text, lines[at + 1]).end), at + 2
    if by is Separator.PIPE and text[first.start] == "|" and text[first.end - 1] != "|":
        for after in range(at + 1, min(at + _LONGEST_ROW_LINES, len(lines))):
            last = trim_blank(text, lines[after])
            if last.start < last.end and text[last.end - 1] == "|":
                return Span(first.start, last.end), after + 1
    return first, at + 1


def _is_name_above(text: str, lines: Sequence[Span], at: int) -> bool:
    """Whether a line of words stands right above one of nothing but figures."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or DIGIT.search(text, *lines[at]) or LETTER.search(text, *below):
        return False
    cells = split(text, below, Separator.BLANK)
    return len(cells) > 1 and all(is_value(text[slice(*cell)]) for cell in cells)
