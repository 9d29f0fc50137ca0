"""Tables found by their shape: a header that names facts, and rows below it that have them.

pandas never reads tables from text here: it loses the offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.read.align import Column, align, is_figure
from pipeline.read.cells import Separator, is_rule, separator, split, trim_edges
from pipeline.read.grammar import meaning_at
from pipeline.schema.field import Kind
from pipeline.schema.label import is_known
from pipeline.schema.place import BY_NAME

_BRACKET = re.compile(r"[(（\[]")
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_FIGURE = re.compile(r"^\d|\d[ .,]\d|\d{5}")
_HEADER_LINES = 12
_LONGEST_ROW_LINES = 5
_LONGEST_HEADER_CELL = 60


class Row(NamedTuple):
    """One row: its span and a cell for every column of the header, None where it has none."""

    span: Span
    cells: tuple[Span | None, ...]


class Table(NamedTuple):
    """A header with its rows; ``name_column`` is the column that names the places.

    ``caption`` is a line above that says what holds for all figures ("2019 census").
    """

    span: Span
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    name_column: int
    caption: Span | None = None


def find_tables(text: str, lines: Sequence[Span]) -> tuple[Table, ...]:
    """All tables of the folded text, in order; the lines they take are those of their span."""
    return tuple(_scan(text, lines))


def _scan(text: str, lines: Sequence[Span]) -> Iterator[Table]:
    at = 0
    while at < len(lines):
        table, after = _table_at(text, lines, at)
        if table:
            yield table
        at = after if table else at + 1


def _table_at(text: str, lines: Sequence[Span], at: int) -> tuple[Table | None, int]:
    """The table whose header is the line at an index, and the index behind it."""
    for depth in _header_depths(text, lines, at):
        columns = _header(text, lines, at, depth)
        if len(columns) < 2 or not _names_figures(text, columns):
            continue
        rows, after = _rows(text, lines, at + depth, columns)
        if len(rows) >= 2 or (rows and separator(text, lines[at]) < Separator.BLANK):
            name = _name_column(text, columns, rows)
            if name is not None:
                span = Span(lines[at].start, lines[after - 1].end)
                return Table(span, columns, tuple(rows), name), after
    return None, at


def _header_depths(text: str, lines: Sequence[Span], at: int) -> Iterator[int]:
    """How many lines the header may take: one, or as many as stand above the first real row."""
    if trim_edges(text, lines[at]).start == lines[at].end:
        return
    if _can_head(text, lines[at]):
        yield 1
    reach = Span(lines[at].start, lines[min(at + _HEADER_LINES, len(lines)) - 1].end)
    if text.find("|", *reach) < 0 and text.find("\t", *reach) < 0:
        return
    for depth in range(2, min(_HEADER_LINES, len(lines) - at)):
        line = trim_edges(text, lines[at + depth - 1])
        if line.start == line.end or line.end - line.start > 4 * _LONGEST_HEADER_CELL:
            return
        below = separator(text, lines[at + depth]) if at + depth < len(lines) else Separator.BLANK
        if below <= Separator.TAB and len(split(text, lines[at + depth], below)) >= 3:
            yield depth


def _header(text: str, lines: Sequence[Span], at: int, depth: int) -> tuple[Column, ...]:
    if depth == 1:
        cells = split(text, lines[at], separator(text, lines[at]))
        return tuple(_column(text, cell) for cell in cells)
    wanted = len(split(text, lines[at + depth], separator(text, lines[at + depth])))
    pieces = _stacked(text, lines[at : at + depth])
    while len(pieces) > wanted and (index := _continuation(text, pieces)):
        pieces[index - 1 : index + 1] = [
            (Span(pieces[index - 1][0].start, pieces[index][0].end), pieces[index - 1][1])
        ]
    return tuple(_column(text, cell) for cell, _ in pieces) if len(pieces) == wanted else ()


def _stacked(text: str, lines: Sequence[Span]) -> list[tuple[Span, bool]]:
    """The cells of a header over several lines, each with whether it begins a line."""
    return [
        (cell, index == 0)
        for line in lines
        for index, cell in enumerate(split(text, line, min(separator(text, line), Separator.TAB)))
    ]


def _continuation(text: str, pieces: Sequence[tuple[Span, bool]]) -> int:
    """Index of the cell that best continues the one before: a bracket, else an unknown label."""
    starts = [index for index, (_, begins) in enumerate(pieces) if begins and index]
    brackets = [i for i in starts if _BRACKET.match(text, pieces[i][0].start)]
    unknown = [i for i in starts if not meaning_at(text, pieces[i][0]).known]
    return next(iter((*brackets, *unknown)), 0)


def _column(text: str, cell: Span) -> Column:
    if cell.end - cell.start > _LONGEST_HEADER_CELL or cell.start == cell.end:
        return Column(cell, "", known=False)
    meaning = meaning_at(text, cell)
    return Column(cell, next(iter(meaning.fields), ""), meaning.known)


def _names_figures(text: str, columns: Sequence[Column]) -> bool:
    """Whether a header names at least one figure or date, and something beside it."""
    kinds = [BY_NAME[column.field].kind for column in columns if column.field]
    digits = any(_FIGURE.search(_IN_BRACKETS.sub("", text[slice(*c.header)])) for c in columns)
    return any(kind is not Kind.TEXT for kind in kinds) and not digits


def _can_head(text: str, line: Span) -> bool:
    """Whether one line can be a header: of single words, half must be labels and none have a colon."""
    by = separator(text, line)
    if by is not Separator.BLANK:
        return ": " not in text[line.start : line.end] or by < Separator.GAP
    if text.find(":", *line) >= 0:
        return False
    cells = split(text, line, by)
    known = sum(is_known(text[slice(*cell)]) for cell in cells[:20])
    return known >= 2 and 2 * known >= len(cells)


def _rows(
    text: str, lines: Sequence[Span], at: int, columns: Sequence[Column]
) -> tuple[list[Row], int]:
    """The rows that follow a header, and the index of the first line that is none."""
    rows: list[Row] = []
    while at < len(lines):
        if is_rule(text, lines[at]):
            at += 1
            continue
        span, after = _row_span(text, lines, at)
        row = _row(text, span, columns)
        if row is None:
            break
        rows.append(row)
        at = after
    return rows, at


def _row_span(text: str, lines: Sequence[Span], at: int) -> tuple[Span, int]:
    """A row between pipes may run over several lines, until one ends in a pipe."""
    first = trim_edges(text, lines[at])
    if text[first.start : first.start + 1] == "|" and text[first.end - 1] != "|":
        for after in range(at + 1, min(at + _LONGEST_ROW_LINES, len(lines))):
            last = trim_edges(text, lines[after])
            if last.start < last.end and text[last.end - 1] == "|":
                return Span(first.start, last.end), after + 1
    return first, at + 1


def _row(text: str, span: Span, columns: Sequence[Column]) -> Row | None:
    """The cells of a line if they suit the columns."""
    if span.start == span.end:
        return None
    by = separator(text, span)
    pieces = split(text, span, by)
    if by is Separator.BLANK and not any(is_figure(text[p.start : p.end]) for p in pieces):
        return None
    joinable = by >= Separator.GAP
    if by is Separator.GAP and len(pieces) < len(columns) - 1:
        pieces = split(text, span, Separator.BLANK)
    score, cells = align(text, pieces, columns, joinable=joinable)
    if len(pieces) == len(columns) and by <= Separator.TAB:
        cells = tuple(piece if piece.start < piece.end else None for piece in pieces)
    filled = sum(cell is not None for cell in cells)
    needed = 1 if by <= Separator.TAB else 2
    return Row(span, cells) if filled >= needed and (score > 0 or by is Separator.PIPE) else None


def _name_column(text: str, columns: Sequence[Column], rows: Sequence[Row]) -> int | None:
    """The column labelled as a name, else the first whose cells are mostly words."""
    for index, column in enumerate(columns):
        if column.field == "name":
            return index
    for index, column in enumerate(columns):
        cells = [text[cell.start : cell.end] for row in rows if (cell := row.cells[index])]
        wordy = sum(not is_figure(cell) and cell[:1].isalpha() for cell in cells)
        if column.field in {"", "region", "place_kind"} and wordy * 2 > len(rows):
            return index
    return None
