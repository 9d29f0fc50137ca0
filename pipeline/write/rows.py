"""Rows of the tables: what a document gave, in the order of the columns."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from pipeline.checks.priority import priority
from pipeline.lexicon.taught import teaching_in_force
from pipeline.model.finding import Extraction, Finding, Severity, Status, Suggestion
from pipeline.model.source import RawDocument
from pipeline.model.value import Evidence, Record, Value
from pipeline.write.column import LIST_MARK, Cell, Column, ColumnKind, Row, positional, whole
from pipeline.write.layout import AGREEMENTS, AS_OF, CURRENCY, records_table

ISO_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
LONGEST_NUMBER = 60  # digits; a longer one is written with its exponent

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


def value_rows(extraction: Extraction) -> Iterator[Row]:
    """The rows of ``values``: every reading of the document, in the order of its records."""
    for record in extraction.records:
        for value in record.values:
            yield _value_row(extraction.document, record, value)


def record_row(record: Record) -> Row:
    """The row of ``records`` while nobody knows yet how many findings are open on it."""
    return (
        record.id,
        record.document,
        record.line_start,
        record.line_end,
        *(_field_cell(record, column) for column in records_table().columns[4:-4]),
        *(0 for _ in Severity),
        record.completeness,
    )


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


def as_text(value: Decimal | str) -> str:
    """What was read, as text: digits without exponent as long as a person can read them."""
    if isinstance(value, str):
        return value
    return positional(value) if abs(value.adjusted()) < LONGEST_NUMBER else str(value)


def _value_row(document: RawDocument, record: Record, value: Value) -> Row:
    reading = (value.id, record.id, *_reading_cells(value))
    standing = (value.confidence, value.rank, value.in_force, value.reported, value.decision)
    return (*reading, *_place_cells(document, value.evidence), *standing)


def _reading_cells(value: Value) -> Row:
    """From the field to what the figure is of."""
    text = as_text(value.value)
    return (
        value.field,
        value.label,
        text,
        value.number,
        value.unit,
        value.low,
        value.high,
        value.currency,
        text if value.number is None and ISO_DATE.fullmatch(text) else "",
        value.qualifier,
        value.as_of,
        value.of,
    )


def _place_cells(document: RawDocument, evidence: Evidence) -> Row:
    """From the document to the rule."""
    span, position = evidence.span, document.position(evidence.span.start)
    return (document.path, *position, *span, evidence.text, evidence.rule)


def _field_cell(record: Record, column: Column) -> Cell:
    if teaching_in_force().own(column.name):
        return _own_cell(record, column)
    if column.name == "agreement_dates":
        held = (value for field in AGREEMENTS for value in record.held(field))
        return tuple(sorted({as_text(value.value) for value in held}))
    if column.kind is ColumnKind.TEXTS:
        return tuple(f"{v.of} {as_text(v.value)}".strip() for v in record.held(column.name))
    if column.kind is ColumnKind.TEXT:
        return _text_cell(record, column.name)
    value = record.one(column.name)
    number = value.number if value else None
    return whole(number) if column.kind is ColumnKind.INTEGER else number


def _own_cell(record: Record, column: Column) -> Cell:
    """What a record holds of a field that a person declared."""
    held = record.held(teaching_in_force().value_field(column.name))
    if column.kind is ColumnKind.DECIMAL:
        return next((value.number for value in held if value.number is not None), None)
    return LIST_MARK.join(as_text(value.value) for value in held)


def _text_cell(record: Record, name: str) -> str:
    """Text in force; what belongs to a value of another column is taken from there."""
    if name.endswith(AS_OF):
        value = record.one(name.removesuffix(AS_OF))
        return value.as_of if value else ""
    if name.endswith(CURRENCY):
        value = record.one(name.removesuffix(CURRENCY))
        return value.currency if value else ""
    return LIST_MARK.join(sorted(as_text(value.value) for value in record.held(name)))


def _suggestion(suggestion: Suggestion) -> dict[str, object]:
    return {**suggestion._asdict(), "changes": [c._asdict() for c in suggestion.changes]}


def _json(objects: list[dict[str, object]]) -> str:
    return json.dumps(objects, ensure_ascii=False)
