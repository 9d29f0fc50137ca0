"""What one document leaves in the tables, in the form the files have: made once, then only copied.

A sheet is made where the document is read (a worker), packed for the way and for the cache, and
appended to the tables by the run. Nothing of it is an object of the document.
"""

from __future__ import annotations

import json
import struct
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pipeline.checks.card import Card, Cell, Place
from pipeline.model.finding import Extraction, Finding, Severity, Status
from pipeline.write.layout import DOCUMENTS, FINDINGS, VALUES, records_table, tables
from pipeline.write.package import kept_text
from pipeline.write.report_count import Figures, figures_of
from pipeline.write.report_top import Impact, impact
from pipeline.write.rows import (
    counted_row,
    document_row,
    finding_row,
    open_counts,
    record_row,
    value_rows,
)
from pipeline.write.table import arrow_schema, encoded

if TYPE_CHECKING:
    import pyarrow as pa

Made = TypeVar("Made")

COUNTED = tuple(f"{severity.value}s" for severity in Severity)
SIZES = struct.Struct("<II")


class Rows(NamedTuple):
    """Rows of one table: its lines of CSV, and the same rows as one Arrow batch."""

    lines: tuple[str, ...]
    batch: pa.RecordBatch


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
        Rows(*encoded(DOCUMENTS, [document_row(extraction)])),
        Rows(
            *encoded(
                records_table(),
                [counted_row(record_row(one), counts) for one in extraction.records],
            )
        ),
        Rows(*encoded(VALUES, list(value_rows(extraction)))),
        Rows(*encoded(FINDINGS, list(map(finding_row, found)))),
        tuple(map(_mark, found)),
    )


def with_findings(sheet: Sheet, more: Sequence[Finding]) -> Sheet:
    """The sheet with findings of checks over the folder in their places, records counted anew."""
    import pyarrow as pa

    if not more:
        return sheet
    added = Rows(*encoded(FINDINGS, list(map(finding_row, more))))
    marks = (*sheet.marks, *map(_mark, more))
    order = sorted(
        range(len(marks)), key=lambda at: (marks[at].start, marks[at].code, marks[at].id)
    )
    both = pa.concat_batches([sheet.findings.batch, added.batch])
    lines = (*sheet.findings.lines, *added.lines)
    findings = Rows(tuple(lines[at] for at in order), both.take(order))
    marks = tuple(marks[at] for at in order)
    return sheet._replace(findings=findings, marks=marks, records=_recounted(sheet.records, marks))


def found_in(document: str, findings: Sequence[Finding]) -> Sheet:
    """The sheet of a document that is not there: what is told of it all the same."""
    nothing = {table.name: Rows(*encoded(table, [])) for table in tables()}
    empty = Sheet(document, "", "", Figures(document), **nothing, marks=())
    return with_findings(empty, findings)


def pack(sheet: Sheet, card: Card) -> bytes:
    """A sheet with its card as bytes, compressed; ``unpack`` and ``unpack_card`` read them."""
    head = _compressed(json.dumps(card).encode())
    rows = {table.name: getattr(sheet, table.name) for table in tables()}
    plain = [
        *sheet[:3],
        [*sheet.figures[:-1], str(sheet.figures.completeness)],
        {name: own.lines for name, own in rows.items()},
        sheet.marks,
    ]
    parts = [json.dumps(plain).encode(), *(bytes(r.batch.serialize()) for r in rows.values())]
    sizes = struct.pack(f"<{len(parts)}I", *map(len, parts))
    body = _compressed(b"".join((sizes, *parts)))
    return SIZES.pack(len(head), len(body)) + head + body


def unpack_card(packed: bytes) -> Card:
    """The card alone."""
    size, _ = SIZES.unpack_from(packed)
    given = json.loads(_plain(packed[SIZES.size : SIZES.size + size]))
    document, sha256, sketch, places, cells = given
    return Card(
        document,
        sha256,
        tuple(sketch),
        _each(Place._make, places),
        _each(Cell._make, cells),
    )


def unpack(packed: bytes) -> Sheet:
    """The sheet alone."""
    import pyarrow as pa

    size, _ = SIZES.unpack_from(packed)
    body = _plain(packed[SIZES.size + size :])
    known = tables()
    count = 1 + len(known)
    sizes = struct.unpack_from(f"<{count}I", body)
    parts = list(_cut(memoryview(body)[4 * count :], sizes))
    document, sha256, text, figures, lines, marks = json.loads(bytes(parts[0]))
    rows = {
        table.name: Rows(
            tuple(lines[table.name]),
            pa.ipc.read_record_batch(pa.py_buffer(part), arrow_schema(table)),
        )
        for table, part in zip(known, parts[1:], strict=True)
    }
    *totals, sizes, cells, complete = figures
    places = (_each(tuple, sizes), _each(tuple, cells))
    counted = Figures._make((*totals, *places, Decimal(complete)))
    found = tuple(Mark(tuple(impact_), *rest) for impact_, *rest in marks)
    return Sheet(document, sha256, text, counted, **rows, marks=found)


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
    lines = tuple(
        ",".join((end[0], *map(str, row), end[-1]))
        for end, row in zip(ends, zip(*columns, strict=True), strict=True)
    )
    return Rows(lines, batch)


def _each(make: Callable[[Sequence[Any]], Made], rows: Iterable[Sequence[Any]]) -> tuple[Made, ...]:
    return tuple(map(make, rows))


def _cut(body: memoryview, sizes: Iterable[int]) -> Iterator[memoryview]:
    at = 0
    for size in sizes:
        yield body[at : at + size]
        at += size


def _compressed(content: bytes) -> bytes:
    import pyarrow as pa

    packed: bytes = pa.compress(content, "zstd", asbytes=True)
    return struct.pack("<I", len(content)) + packed


def _plain(packed: bytes) -> bytes:
    import pyarrow as pa

    (size,) = struct.unpack_from("<I", packed)
    content: bytes = pa.decompress(packed[4:], size, "zstd", asbytes=True)
    return content
