"""Tables with one cell a line: all labels, then the cells of row after row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model.source import Span
from pipeline.read.align import Column, fits, is_missing
from pipeline.read.cells import trim_edges
from pipeline.read.grammar import meaning_at
from pipeline.read.grid import Row, Table
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME

_FEWEST, _MOST = 3, 12
_LONGEST_CELL = 80


def read_cycle(text: str, lines: Sequence[Span], at: int) -> tuple[Table, int] | None:
    """The table whose first label is the line at an index, and the index behind it."""
    if not meaning_at(text, trim_edges(text, lines[at])).known:
        return None
    cells = _cells(text, lines, at)
    columns = tuple(_columns(text, [cell for cell, _ in cells]))
    size = len(columns)
    if not _FEWEST <= size <= _MOST:
        return None
    rows = []
    for first in range(size, len(cells) - size + 1, size):
        row = tuple(cell for cell, _ in cells[first : first + size])
        if not _suits(text, columns, row):
            break
        rows.append(Row(Span(row[0].start, row[-1].end), row))
    if len(rows) < 2:
        return None
    name = next((i for i, column in enumerate(columns) if column.field == "name"), 0)
    span = Span(cells[0][0].start, rows[-1].span.end)
    return Table(span, columns, tuple(rows), name), cells[size * (len(rows) + 1) - 1][1] + 1


def _cells(text: str, lines: Sequence[Span], at: int) -> list[tuple[Span, int]]:
    """The lines that may be cells with their indexes; one blank line in a row is passed over."""
    found: list[tuple[Span, int]] = []
    blanks = 0
    for index in range(at, len(lines)):
        cell = trim_edges(text, lines[index])
        blanks = blanks + 1 if cell.start == cell.end else 0
        if blanks > 1 or cell.end - cell.start > _LONGEST_CELL:
            break
        if not blanks:
            found.append((cell, index))
    return found


def _columns(text: str, cells: Sequence[Span]) -> Iterator[Column]:
    """The labels that open the run: up to the last known one that no value has come before."""
    for cell in cells:
        meaning = meaning_at(text, cell)
        if not meaning.known:
            return
        yield Column((cell,), next(iter(meaning.fields), ""), known=True)


def _suits(text: str, columns: Sequence[Column], row: Sequence[Span]) -> bool:
    """Whether every figure and date of a row is one, and no cell is a label."""
    told = [
        fits(said, column.field)
        for column, cell in zip(columns, row, strict=True)
        if column.field
        and BY_NAME[column.field].kind is not Kind.TEXT
        and not is_missing(said := text[cell.start : cell.end])
    ]
    return bool(told) and all(told)
