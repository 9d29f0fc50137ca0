"""The body of a table: a run of lines that share a way of keeping cells apart, most with a figure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.read.blank import trim_blank
from pipeline.read.grammar import meaning
from pipeline.read.table.align import is_date, is_figure
from pipeline.read.table.cells import MARKS, Separator, is_rule, separators, split
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME
from pipeline.schema.sieve import may_be_label

_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\D{0,2}(?:1[89]|20)\d\d(?:\D{0,2}|[^\d]*[^\W\d_][^\d]*)")
_BRACKET = re.compile(r"\s*(?:[(\[][^()\[\]]*[)\]]|\b\d{1,2}/(?!\S))\s*")  # "1/" is a footnote
_SENTENCE_END = re.compile(r"[.!?。！？]['\")\]]*$")
_LONGEST_CELL = 160
_LONGEST_ROW_LINES = 6
_MOST_TOKENS = 40
_FEW_TOKENS = 8  # of a row with a single figure


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
    return _DIGIT.search(text, *line) is not None or is_rule(text, line)


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
    cuts = tuple(cut for cut, _ in found)
    if not cuts:
        return None
    years = len(cuts) > 1 and cuts[1].told and _only_years(text, cuts[0], cuts[1])
    return Body(by, found[0][1] if years else at, found[-1][1], cuts[1:] if years else cuts)


def _only_years(text: str, first: Cut, second: Cut) -> bool:
    """Whether a first row has years where the next has other figures: then it ends the header."""
    years = [cell for cell in _values(text, first) if _is_year(cell)]
    others = [text[slice(*cell)] for cell in first.cells if not _is_year(text[slice(*cell)])]
    below = [cell for cell in _values(text, second) if not _is_year(cell)]
    plain = all(not cell or _BRACKET.fullmatch(cell) for cell in others)
    return bool(below) and not any(map(is_value, others)) and (plain or len(years) > 1)


def _is_year(cell: str) -> bool:
    """Whether a cell is a year with at most words behind it, as headers have: "2021, thousands"."""
    return _YEAR.fullmatch(_BRACKET.sub("", cell)) is not None


def _values(text: str, cut: Cut) -> list[str]:
    return [said for cell in cut.cells if is_value(said := text[cell.start : cell.end])]


def _opens(text: str, cut: Cut) -> bool:
    """Whether a row can be the first: it has a value, or pipes around it; else it may be a header.

    A line in brackets belongs to the label above it: "Residents" / "(31 Dec. 2010)".
    """
    if not cut.told or _BRACKET.fullmatch(text, *cut.span):
        return False
    named = (_YEAR.fullmatch(said) and _LETTER.search(said) for said in _values(text, cut))
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
        if not told and not (begun and _is_wordy(text, cells) and not heads(text, cells)):
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
    """A row between pipes may run over several lines, until one ends in a pipe."""
    first = trim_blank(text, lines[at])
    if first.start == first.end:
        return first, at + 1
    if by is Separator.TAB:
        return lines[at], at + 1
    if by is Separator.PIPE and text[first.start] == "|" and text[first.end - 1] != "|":
        for after in range(at + 1, min(at + _LONGEST_ROW_LINES, len(lines))):
            last = trim_blank(text, lines[after])
            if last.start < last.end and text[last.end - 1] == "|":
                return Span(first.start, last.end), after + 1
    return first, at + 1


def is_row(text: str, cells: Sequence[Span], by: Separator) -> bool:
    """Whether cells are those of a row: words beside figures, and no header."""
    said = [text[cell.start : cell.end] for cell in cells]
    return _is_told(said, by) and any(map(_LETTER.search, said)) and not heads(text, cells)


def _is_told(said: Sequence[str], by: Separator) -> bool:
    """Whether cells are two or more, with a figure, behind the first where they may be words."""
    if len(said) < 2:
        return False
    if by is Separator.BLANK:
        return _is_row_of_words(said)
    if by.keeps_empty:
        return any(_DIGIT.search(_BRACKET.sub("", cell)) for cell in said)
    return max(map(len, said)) <= _LONGEST_CELL and any(map(is_value, said[1:]))


def _is_row_of_words(said: Sequence[str]) -> bool:
    """A row between single blanks: few words, no sentence, and at least one figure behind the first."""
    if len(said) > _MOST_TOKENS:
        return False
    figures = sum(map(is_value, said[1:]))
    if len(said) <= _FEW_TOKENS:
        return figures > 0
    ends = _SENTENCE_END.search(said[-1]) and not _DIGIT.search(said[-1])
    return figures >= 2 and not ends


def is_value(cell: str) -> bool:
    """Whether a cell is a figure or a date; one in brackets is a part of a label: "(1,000)"."""
    if not _DIGIT.search(cell) or _BRACKET.fullmatch(cell):
        return False
    return is_figure(cell) or is_date(cell)


def _is_wordy(text: str, cells: Sequence[Span]) -> bool:
    """Whether cells are words only: a name over several lines, a heading among the rows."""
    said = [text[cell.start : cell.end] for cell in cells]
    return (
        len(said) > 0
        and max(map(len, said)) <= _LONGEST_CELL // 2
        and not any(map(is_value, said[1:]))
        and any(map(_LETTER.search, said))
        and not _SENTENCE_END.search(said[-1])
    )


def heads(text: str, cells: Sequence[Span]) -> bool:
    """Whether cells are labels of columns and not a row below them."""
    said = [text[cell.start : cell.end] for cell in cells]
    if any(is_figure(cell) and is_value(cell) and not _is_year(cell) for cell in said):
        return False
    labels = [
        BY_NAME[field].kind
        for cell in said
        if len(cell) <= _LONGEST_CELL and _LETTER.search(cell) and may_be_label(cell)
        for field in meaning(cell).fields[:1]
    ]
    figures = any(kind is not Kind.TEXT for kind in labels)
    return figures and (len(labels) > 1 or 2 * len(labels) >= len(cells))
