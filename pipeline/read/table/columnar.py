"""Tables with one cell a line, column after column: a label, its cells, the next label, its cells.

City
Aldar
Borun
Population
24,900
16,400
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model.source import Span
from pipeline.read.grammar import label_at, meaning_at
from pipeline.read.table.align import Column, fits, is_missing
from pipeline.read.table.grid import Row, Table
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME

_FEWEST_ROWS, _MOST_ROWS = 2, 60
_FEWEST_FIGURES = 2  # columns of them
_LONGEST_CELL = 60
_FEWEST_LINES = (1 + _FEWEST_FIGURES) * (1 + _FEWEST_ROWS)
_NAMES = {"name", "region"}

_Block = tuple[Column, tuple[Span, ...]]


class Columnar:
    """The lines of a page, asked one after the other for tables that begin there."""

    def __init__(self, text: str, lines: Sequence[Span]) -> None:
        """Takes the lines of folded text without the blanks at their edges."""
        self.text, self.lines = text, lines
        self.next = 0  # no table begins before this line

    def read(self, at: int) -> tuple[Table, int] | None:
        """The table whose first label is the line at an index, and the index behind it."""
        if at < self.next or not self._may_begin(at):
            return None
        return _read_columnar(self.text, self.lines, at)

    def _may_begin(self, at: int) -> bool:
        """Whether as many lines may be labels and cells as the smallest table has.

        One that is none rules out all that hold it; reading a label is dear.
        """
        last = at + _FEWEST_LINES
        for index in range(min(last, len(self.lines)) - 1, at - 1, -1):
            if not _is_cell(self.lines[index]):
                self.next = index + 1
                return False
        return last <= len(self.lines)


def _read_columnar(text: str, lines: Sequence[Span], at: int) -> tuple[Table, int] | None:
    first = _label(text, lines, at)
    if first is None or first.field not in _NAMES:
        return None
    names = _names(text, lines, at + 1)
    if not _FEWEST_ROWS <= len(names) <= _MOST_ROWS:
        return None
    blocks = [(first, names), *_blocks(text, lines, at + 1 + len(names), len(names))]
    columns = tuple(column for column, _ in blocks)
    if sum(map(_is_figure, columns)) < _FEWEST_FIGURES:
        return None
    rows = tuple(
        Row(Span(cells[0].start, cells[-1].end), cells)
        for cells in zip(*(cells for _, cells in blocks), strict=True)
    )
    last = at + len(blocks) * (1 + len(names))
    return Table(Span(lines[at].start, lines[last - 1].end), columns, rows, 0), last


def _names(text: str, lines: Sequence[Span], at: int) -> tuple[Span, ...]:
    """The lines down to the next label, if they may all be names."""
    found: list[Span] = []
    for index in range(at, min(at + _MOST_ROWS + 1, len(lines))):
        if _label(text, lines, index) is not None:
            return tuple(found)
        if not _is_cell(lines[index]) or not fits(text[slice(*lines[index])], "name"):
            return ()
        found.append(lines[index])
    return ()


def _blocks(text: str, lines: Sequence[Span], at: int, size: int) -> Iterator[_Block]:
    """The further labels, each with as many cells as there are names, that suit it."""
    while at + size < len(lines) and (column := _label(text, lines, at)) is not None:
        cells = tuple(lines[at + 1 : at + 1 + size])
        if not all(map(_is_cell, cells)) or not _suits(text, column, cells):
            return
        yield column, cells
        at += 1 + size


def _label(text: str, lines: Sequence[Span], index: int) -> Column | None:
    line = lines[index]
    known = label_at(text, line) if _is_cell(line) else None
    if known is None or not known.known:
        return None
    return Column((line,), next(iter(meaning_at(text, line).fields), ""), known=True)


def _is_cell(line: Span) -> bool:
    return 0 < line.end - line.start <= _LONGEST_CELL


def _is_figure(column: Column) -> bool:
    return bool(column.field) and BY_NAME[column.field].kind is not Kind.TEXT


def _suits(text: str, column: Column, cells: Sequence[Span]) -> bool:
    """Whether all figures and dates of a column are such, and no cell of words is a label."""
    said = [text[slice(*cell)] for cell in cells]
    if _is_figure(column):
        return all(is_missing(cell) or fits(cell, column.field) for cell in said)
    return all(label_at(text, cell) is None for cell in cells)
