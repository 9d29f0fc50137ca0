"""What shows that some rows are those of a table where their number or their header does not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.normalize.unit import unit_at
from pipeline.read.grammar import meaning
from pipeline.read.table.align import Column, fits, is_missing
from pipeline.read.table.cells import Separator
from pipeline.read.table.grid import Row
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME

_BULLET = re.compile(r"^\W+")
_SUITING = 0.8  # of the cells below a page break, and of the names between single blanks


def is_sure(by: Separator, columns: Sequence[Column]) -> bool:
    """Whether one row is enough: what keeps its cells apart is drawn, or its labels are known."""
    known = sum(column.known for column in columns)
    return by <= Separator.TAB or (by is Separator.GAP and known > 2 and 2 * known > len(columns))


def are_named(text: str, rows: Sequence[Row], name: int) -> bool:
    """Whether most rows open with a name: lines of an infobox between blanks with figures do not."""
    cells = [text[slice(*cell)] for row in rows if (cell := row.cells[name])]
    return sum(map(_is_named, cells)) >= _SUITING * len(cells)


def _is_named(cell: str) -> bool:
    """Whether words are no unit, no label, and have neither figures nor a bracket left open."""
    return (
        not any(map(str.isdigit, cell))
        and cell.count("(") == cell.count(")")
        and unit_at(cell, 0, len(cell)) is None
        and not meaning(cell).known
    )


def are_labels(text: str, rows: Sequence[Row], name: int) -> bool:
    """Whether most rows open with a label or with a word for all: lines of an infobox below a group."""
    cells = [text[slice(*cell)] for row in rows if (cell := row.cells[name])]
    meanings = [meaning(_BULLET.sub("", cell)) for cell in cells]
    return 2 * sum(told.known or told.total for told in meanings) > len(cells)


def suit(text: str, columns: Sequence[Column], rows: Sequence[Row]) -> bool:
    """Whether nearly all cells of figures and dates are what their columns name."""
    told = [
        fits(said, column.field)
        for row in rows
        for column, cell in zip(columns, row.cells, strict=False)
        if column.field and BY_NAME[column.field].kind is not Kind.TEXT and cell
        if not is_missing(said := text[slice(*cell)])
    ]
    return bool(told) and sum(told) >= _SUITING * len(told)
