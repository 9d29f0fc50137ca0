"""One table as files: rows appended in batches to CSV and Parquet, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pipeline.write.column import Column, Row, Table, arrow_type, csv_cell, storable

if TYPE_CHECKING:
    import pyarrow as pa

BYTE_ORDER_MARK = "\ufeff"
GROUP = 4096  # rows that a reader of one row has to unpack


class TableWriter:
    """Writes one table to ``NAME.csv`` and ``NAME.parquet`` of a folder, batch by batch.

    ``excel`` puts a byte-order mark before the CSV, without which Excel misreads it.
    """

    def __init__(self, folder: Path, table: Table, *, excel: bool = False) -> None:
        from pyarrow.parquet import ParquetWriter

        self.schema = arrow_schema(table.columns)
        self.files = ExitStack()
        path = folder / f"{table.name}.csv"
        self.csv = self.files.enter_context(path.open("w", encoding="utf-8", newline=""))
        self.parquet = self.files.enter_context(
            ParquetWriter(folder / f"{table.name}.parquet", self.schema, compression="zstd")
        )
        names = ",".join(column.name for column in table.columns)
        self.csv.write(f"{BYTE_ORDER_MARK if excel else ''}{names}\n")

    def add(self, rows: Iterable[Row]) -> None:
        """Appends rows in the order of the table's columns, in small row groups of Parquet."""
        batch = [tuple(map(storable, row)) for row in rows]
        if batch:
            self.csv.writelines(f"{','.join(map(csv_cell, row))}\n" for row in batch)
            self.parquet.write_batch(arrow_batch(batch, self.schema), row_group_size=GROUP)

    def __enter__(self) -> Self:
        """The writer itself; leaving the block completes the files."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Completes the files."""
        self.files.close()


def arrow_schema(columns: Iterable[Column]) -> pa.Schema:
    """The Parquet schema of a table; units and meanings go with the columns."""
    import pyarrow as pa

    return pa.schema([pa.field(c.name, arrow_type(c.kind), metadata=_said(c)) for c in columns])


def arrow_batch(rows: Iterable[Row], schema: pa.Schema) -> pa.RecordBatch:
    """Storable rows as columns."""
    import pyarrow as pa

    columns = zip(*rows, strict=True)
    arrays = [pa.array(cells, kind) for cells, kind in zip(columns, schema.types, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _said(column: Column) -> dict[str, str]:
    return {"doc": column.doc, "unit": column.unit} if column.unit else {"doc": column.doc}
