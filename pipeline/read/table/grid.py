"""What a table is once it is read: columns with their labels, rows with a cell for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.read.table.align import Column
from pipeline.read.table.series import is_day
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME

_WORDS = re.compile(r"(?:\(?\d{1,6}[.)]?\s+)?[^\W\d_]")  # a code may stand before a name
_CODE = re.compile(r"[A-Z]{2,3}(?:-[A-Z\d]{1,3})?")


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
    """The column labelled as a name, else the first whose cells are mostly words.

    One of codes ("AKM", "ALM") comes only where no other is of words, nor does one of words below a
    label of figures: in German that of an area is that of a region too. Where no column is labelled
    otherwise, one that says where a place lies names it: "Where, Country, Since, Population".
    """
    for index, column in enumerate(columns):
        if column.field == "name":
            return index
    cells = [
        [text[slice(*cell)] for row in rows if (cell := row.cells[i])] for i in range(len(columns))
    ]
    wordy = [index for index, said in enumerate(cells) if 2 * sum(map(_is_words, said)) > len(rows)]
    named = [index for index in wordy if _may_name(columns[index])]
    spelled = [index for index in named if not all(map(_CODE.fullmatch, cells[index]))]
    located = [index for index in wordy if columns[index].field == "location"]
    return next(iter(spelled or named or located), None)


def _is_words(cell: str) -> bool:
    return _WORDS.match(cell) is not None and not is_day(cell)


def _may_name(column: Column) -> bool:
    field = column.field
    return field in {"", "region", "place_kind"} or BY_NAME[field].kind is not Kind.TEXT
