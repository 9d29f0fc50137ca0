"""Columns of a printed table by where they stand: cells to columns by the characters they take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.read.table.body import Body
from pipeline.read.table.cells import width


class Extent(NamedTuple):
    """The half-open range of print columns that a cell or a column of cells takes."""

    start: int
    end: int


def extent(text: str, cell: Span) -> Extent:
    """Where a cell stands in its line; of a cell over several lines, where the first does."""
    line = text.rfind("\n", 0, cell.start) + 1
    start = width(text, line, cell.start)
    return Extent(start, start + width(text, cell.start, cell.end))


def extents(text: str, body: Body) -> tuple[Extent, ...]:
    """Where the columns of a body stand: what the cells of its usual rows take together.

    Where rows run over several lines no line need have all columns: then what all cells take.
    """
    usual = [cut.cells for cut in body.rows if len(cut.cells) == body.size]
    together = [[extent(text, cell) for cell in column] for column in zip(*usual, strict=True)]
    columns = tuple(Extent(min(e.start for e in c), max(e.end for e in c)) for c in together)
    apart = _apart(extent(text, cell) for cut in body.cuts for cell in cut.cells)
    return apart if len(apart) > len(columns) else columns


def _apart(places: Iterable[Extent]) -> tuple[Extent, ...]:
    """The stretches that places cover, without the blanks between them."""
    found: list[Extent] = []
    for place in sorted(places):
        if found and place.start <= found[-1].end:
            found[-1] = Extent(found[-1].start, max(found[-1].end, place.end))
        else:
            found.append(place)
    return tuple(found)


def columns_at(place: Extent, columns: Sequence[Extent]) -> tuple[int, ...]:
    """Indexes of the columns that a cell stands over, the nearest one where it is over none."""
    over = tuple(
        i
        for i, column in enumerate(columns)
        if place.start < column.end and column.start < place.end
    )
    return over or (min(range(len(columns)), key=lambda i: _distance(place, columns[i])),)


def _distance(place: Extent, column: Extent) -> int:
    return max(column.start - place.end, place.start - column.end)


def placed(text: str, cells: Sequence[Span], columns: Sequence[Extent]) -> Sequence[Span | None]:
    """The cell of every column; a cell over several columns belongs to the one it shares most with."""
    if len(cells) == len(columns):
        return cells
    row: list[Span | None] = [None] * len(columns)
    for cell in cells:
        place = extent(text, cell)
        index = max(columns_at(place, columns), key=lambda i: _shared(place, columns[i]))
        held = row[index]
        row[index] = cell if held is None else Span(held.start, cell.end)
    return row


def _shared(place: Extent, column: Extent) -> int:
    return min(place.end, column.end) - max(place.start, column.start)
