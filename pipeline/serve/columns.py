"""The columns of findings and records that the queue is held in, read and made numbers."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.model.finding import Status
from pipeline.review.refusal import NoFindingsError

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Rows = np.ndarray[tuple[int], np.dtype[np.int64]]

COLUMNS = (
    "finding_id", "code", "severity", "record_id", "field", "fields", "message", "document",
    "line", "start", "text", "status", "priority", "suggestion_reason",
)  # fmt: skip
RECORD_COLUMNS = ("record_id", "document", "line_start", "line_end", "name", "country")
WITHDRAWN = "withdrawn"  # a stale decision that was taken back
TAUGHT = "taught"  # what a person taught since will answer it at the next run
STATUSES = (*(str(status) for status in Status), WITHDRAWN, TAUGHT)
UNANSWERED = (Status.OPEN, Status.STALE)
STALE_PRIORITY = 0.5  # a decision that lost its finding is looked at among the warnings


class Brief(NamedTuple):
    """A finding as the queue lists it."""

    id: str
    code: str
    severity: str
    record_id: str
    name: str
    country: str
    field: str
    message: str
    document: str
    line: int
    text: str
    status: str
    mark: str


class PlaceRow(NamedTuple):
    """Where a record stands and whose it is."""

    record_id: str
    document: str
    line_start: int
    line_end: int
    name: str
    country: str


def statuses_of(column: pa.ChunkedArray) -> Rows:
    """A column of statuses as places in ``STATUSES``."""
    import pyarrow as pa
    import pyarrow.compute as pc

    numbers: Rows = pc.index_in(column, value_set=pa.array(STATUSES)).to_numpy().astype("int64")
    return numbers


def read_columns(output: Path, table: str, columns: Iterable[str]) -> pa.Table:
    """Some columns of a table that a run wrote.

    Raises:
        NoFindingsError: the folder holds no output of a run, or one of an older version.
    """
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(output / f"{table}.parquet") as file:
            known = file.schema_arrow.names
            if not set(columns).issubset(known):  # an output of an older version
                raise NoFindingsError(output)
            return file.read(columns=list(columns)).combine_chunks()
    except (OSError, ValueError) as error:
        raise NoFindingsError(output) from error
