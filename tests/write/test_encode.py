"""Columns as the files hold them: every cell as ``csv_cell`` writes what is storable of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.write.column import Column, ColumnKind, Table, csv_cell, storable
from pipeline.write.encode import encoded, encoded_columns

COLUMNS = [
    (ColumnKind.TEXT, ("a", "a", "a")),
    (ColumnKind.TEXT, ("1,220", 'a "b"', "=1+1", "-5.2", "two\nlines", "", "\r", "@x")),
    (ColumnKind.TEXT, ("a\ud800b", "a,\ud800", "=\udfff")),
    (ColumnKind.TEXTS, ((), ("2020-01-01",), ("a,b", "=c"), ("\ud800",))),
    (ColumnKind.INTEGER, (None, 0, -5, 2**62)),
    (ColumnKind.BOOLEAN, (True, False)),
    (ColumnKind.DECIMAL, (None, None)),
    (ColumnKind.DECIMAL, (Decimal(1), Decimal(1))),
    (
        ColumnKind.DECIMAL,
        tuple(map(Decimal, ("0", "-0.00", "118.40", "1E+3", "1E-7", "-2.50", "100", "0.1234567890125"))),
    ),
    (
        ColumnKind.DECIMAL,
        (None, *map(Decimal, ("118.40", "0.00", "12000", "0", "-7.50", "0.33333333333333"))),
    ),
    (ColumnKind.DECIMAL, (None, *map(Decimal, ("118.40", "0.00", "12000", "-0", "0.50")))),
    (ColumnKind.TEXT, ("plain", "a\0-b", "c\0=d", "")),
    (ColumnKind.DECIMAL, tuple(map(Decimal, ("1E+40", "Infinity", "NaN", "9" * 26, "9" * 27)))),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "cells"), COLUMNS)
def test_cells_are_those_written_one_by_one(kind, cells):
    table = Table("t", "", "c", (Column("c", kind, ""),))
    rows = encoded_columns(table, [cells])
    stored = [storable(cell) for cell in cells]
    assert rows.lines == tuple(f"{csv_cell(cell)}\n" for cell in stored)
    held = rows.batch.column("c").to_pylist()
    assert held == [list(one) if isinstance(one, tuple) else one for one in stored]
    assert encoded(table, [(cell,) for cell in cells]) == rows


def test_no_rows_are_no_lines():
    table = Table("t", "", "c", (Column("c", ColumnKind.DECIMAL, ""),))
    assert encoded(table, []).lines == ()
