"""One table as files: encoded rows appended to CSV and Parquet, the same bytes every time."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pipeline.write.column import Column, Table, arrow_type

if TYPE_CHECKING:
    import pyarrow as pa

BYTE_ORDER_MARK = "\ufeff"
MOST_PENDING = 64  # batches that wait one by one for their row group
ROW_GROUP = 16_384  # rows of the Parquet files that are written, and found, together

_SCHEMAS: dict[Table, pa.Schema] = {}
GROUP = 4096  # rows that a reader of one row has to unpack


class TableWriter:
    """Writes one table to ``NAME.csv`` and ``NAME.parquet`` of a folder, batch by batch.

    ``excel`` puts a byte-order mark before the CSV, without which Excel misreads it.
    """

    def __init__(self, folder: Path, table: Table, *, excel: bool = False) -> None:
        from pyarrow.parquet import ParquetWriter

        self.schema = arrow_schema(table)
        self.files = ExitStack()
        path = folder / f"{table.name}.csv"
        self.csv = self.files.enter_context(path.open("wb"))
        self.parquet = self.files.enter_context(
            ParquetWriter(folder / f"{table.name}.parquet", self.schema, compression="zstd")
        )
        self.beside = self.files.enter_context(ThreadPoolExecutor(1))
        self.writing: Future[None] | None = None
        self.pending: list[pa.RecordBatch] = []
        self.waiting = 0
        names = ",".join(column.name for column in table.columns)
        self.csv.write(f"{BYTE_ORDER_MARK if excel else ''}{names}\n".encode())

    def add(self, csv: bytes, batch: pa.RecordBatch) -> None:
        """Appends encoded rows; they reach the Parquet file when a row group is full."""
        import pyarrow as pa

        self.csv.write(csv)
        if batch.num_rows:
            self.pending.append(batch)
            self.waiting += batch.num_rows
        if len(self.pending) >= MOST_PENDING:
            # copied together: a batch keeps the whole sheet alive that it was cut from
            table = pa.Table.from_batches(self.pending, self.schema).combine_chunks()
            self.pending = table.to_batches()
        if self.waiting >= ROW_GROUP:
            self._settle()

    def _settle(self) -> None:
        """Has the rows that wait written by a second thread, one row group after the other."""
        import pyarrow as pa

        if self.writing:
            self.writing.result()
        if self.pending:
            table = pa.Table.from_batches(self.pending, self.schema)
            self.writing = self.beside.submit(self.parquet.write_table, table, self.waiting)
            self.pending, self.waiting = [], 0

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
        with self.files:
            self._settle()
            if self.writing:
                self.writing.result()


def arrow_schema(table: Table) -> pa.Schema:
    """The Parquet schema of a table; units and meanings go with the columns."""
    import pyarrow as pa

    if table not in _SCHEMAS:
        fields = (pa.field(c.name, arrow_type(c.kind), metadata=_said(c)) for c in table.columns)
        _SCHEMAS[table] = pa.schema(fields)
    return _SCHEMAS[table]


def _said(column: Column) -> dict[str, str]:
    return {"doc": column.doc, "unit": column.unit} if column.unit else {"doc": column.doc}
