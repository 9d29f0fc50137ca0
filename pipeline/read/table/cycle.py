"""Tables with one cell a line: all labels, then the cells of row after row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.model.source import Span
from pipeline.read.grammar import label_at, meaning_at
from pipeline.read.table.align import Column, fits, is_missing
from pipeline.read.table.grid import Row, Table
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME
from pipeline.schema.sieve import may_be_label

_FEWEST, _MOST, _FEWEST_ROWS = 3, 12, 2
_LONGEST_CELL = 80
_NAMES = {"name", "region"}
_MORE = re.compile(r"[:.,\d]")  # than a label has: a value, a sentence


class Cycles:
    """The lines of a page, asked one after the other for tables that begin there."""

    def __init__(self, text: str, cells: Sequence[Span]) -> None:
        """Takes the lines of folded text without the blanks at their edges."""
        self.text, self.cells = text, cells
        self.next = 0  # no table begins before this line

    def read(self, at: int) -> tuple[Table, int] | None:
        """The table whose first label is the line at an index, and the index behind it."""
        if at < self.next or not self._may_begin(at):
            return None
        return _read_cycle(self.text, self.cells, at)

    def _may_begin(self, at: int) -> bool:
        """Whether the first lines may be labels; one that is none rules out all that hold it.

        Only one of them may be words that the lexicon does not know.
        """
        first = tuple(islice(_cells(self.cells, at), _FEWEST))
        unknown = False
        for cell, index in reversed(first):
            if not may_be_label(self.text[cell.start : cell.end]):
                if unknown or index == at or _MORE.search(self.text, *cell):
                    self.next = index + 1
                    return False
                unknown = True
        return len(first) == _FEWEST and not (unknown and _MORE.search(self.text, *self.cells[at]))


def _read_cycle(text: str, lines: Sequence[Span], at: int) -> tuple[Table, int] | None:
    labels = _labels(text, lines, at)
    if not _FEWEST <= len(labels) <= _MOST:
        return None
    columns = tuple(_column(text, label) for label in labels)
    cells = islice(_cells(lines, at), len(labels), None)
    rows: list[Row] = []
    while row := tuple(islice(cells, len(columns))):
        spans = tuple(cell for cell, _ in row)
        if len(row) < len(columns) or not _suits(text, columns, spans):
            break
        rows.append(Row(Span(spans[0].start, spans[-1].end), spans))
        after = row[-1][1] + 1
    if len(rows) < _FEWEST_ROWS:
        return None
    name = next((i for i, column in enumerate(columns) if column.field == "name"), 0)
    return Table(Span(labels[0].start, rows[-1].span.end), columns, tuple(rows), name), after


def _labels(text: str, lines: Sequence[Span], at: int) -> list[Span]:
    """The labels from a line on: known ones, with at most one among them that is not.

    An unknown one stands between the label of names and one of figures: "District", "Camptown", "Area".
    """
    found: list[Span] = []
    held: list[Span] = []
    for cell, _ in islice(_cells(lines, at), _MOST + 1):
        if _is_label(text, cell) and not (held and text[cell.start].isdigit()):
            found += [*held, cell]
            held = []
        elif found and not held and _may_be_strange(text, found, cell):
            held = [cell]
        else:
            break
    return found


def _may_be_strange(text: str, found: Sequence[Span], cell: Span) -> bool:
    """Whether a cell may be a label that the lexicon does not know, the first one below known ones."""
    named = _column(text, found[0]).field in _NAMES
    return (
        named
        and all(_is_label(text, label) for label in found)
        and not any(map(str.isdigit, text[slice(*cell)]))
    )


def _cells(lines: Sequence[Span], at: int) -> Iterator[tuple[Span, int]]:
    """The lines that may be cells with their indexes; one blank line in a row is passed over."""
    blanks = 0
    for index in range(at, len(lines)):
        cell = lines[index]
        size = cell.end - cell.start
        blanks = 0 if size else blanks + 1
        if blanks > 1 or size > _LONGEST_CELL:
            return
        if not blanks:
            yield cell, index


def _is_label(text: str, cell: Span) -> bool:
    label = label_at(text, cell)
    return label is not None and label.known


def _column(text: str, label: Span) -> Column:
    return Column((label,), next(iter(meaning_at(text, label).fields), ""), known=True)


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
