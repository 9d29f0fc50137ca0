"""What one document leaves in the tables, in the form the files have: made once, then only copied.

A sheet is made where the document is read (a worker), packed for the way and for the cache, and
appended to the tables by the run. Nothing of it is an object of the document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from pipeline.model.finding import Extraction, Finding, Severity, Status
from pipeline.write.encode import Rows, encoded, encoded_columns, rows_of
from pipeline.write.layout import DOCUMENTS, FINDINGS, VALUES, records_table, tables
from pipeline.write.package import kept_text
from pipeline.write.readings import value_columns
from pipeline.write.reporting.figures import Figures, figures_of
from pipeline.write.reporting.top import Impact, impact
from pipeline.write.rows import (
    document_row,
    finding_row,
    open_counts,
    record_columns,
)

COUNTED = tuple(f"{severity.value}s" for severity in Severity)


class Mark(NamedTuple):
    """A finding without its words: where it stands, how grave it is, what it is counted by."""

    impact: Impact
    start: int
    code: str
    id: str
    severity: str
    status: str
    record_id: str


class Sheet(NamedTuple):
    """All that a run needs of a document; ``text`` is kept only where it is not the file's own."""

    document: str
    sha256: str
    text: str
    figures: Figures
    documents: Rows
    records: Rows
    values: Rows
    findings: Rows
    marks: tuple[Mark, ...]


def sheet_of(extraction: Extraction) -> Sheet:
    """The sheet of a document with the findings that it has itself."""
    document = extraction.document
    counts = open_counts(extraction.findings)
    found = sorted(extraction.findings, key=attrgetter("start", "code", "id"))
    return Sheet(
        document.path,
        document.sha256,
        kept_text(document),
        figures_of(extraction),
        encoded(DOCUMENTS, [document_row(extraction)]),
        encoded_columns(records_table(), record_columns(extraction.records, counts)),
        encoded_columns(VALUES, value_columns(extraction)),
        encoded(FINDINGS, list(map(finding_row, found))),
        tuple(map(_mark, found)),
    )


def with_findings(sheet: Sheet, more: Sequence[Finding]) -> Sheet:
    """The sheet with findings of checks over the folder in their places, records counted anew."""
    import pyarrow as pa

    if not more:
        return sheet
    added = encoded(FINDINGS, list(map(finding_row, more)))
    marks = (*sheet.marks, *map(_mark, more))
    order = sorted(
        range(len(marks)), key=lambda at: (marks[at].start, marks[at].code, marks[at].id)
    )
    both = pa.concat_batches([sheet.findings.batch, added.batch])
    lines = (*sheet.findings.lines, *added.lines)
    findings = rows_of([lines[at] for at in order], both.take(order))
    marks = tuple(marks[at] for at in order)
    return sheet._replace(findings=findings, marks=marks, records=_recounted(sheet.records, marks))


def found_in(document: str, findings: Sequence[Finding]) -> Sheet:
    """The sheet of a document that is not there: what is told of it all the same."""
    nothing = {table.name: encoded(table, []) for table in tables()}
    empty = Sheet(document, "", "", Figures(document), **nothing, marks=())
    return with_findings(empty, findings)


def _mark(finding: Finding) -> Mark:
    return Mark(
        impact(finding),
        finding.start,
        finding.code,
        finding.id,
        finding.severity.value,
        finding.status.value,
        finding.record_id,
    )


def _recounted(records: Rows, marks: Iterable[Mark]) -> Rows:
    """Records with how many findings are open on them, in the last columns but one."""
    import pyarrow as pa

    counts = Counter((m.record_id, m.severity) for m in marks if m.status == Status.OPEN)
    ids = records.batch.column("record_id").to_pylist()
    columns = [[counts[id_, severity.value] for id_ in ids] for severity in Severity]
    batch = records.batch
    for name, column in zip(COUNTED, columns, strict=True):
        at = batch.schema.get_field_index(name)
        batch = batch.set_column(at, batch.schema.field(at), pa.array(column, pa.int64()))
    ends = (line.rsplit(",", len(COUNTED) + 1) for line in records.lines)
    lines = [
        ",".join((end[0], *map(str, row), end[-1]))
        for end, row in zip(ends, zip(*columns, strict=True), strict=True)
    ]
    return rows_of(lines, batch)
