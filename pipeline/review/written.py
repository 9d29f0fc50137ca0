"""The findings that a run wrote, read back from its tables without any heavy library."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.model.finding import Change, Finding, Mention, Severity, Status, Suggestion
from pipeline.review.refusal import NoFindingsError

FINDINGS, DOCUMENTS, RUN = "findings.csv", "documents.csv", "run.json"

_GUARDED = re.compile(r"'(?=[=+\-@\t\r])")


def read_findings(output: Path) -> tuple[Finding, ...]:
    """Every finding of the last run, decided and stale ones included, in the order of the table.

    Raises:
        NoFindingsError: the folder holds no output of a run.
    """
    return tuple(map(finding_of, _rows(output / FINDINGS)))


def read_digests(output: Path) -> dict[str, str]:
    """SHA-256 of every document by its path, as of the last run."""
    return {row["document"]: row["sha256"] for row in _rows(output / DOCUMENTS)}


def read_raw(output: Path) -> Path:
    """The folder of texts that the last run read, as it was named then.

    Raises:
        NoFindingsError: the folder holds no output of a run.
    """
    try:
        return Path(json.loads((output / RUN).read_bytes())["options"]["raw"])
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise NoFindingsError(output) from error


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    """Rows of a CSV table with the guards against spreadsheets taken off again."""
    csv.field_size_limit(sys.maxsize)
    try:
        with path.open(encoding="utf-8-sig", newline="") as table:
            for row in csv.DictReader(table):
                yield {
                    name: _GUARDED.sub("", cell, count=1) if _GUARDED.match(cell) else cell
                    for name, cell in row.items()
                }
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NoFindingsError(path.parent) from error


def finding_of(row: Mapping[str, Any]) -> Finding:
    """The finding that a row of the table of findings holds, of CSV or of Parquet."""
    return Finding(
        id=row["finding_id"],
        severity=Severity(row["severity"]),
        status=Status(row["status"]),
        fields=tuple(filter(None, row["fields"].split(";"))),
        evidence=tuple(Mention(**mention) for mention in json.loads(row["evidence"] or "[]")),
        suggestions=tuple(map(_suggestion, json.loads(row["suggestions"] or "[]"))),
        code=row["code"],
        record_id=row["record_id"],
        field=row["field"],
        message=row["message"],
        computed=row["computed"],
        document=row["document"],
        line=int(row["line"]),
        column=int(row["column"]),
        start=int(row["start"]),
        end=int(row["end"]),
        text=row["text"],
        decided_by=row["decided_by"],
        decided_at=row["decided_at"],
    )


def _suggestion(given: Mapping[str, Any]) -> Suggestion:
    return Suggestion(**{**given, "changes": tuple(Change(**one) for one in given["changes"])})
