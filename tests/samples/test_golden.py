"""What the documents of raw/ give, whole: tests/golden, made with --update-golden, read in the diff."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.write.column import csv_cell, storable
from pipeline.write.layout import RECORDS
from pipeline.write.rows import record_row

GOLDEN = Path(__file__).parents[1] / "golden"
RAW = Path(__file__).parents[2] / "raw"
# What is not read as it should be is a known failure of conftest.py, and stands here as it is.
WHOLE = sorted(path.name for path in RAW.iterdir() if path.name[0] not in "._")
LOUD = ("error", "warning")


def told(samples, document):
    """The records with all values in force, then errors and warnings with their corrections."""
    for record in samples.records:
        if record.document == document:
            yield from record_lines(record)
    for finding in samples.findings:
        if finding.document == document and finding.severity in LOUD:
            yield from finding_lines(finding)


def record_lines(record):
    cells = zip(RECORDS.columns, map(storable, record_row(record)), strict=True)
    yield f"record {record.id}"
    for column, cell in cells:
        if cell not in ("", None, (), 0) and column.name not in {"record_id", "document"}:
            yield f"  {column.name}: {csv_cell(cell)}"


def finding_lines(finding):
    yield f"{finding.severity} {finding.code} at {finding.line}:{finding.column}, {finding.record_id}"
    yield f"  {finding.field} “{finding.text}”: {finding.message}"
    for one in finding.suggestions:
        yield f"  {one.mechanism} {one.value}: {one.reason}"


@pytest.mark.parametrize("document", WHOLE)
def test_a_document_gives_what_it_gave(samples, golden, document):
    golden(GOLDEN / f"{document}.golden", "\n".join(told(samples, document)) + "\n")
