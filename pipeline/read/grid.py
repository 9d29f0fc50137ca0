"""What a table is once it is read: columns with their labels, rows with a cell for each."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.read.align import Column


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
