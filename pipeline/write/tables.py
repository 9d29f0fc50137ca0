"""The four tables of a run, filled sheet by sheet in the order of the documents."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.write.encode import Rows
from pipeline.write.layout import tables
from pipeline.write.sheet import Sheet
from pipeline.write.table import TableWriter


class Tables:
    """Open tables of a folder; nothing of a sheet is kept once its row groups are written."""

    def __init__(self, folder: Path, excel: bool = False) -> None:
        """``excel`` puts a byte-order mark before each CSV."""
        self._files = ExitStack()
        self._writers = {
            table.name: self._files.enter_context(TableWriter(folder, table, excel=excel))
            for table in tables()
        }

    def add(self, sheet: Sheet) -> None:
        """Appends what a document left."""
        for name, writer in self._writers.items():
            rows: Rows = getattr(sheet, name)
            writer.add(rows.csv, rows.batch)

    def __enter__(self) -> Self:
        """The tables; leaving the block completes the files."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Completes the files."""
        self._files.close()
