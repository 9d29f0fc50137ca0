"""Rows of the tables: what a document gave, in the order of the columns."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pipeline.checks.priority import priority
from pipeline.model.finding import Extraction, Finding, Severity, Status, Suggestion
from pipeline.model.value import Record
from pipeline.write.cell import field_cells
from pipeline.write.column import LIST_MARK, Cell, Row
from pipeline.write.layout import records_table

Counts = Mapping[tuple[str, Severity], int]


def document_row(extraction: Extraction) -> Row:
    """The row of ``documents``."""
    document = extraction.document
    return (
        document.path,
        document.sha256,
        document.format,
        document.encoding,
        document.detection,
        len(document.repairs),
        len(extraction.records),
        len(extraction.numbers),
        extraction.accounted,
    )


def record_columns(records: Sequence[Record], counts: Counts) -> tuple[Sequence[Cell], ...]:
    """The columns of ``records``, with how many findings are open on each."""
    held = frozenset(field for record in records for field in record.fields_held)
    return (
        [record.id for record in records],
        [record.document for record in records],
        [record.line_start for record in records],
        [record.line_end for record in records],
        *(field_cells(records, column, held) for column in records_table().columns[4:-4]),
        *([counts.get((one.id, severity), 0) for one in records] for severity in Severity),
        [record.completeness for record in records],
    )


def record_row(record: Record) -> Row:
    """The row of ``records`` while nobody knows yet how many findings are open on it."""
    return tuple(cells[0] for cells in record_columns((record,), {}))


def counted_row(row: Row, counts: Counts) -> Row:
    """A row of ``records`` with how many findings are open on it."""
    found = (counts.get((str(row[0]), severity), 0) for severity in Severity)
    return (*row[:-4], *found, row[-1])


def open_counts(findings: Iterable[Finding]) -> Counts:
    """How many findings are open per record and severity."""
    return Counter((f.record_id, f.severity) for f in findings if f.status is Status.OPEN)


def finding_row(finding: Finding) -> Row:
    """The row of ``findings``."""
    best = next(iter(finding.suggestions), None)
    return (
        finding.id,
        finding.code,
        finding.severity.value,
        finding.record_id,
        finding.field,
        LIST_MARK.join(finding.fields),
        finding.message,
        finding.computed,
        finding.document,
        finding.line,
        finding.column,
        finding.start,
        finding.end,
        finding.text,
        _json([mention._asdict() for mention in finding.evidence]),
        best.value if best else "",
        best.reason if best else "",
        _json([_suggestion(s) for s in finding.suggestions]),
        finding.status.value,
        finding.decided_by,
        finding.decided_at,
        priority(finding),
    )


def _suggestion(suggestion: Suggestion) -> dict[str, object]:
    return {**suggestion._asdict(), "changes": [c._asdict() for c in suggestion.changes]}


def _json(objects: list[dict[str, object]]) -> str:
    return json.dumps(objects, ensure_ascii=False)
