"""The report as JSON, for programs: the figures, then the findings as the page groups them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from pipeline.write.reporting.content import Report, check_counts, groups
from pipeline.write.reporting.top import Shown
from pipeline.write.reporting.wording import answers, prefixes


def json_report(report: Report) -> str:
    """One JSON object, a finding a line; numbers that were read are texts, positional and exact."""
    counts = report.counts
    complete = counts.completeness
    content = {
        "version": report.version,
        "today": report.today,
        "documents": counts.documents,
        "records": counts.records,
        "values": counts.values,
        "numbers": counts.numbers,
        "numbers_accounted": counts.accounted,
        "completeness": None if complete is None else f"{complete:.4f}",
        "findings_total": counts.total,
        "findings_left_out": report.left_out,
        "by_severity_and_status": [
            {**kind._asdict(), "count": count} for kind, count in counts.findings.items()
        ],
        "by_check": [row._asdict() for row in check_counts(report)],
        "by_document": [_document(one._asdict()) for one in counts.worst],
        "records_with_field": dict(counts.fields),
    }
    head = json.dumps(content, ensure_ascii=False, indent=1).removesuffix("\n}")
    lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in _findings(report))
    return f'{head},\n "findings": [\n{lines}\n ]\n}}\n'


def _document(row: dict[str, object]) -> dict[str, object]:
    return {
        name: dict(sorted(cell.items())) if isinstance(cell, dict) else cell
        for name, cell in row.items()
    }


def _findings(report: Report) -> Iterator[dict[str, object]]:
    names = prefixes(report)
    for group in groups(report):
        for shown in group.shown:
            yield _finding(shown, names[shown.finding.id])


def _finding(shown: Shown, prefix: str) -> dict[str, object]:
    finding, place = shown.finding, shown.place
    return {
        "finding_id": finding.id,
        "code": finding.code,
        "severity": finding.severity,
        "status": finding.status,
        "record_id": finding.record_id,
        "name": place.name,
        "country": place.country,
        "field": finding.field,
        "fields": list(finding.fields),
        "message": finding.message,
        "computed": finding.computed,
        "document": finding.document,
        "line": finding.line,
        "column": finding.column,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "evidence": [one._asdict() for one in finding.evidence],
        "suggestions": [
            {**one._asdict(), "changes": [change._asdict() for change in one.changes]}
            for one in finding.suggestions
        ],
        "commands": [one.command for one in answers(finding, prefix, place.values) if one.command],
        "decided_by": finding.decided_by,
        "decided_at": finding.decided_at,
    }
