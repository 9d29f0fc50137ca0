"""What was read, for notebooks: the same tables as a run writes, as pandas frames."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.checks.runner import check_folder
from pipeline.checks.view.folder import folder_of
from pipeline.engine import collecting_seldom
from pipeline.lexicon.taught import taught
from pipeline.model.finding import Extraction, Finding
from pipeline.model.source import RawDocument
from pipeline.model.value import Record
from pipeline.read.decode.damage import find_damage
from pipeline.read.found import find_documents
from pipeline.review.decisions import read_decisions
from pipeline.review.revise import revise
from pipeline.review.teaching import read_teaching, spoiled_findings
from pipeline.stream import read_documents
from pipeline.worker import extract_checked
from pipeline.write.column import ColumnKind, Row, storable
from pipeline.write.layout import TABLES
from pipeline.write.readings import value_rows
from pipeline.write.refusal import RawMissingError
from pipeline.write.rows import (
    counted_row,
    document_row,
    finding_row,
    open_counts,
    record_row,
)

if TYPE_CHECKING:
    import pandas as pd

DTYPES = {ColumnKind.INTEGER: "Int64", ColumnKind.DECIMAL: "Float64", ColumnKind.BOOLEAN: "bool"}


@dataclass(frozen=True)
class Result:
    r"""Documents with all that was read from them.

    >>> import pipeline
    >>> town = pipeline.read_text("Springfield\nCountry: Canada\nArea: 425 km²\n")
    >>> [record.one("area_km2").value for record in town.records]
    [Decimal('425')]
    >>> town.to_pandas()["area_km2"].tolist()
    [425.0]
    """

    extractions: tuple[Extraction, ...]
    over_folder: tuple[Finding, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """The place profiles, in the order of the texts."""
        return tuple(record for one in self.extractions for record in one.records)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What looks wrong: within documents, then between them."""
        within = (finding for one in self.extractions for finding in one.findings)
        return (*within, *self.over_folder)

    def to_pandas(self, table: str = "records") -> pd.DataFrame:
        """One table as a frame: ``documents``, ``records``, ``values`` or ``findings``.

        Decimals become floats, for statistics; `records` has them as read.
        """
        import pandas as pd

        columns = {table.name: table.columns for table in TABLES}[table]
        rows = (tuple(map(storable, row)) for row in ROWS[table](self))
        frame = pd.DataFrame(rows, columns=[column.name for column in columns])
        return frame.astype({c.name: DTYPES[c.kind] for c in columns if c.kind in DTYPES})


def result_of_text(text: str, today: date) -> Result:
    """What one text says."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = RawDocument("text", digest, "txt", "", "given as text", text, find_damage(text))
    with collecting_seldom():
        return Result((extract_checked(document, today),))


def result_of_folder(raw: str | PathLike[str], workers: int, today: date) -> Result:
    """What the documents below a folder say, after the decisions that stand beside them."""
    folder = Path(raw)
    if not folder.is_dir():
        raise RawMissingError(folder)
    lesson = read_teaching(folder)
    with taught(lesson.teaching), collecting_seldom():
        read = tuple(read_documents(tuple(find_documents(folder)), today, workers))
        over_folder = (*check_folder(folder_of(read, today)), *spoiled_findings(lesson))
        revision = revise(read, over_folder, read_decisions(folder), today)
    return Result(tuple(map(revision.of, read)), revision.over_folder)


def _record_rows(result: Result) -> Iterator[Row]:
    counts = open_counts(result.findings)
    return (counted_row(record_row(record), counts) for record in result.records)


ROWS: dict[str, Callable[[Result], Iterator[Row]]] = {
    "documents": lambda result: map(document_row, result.extractions),
    "records": _record_rows,
    "values": lambda result: (row for one in result.extractions for row in value_rows(one)),
    "findings": lambda result: map(finding_row, result.findings),
}
