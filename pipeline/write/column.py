"""What a column of a table holds, and how one cell of it is written in Parquet and in CSV."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.write.escape import FORMULA, spreadsheet

if TYPE_CHECKING:
    import pyarrow as pa

Cell = str | int | Decimal | bool | tuple[str, ...] | None
Row = tuple[Cell, ...]

PLACES = Decimal("1e-12")
EXACT = Context(prec=38, rounding=ROUND_HALF_EVEN)
LARGEST_INTEGER = 2**63 - 1
LIST_MARK = ";"
NEGATIVE_NUMBER = re.compile(r"-[0-9]+(?:\.[0-9]+)?")
NEEDS_QUOTES = re.compile(r'[",\r\n]')
NEEDS_CARE = re.compile(r'[",\r\n]|\A[-=+@\t]')  # or a guard against spreadsheets


class ColumnKind(StrEnum):
    """The types of columns; ``TEXTS`` is a list in Parquet, joined by ``;`` in CSV."""

    TEXT = "text"
    TEXTS = "texts"
    INTEGER = "integer"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"


class Column(NamedTuple):
    """One column of a table, as users rely on it."""

    name: str
    kind: ColumnKind
    doc: str
    unit: str = ""


class Table(NamedTuple):
    """One table: its name is that of its files."""

    name: str
    doc: str
    key: str
    columns: tuple[Column, ...]


def exact(number: Decimal | None) -> Decimal | None:
    """The number as decimal128(38, 12) holds it, half-even; None where it has no room for it."""
    if number is None or not number.is_finite():
        return None
    try:
        return number.quantize(PLACES, context=EXACT)
    except InvalidOperation:
        return None


def whole(number: Decimal | None) -> int | None:
    """The number as a 64-bit integer; None where it is none."""
    if number is None or exact(number) is None or number != number.to_integral_value():
        return None
    return int(number) if abs(number) <= LARGEST_INTEGER else None


def positional(number: Decimal) -> str:
    """The number in plain digits, without exponent, padding or a sign on zero."""
    if not number:
        return "0"
    digits = str(number)
    if "E" in digits:
        digits = f"{number:f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


@cache
def arrow_type(kind: ColumnKind) -> pa.DataType:
    """The Parquet type of a column."""
    import pyarrow as pa

    return {
        ColumnKind.TEXT: pa.string(),
        ColumnKind.TEXTS: pa.list_(pa.string()),
        ColumnKind.INTEGER: pa.int64(),
        ColumnKind.DECIMAL: pa.decimal128(EXACT.prec, 12),
        ColumnKind.BOOLEAN: pa.bool_(),
    }[kind]


def storable(cell: Cell) -> Cell:
    """The cell as every format can hold it: rounded to its type, without lone surrogates."""
    if isinstance(cell, Decimal):
        return exact(cell)
    if isinstance(cell, tuple):
        return tuple(_encodable(text) for text in cell)
    return _encodable(cell) if isinstance(cell, str) else cell


def csv_cell(cell: Cell) -> str:
    """A storable cell by RFC 4180, with text that a spreadsheet would run made harmless."""
    if isinstance(cell, str | tuple):
        return _quoted(_guarded(cell if isinstance(cell, str) else LIST_MARK.join(cell)))
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, Decimal):
        return positional(cell)
    return "" if cell is None else str(cell)


def _encodable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _guarded(text: str) -> str:
    if not text.startswith(FORMULA) or NEGATIVE_NUMBER.fullmatch(text):
        return text
    return spreadsheet(text)


def _quoted(text: str) -> str:
    """Quoted where it must be; Python 3.11's csv leaves a lone carriage return bare."""
    if not NEEDS_QUOTES.search(text):
        return text
    doubled = text.replace('"', '""') if '"' in text else text
    return f'"{doubled}"'
