"""What a table is once it is read: columns with their labels, rows with a cell for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.read.table.align import Column
from pipeline.read.table.series import is_day

_WORDS = re.compile(r"(?:\(?\d{1,6}[.)]?\s+)?[^\W\d_]")  # a code may stand before a name


class Row(NamedTuple):
    """One row: its span and a cell for every column, None where it has none.

    ``parent`` is a heading among the rows above, that holds for all rows below it.
    """

    span: Span
    cells: tuple[Span | None, ...]
    parent: Span | None = None


class Table(NamedTuple):
    """Columns with their rows; ``name_column`` is the one that names the places.

    ``caption`` is what stands above and says what holds for all figures ("2019 census").
    """

    span: Span
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    name_column: int
    caption: Span | None = None


def name_column(text: str, columns: Sequence[Column], rows: Sequence[Row]) -> int | None:
    """The column labelled as a name, else the first whose cells are mostly words."""
    for index, column in enumerate(columns):
        if column.field == "name":
            return index
    for index, column in enumerate(columns):
        cells = [text[cell.start : cell.end] for row in rows if (cell := row.cells[index])]
        wordy = sum(_WORDS.match(cell) is not None and not is_day(cell) for cell in cells)
        if column.field in {"", "region", "place_kind"} and wordy * 2 > len(rows) > 0:
            return index
    return None
