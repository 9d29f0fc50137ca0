"""The four tables of a run, filled batch by batch while documents are still being read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from pipeline.model.finding import Extraction, Finding
from pipeline.write.column import Row
from pipeline.write.layout import tables
from pipeline.write.rows import (
    counted_row,
    document_row,
    finding_row,
    open_counts,
    record_row,
    value_rows,
)
from pipeline.write.table import TableWriter


@dataclass
class Tables:
    """Open tables of a folder: documents and values are written as they come.

    Rows of records wait for the findings over the whole folder, which are counted in them.
    """

    folder: Path
    excel: bool = False
    record_rows: list[Row] = field(default_factory=list)
    files: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Self:
        """The tables, opened."""
        self.documents, self.records, self.values, self.findings = (
            self.files.enter_context(TableWriter(self.folder, table, excel=self.excel))
            for table in tables()
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Completes the files."""
        self.files.close()

    def add(self, extractions: Sequence[Extraction]) -> None:
        """Writes what a batch of documents gave."""
        for extraction in extractions:
            self.record_rows += map(record_row, extraction.records)
        self.documents.add(map(document_row, extractions))
        self.values.add(row for extraction in extractions for row in value_rows(extraction))

    def finish(self, findings: Iterable[Finding]) -> None:
        """Writes findings, and records with the number of their open ones."""
        found = tuple(findings)
        counts = open_counts(found)
        self.records.add(counted_row(row, counts) for row in self.record_rows)
        self.findings.add(map(finding_row, found))
