"""What reading the bytes had to mend or could not read, as findings of the document."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from pipeline.model.finding import Finding, Severity
from pipeline.model.source import RawDocument, Repair

ID_DIGITS = 12
SEVERITIES = {"T01": Severity.ERROR, "T08": Severity.WARNING}


def intake_findings(document: RawDocument) -> tuple[Finding, ...]:
    """One finding a repair, in the order of the repairs."""
    return tuple(_findings(document))


def _findings(document: RawDocument) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for repair in document.repairs:
        name = _id(document, repair)
        seen[name] += 1
        yield _finding(document, repair, name if seen[name] == 1 else f"{name}-{seen[name]}")


def _finding(document: RawDocument, repair: Repair, name: str) -> Finding:
    line, column = document.position(repair.span.start)
    return Finding(
        id=name,
        code=repair.code,
        severity=SEVERITIES.get(repair.code, Severity.NOTE),
        document=document.path,
        record_id="",
        field="",
        fields=(),
        message=repair.message,
        computed="",
        line=line,
        column=column,
        start=repair.span.start,
        end=repair.span.end,
        text=document.quote(repair.span),
    )


def _id(document: RawDocument, repair: Repair) -> str:
    involved = [repair.code, document.path, repair.message, document.quote(repair.span)]
    return sha256(json.dumps(involved).encode()).hexdigest()[:ID_DIGITS]
