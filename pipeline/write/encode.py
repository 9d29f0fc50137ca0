"""Rows as the files hold them: lines of CSV and an Arrow batch, encoded a column at a time.

A column has few different texts and is often the same all the way down, so that what a cell costs
is asked of the different ones only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from pipeline.write.column import (
    NEEDS_CARE,
    Cell,
    ColumnKind,
    Row,
    Table,
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


class Rows(NamedTuple):
    """Rows of one table: its lines of CSV as bytes, how many characters each has, and a batch."""

    csv: bytes
    sizes: tuple[int, ...]
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
    return Rows("".join(lines).encode("utf-8"), tuple(map(len, lines)), batch)


def encoded(table: Table, rows: Sequence[Row]) -> Rows:
    """Rows as the files hold them."""
    columns = list(zip(*rows, strict=True)) if rows else [() for _ in table.columns]
    return encoded_columns(table, columns)


def encoded_columns(table: Table, columns: Sequence[Sequence[Cell]]) -> Rows:
    """Rows as the files hold them, given column by column."""
    import pyarrow as pa

    schema = arrow_schema(table)
    pairs = [_ENCODERS[c.kind](cells) for c, cells in zip(table.columns, columns, strict=True)]
    arrays = [_array(one.stored, kind) for one, kind in zip(pairs, schema.types, strict=True)]
    lines = [f"{','.join(cells)}\n" for cells in zip(*(one.written for one in pairs), strict=True)]
    return rows_of(lines, pa.RecordBatch.from_arrays(arrays, schema=schema))


class _Encoded(NamedTuple):
    """A column as Arrow takes it, and the cells of its CSV."""

    stored: Sequence[object]
    written: Sequence[str]


def _array(stored: Sequence[object], kind: pa.DataType) -> pa.Array:
    """Decimals are handed over as digits, of which Arrow makes them faster than of objects."""
    import pyarrow as pa

    if pa.types.is_decimal(kind):
        return pa.array(stored, pa.string()).cast(kind)
    return pa.array(stored, kind)


def _texts(cells: Sequence[Cell]) -> _Encoded:
    texts: Sequence[str] = cells  # type: ignore[assignment]
    different = set(texts)
    if not _are_encodable(different):
        texts = [str(storable(text)) for text in texts]
        different = set(texts)
    needs = NEEDS_CARE.search
    careful = {text: csv_cell(text) for text in different if needs(text)}
    return _Encoded(texts, [careful.get(text, text) for text in texts] if careful else texts)


def _are_encodable(texts: set[str]) -> bool:
    try:
        "".join(texts).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _lists(cells: Sequence[Cell]) -> _Encoded:
    stored = [storable(cell) for cell in cells]
    return _Encoded(stored, list(map(csv_cell, stored)))


def _integers(cells: Sequence[Cell]) -> _Encoded:
    return _Encoded(cells, ["" if cell is None else str(cell) for cell in cells])


def _booleans(cells: Sequence[Cell]) -> _Encoded:
    return _Encoded(cells, ["true" if cell else "false" for cell in cells])


def _decimals(cells: Sequence[Cell]) -> _Encoded:
    """Numbers by their digits; of one that has no room no digits."""
    numbers: Sequence[Decimal | None] = cells  # type: ignore[assignment]
    if all(one is numbers[0] for one in numbers):  # none is there, or all values are sure
        stored = [_digits(one) for one in numbers[:1]] * len(numbers)
    else:
        stored = [_digits(one) for one in numbers]
    return _Encoded(stored, [cell or "" for cell in stored])


def _digits(number: Decimal | None) -> str | None:
    """What ``positional`` writes of the number as ``exact`` holds it."""
    if number is None:
        return None
    text = str(number)
    if not _PLAIN.fullmatch(text):
        held = exact(number)
        return None if held is None else positional(held)
    if not number:
        return "0"
    return text.rstrip("0").rstrip(".") if "." in text else text


_ENCODERS: Mapping[ColumnKind, Callable[[Sequence[Cell]], _Encoded]] = {
    ColumnKind.TEXT: _texts,
    ColumnKind.TEXTS: _lists,
    ColumnKind.INTEGER: _integers,
    ColumnKind.DECIMAL: _decimals,
    ColumnKind.BOOLEAN: _booleans,
}
