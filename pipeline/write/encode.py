"""Rows as the files hold them: lines of CSV and an Arrow batch, encoded a column at a time.

A column has few different texts and is often the same all the way down, so that what a cell costs
is asked of the different ones only.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.write.column import (
    NEEDS_CARE,
    Cell,
    ColumnKind,
    Row,
    Table,
    arrow_type,
    csv_cell,
    exact,
    positional,
    storable,
)
from pipeline.write.table import arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

# What a decimal column holds as it is written: no exponent, no rounding.
_PLAIN = re.compile(r"-?\d{1,26}(?:\.\d{1,12})?")

_APART = "\0"  # between the texts of a column that are searched together
_MAY_NEED_CARE = re.compile(r'[",\r\n]|(?:\A|\0)[-=+@\t]')
_NOT_PLAIN = re.compile(r"[^\d.\0E+-]|-0")  # no number at all, perhaps a sign on zero

SHORT = 13  # digits and point: no more than a column holds, wherever the point is

# What Arrow makes a column of, and the cells of its CSV.
_Written = tuple[Sequence[object], Sequence[str]]


class Rows(NamedTuple):
    """Rows of one table: its lines of CSV as bytes, how many characters each has, and a batch."""

    csv: bytes
    sizes: array[int]
    batch: pa.RecordBatch

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of CSV one by one, each with its line feed."""
        text, found, at = self.csv.decode("utf-8"), [], 0
        for size in self.sizes:
            found.append(text[at : at + size])
            at += size
        return tuple(found)


def rows_of(lines: Sequence[str], batch: pa.RecordBatch) -> Rows:
    """Rows from their lines of CSV and their batch."""
    return Rows("".join(lines).encode("utf-8"), array("I", map(len, lines)), batch)


def encoded(table: Table, rows: Sequence[Row]) -> Rows:
    """Rows as the files hold them."""
    columns = list(zip(*rows, strict=True)) if rows else [() for _ in table.columns]
    return encoded_columns(table, columns)


def encoded_columns(table: Table, columns: Sequence[Sequence[Cell]]) -> Rows:
    """Rows as the files hold them, given column by column."""
    import pyarrow as pa

    schema = arrow_schema(table)
    pairs = [_encoded(c.kind, cells) for c, cells in zip(table.columns, columns, strict=True)]
    lines = [f"{','.join(cells)}\n" for cells in zip(*(one.written for one in pairs), strict=True)]
    batch = pa.RecordBatch.from_arrays([one.stored for one in pairs], schema=schema)
    return rows_of(lines, batch)


class _Encoded(NamedTuple):
    """A column as Arrow has it, and the cells of its CSV."""

    stored: pa.Array
    written: Sequence[str]


def _encoded(kind: ColumnKind, cells: Sequence[Cell]) -> _Encoded:
    """One column; those that are empty all the way down are kept, most tables have some."""
    first = cells[0] if cells else None
    if not first and cells.count(first) == len(cells) and not isinstance(first, Decimal):
        return _one_throughout(kind, first, len(cells))
    return _different(kind, cells)


@lru_cache(maxsize=512)
def _one_throughout(kind: ColumnKind, cell: Cell, count: int) -> _Encoded:
    return _different(kind, (cell,) * count)


def _different(kind: ColumnKind, cells: Sequence[Cell]) -> _Encoded:
    import pyarrow as pa

    stored, written = _ENCODERS[kind](cells)
    if kind is ColumnKind.DECIMAL:  # of digits Arrow makes them faster than of objects
        return _Encoded(pa.array(stored, pa.string()).cast(arrow_type(kind)), written)
    return _Encoded(pa.array(stored, arrow_type(kind)), written)


def _texts(cells: Sequence[Cell]) -> _Written:
    texts: Sequence[str] = cells  # type: ignore[assignment]
    different = set(texts)
    said = _APART.join(different)
    if not _is_encodable(said):
        texts = [str(storable(text)) for text in texts]
        different = set(texts)
        said = _APART.join(different)
    if not _MAY_NEED_CARE.search(said):
        return texts, texts
    careful = {text: csv_cell(text) for text in filter(NEEDS_CARE.search, different)}
    return texts, list(map(careful.get, texts, texts)) if careful else texts


def _is_encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _lists(cells: Sequence[Cell]) -> _Written:
    stored = [storable(cell) for cell in cells]
    return stored, list(map(csv_cell, stored))


def _integers(cells: Sequence[Cell]) -> _Written:
    return cells, ["" if cell is None else str(cell) for cell in cells]


def _booleans(cells: Sequence[Cell]) -> _Written:
    return cells, ["true" if cell else "false" for cell in cells]


def _decimals(cells: Sequence[Cell]) -> _Written:
    """Numbers by their digits; of one that has no room no digits."""
    numbers: Sequence[Decimal | None] = cells  # type: ignore[assignment]
    if all(one is numbers[0] for one in numbers):  # none is there, or all values are sure
        stored = [_digits(one) for one in numbers[:1]] * len(numbers)
    else:
        stored = _each_in_digits(numbers)
    return stored, [cell or "" for cell in stored]


def _each_in_digits(numbers: Sequence[Decimal | None]) -> list[str | None]:
    """The digits of each number; short ones without exponent are cut here as ``_digits`` does."""
    texts = ["" if one is None else str(one) for one in numbers]
    if _NOT_PLAIN.search(_APART.join(texts)):
        return list(map(_digits, numbers))
    return [
        _digits(one)
        if len(text) > SHORT or "E" in text
        else text.rstrip("0").rstrip(".")
        if "." in text
        else text or None
        for one, text in zip(numbers, texts, strict=True)
    ]


def _digits(number: Decimal | None) -> str | None:
    """What ``positional`` writes of the number as ``exact`` holds it."""
    if number is None:
        return None
    text = str(number)
    if (len(text) > SHORT or "E" in text or not number.is_finite()) and not _PLAIN.fullmatch(text):
        held = exact(number)
        return None if held is None else positional(held)
    if not number:
        return "0"
    return text.rstrip("0").rstrip(".") if "." in text else text


_ENCODERS: Mapping[ColumnKind, Callable[[Sequence[Cell]], _Written]] = {
    ColumnKind.TEXT: _texts,
    ColumnKind.TEXTS: _lists,
    ColumnKind.INTEGER: _integers,
    ColumnKind.DECIMAL: _decimals,
    ColumnKind.BOOLEAN: _booleans,
}
