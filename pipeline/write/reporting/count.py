"""What a run counts while documents stream past: the figures of the report's summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.model.finding import UNANSWERED, Extraction, Finding, Severity
from pipeline.write.position import Cell
from pipeline.write.reporting.figures import Figures, Size, figures_of
from pipeline.write.reporting.totals import Counts, DocumentCount, FindingKind

MOST_DOCUMENTS = 200

TOTALED = ("records", "values", "numbers", "accounted", "scored")


@dataclass(slots=True)
class _Row:
    records: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)


class Tally:
    """Counts documents and findings in bounded memory; give it documents in sorted order."""

    def __init__(self) -> None:
        """Starts with nothing counted."""
        self._totals: Counter[str] = Counter()
        self._complete = Decimal(0)
        self._findings: Counter[FindingKind] = Counter()
        self._fields: Counter[str] = Counter()
        self._years: Counter[str] = Counter()
        self._sizes: Counter[Size] = Counter()
        self._cells: Counter[Cell] = Counter()
        self._rows: dict[str, _Row] = {}

    def add(self, extraction: Extraction) -> None:
        """Counts one document with its records and findings."""
        self.add_document(
            figures_of(extraction),
            (FindingKind(f.code, f.severity, f.status) for f in extraction.findings),
        )

    def add_document(self, figures: Figures, findings: Iterable[FindingKind]) -> None:
        """Counts one document by its figures and the kinds of its findings."""
        row = _Row(figures.records, fields=Counter(figures.fields))
        self._rows[figures.document] = row
        totals = {name: getattr(figures, name) for name in TOTALED}
        self._totals.update(totals, documents=1)
        self._complete += figures.completeness
        self._fields.update(figures.fields)
        self._years.update(figures.years)
        self._sizes.update(figures.sizes)
        self._cells.update(figures.cells)
        for kind in findings:
            self._add(kind, row)
        if len(self._rows) >= 2 * MOST_DOCUMENTS:
            self._rows = dict(self._worst())

    def add_finding(self, finding: Finding) -> None:
        """Counts one finding of a check over the folder, after the documents."""
        kind = FindingKind(finding.code, finding.severity, finding.status)
        self._add(kind, self._rows.get(finding.document))

    def _add(self, kind: FindingKind, row: _Row | None) -> None:
        self._findings[kind] += 1
        if row is not None and kind.status in UNANSWERED:
            row.severities[kind.severity] += 1
            row.codes[kind.code] += 1

    def counts(self) -> Counts:
        """The figures so far."""
        scored = self._totals["scored"]
        return Counts(
            documents=self._totals["documents"],
            records=self._totals["records"],
            values=self._totals["values"],
            numbers=self._totals["numbers"],
            accounted=self._totals["accounted"],
            completeness=self._complete / scored if scored else None,
            findings=dict(sorted(self._findings.items())),
            fields=dict(sorted(self._fields.items())),
            worst=tuple(
                DocumentCount(path, row.records, row.severities, row.codes, row.fields)
                for path, row in self._worst()
            ),
            years=dict(sorted(self._years.items())),
            sizes=dict(sorted(self._sizes.items())),
            cells=dict(sorted(self._cells.items())),
        )

    def _worst(self) -> list[tuple[str, _Row]]:
        ranked = sorted(self._rows.items(), key=lambda pair: (*_gravity(pair[1]), pair[0]))
        return ranked[:MOST_DOCUMENTS]


def _gravity(row: _Row) -> tuple[int, ...]:
    return tuple(-row.severities[severity] for severity in Severity)
