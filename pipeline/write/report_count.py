"""What a run counts while documents stream past: the figures of the report's summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from pipeline.model.finding import Extraction, Finding, Severity
from pipeline.model.value import Record
from pipeline.write.position import Cell, cell_of, position_of
from pipeline.write.report_top import UNANSWERED

MOST_DOCUMENTS = 200
AGREEMENTS = ("sisterhood_date", "friendship_date", "agreement_date")
GRID = 20  # dots of the picture of sizes per decade: a million places are as many as 10,000

TOTALED = ("records", "values", "numbers", "accounted", "scored")

Size = tuple[int, int]


class FindingKind(NamedTuple):
    """What findings are counted by."""

    code: str
    severity: str
    status: str


class DocumentCount(NamedTuple):
    """One document's row: its records, its unanswered findings, and who holds which field."""

    document: str
    records: int
    severities: Mapping[str, int]
    codes: Mapping[str, int]
    fields: Mapping[str, int]


class Counts(NamedTuple):
    """The figures of a run.

    ``completeness`` is the mean of the records' own, None where nothing is expected; ``fields``
    counts the records that hold each; ``worst`` are the documents with the gravest findings.
    ``years`` counts agreements, ``sizes`` places by twentieths of a decade of km² and persons,
    ``cells`` places by whole degrees.
    """

    documents: int = 0
    records: int = 0
    values: int = 0
    numbers: int = 0
    accounted: int = 0
    completeness: Decimal | None = None
    findings: Mapping[FindingKind, int] = {}
    fields: Mapping[str, int] = {}
    worst: tuple[DocumentCount, ...] = ()
    years: Mapping[str, int] = {}
    sizes: Mapping[Size, int] = {}
    cells: Mapping[Cell, int] = {}

    @property
    def total(self) -> int:
        """How many findings there are, answered or not."""
        return sum(self.findings.values())

    def unanswered(self, severity: str = "", code: str = "") -> int:
        """How many findings wait for an answer, of one severity or check if named."""
        return sum(
            count
            for kind, count in self.findings.items()
            if kind.status in UNANSWERED
            and severity in ("", kind.severity)
            and code in ("", kind.code)
        )


class Figures(NamedTuple):
    """What one document adds to the figures of a run, in plain values.

    ``fields`` counts the records that hold each, ``scored`` those with a completeness, whose sum
    is ``completeness``.
    """

    document: str
    records: int = 0
    values: int = 0
    numbers: int = 0
    accounted: int = 0
    scored: int = 0
    fields: Mapping[str, int] = {}
    years: Mapping[str, int] = {}
    sizes: tuple[Size, ...] = ()
    cells: tuple[Cell, ...] = ()
    completeness: Decimal = Decimal(0)


def figures_of(extraction: Extraction) -> Figures:
    """The figures of one document, a pure function of what was extracted from it."""
    records = extraction.records
    scores = [one.completeness for one in records if one.completeness is not None]
    return Figures(
        extraction.document.path,
        len(records),
        sum(len(record.values) for record in records),
        len(extraction.numbers),
        extraction.accounted,
        len(scores),
        Counter(field for record in records for field in _held(record)),
        Counter(year for record in records for year in _years(record)),
        tuple(size for record in records for size in size_of(record)),
        tuple(cell for record in records for cell in cells_of(record)),
        sum(scores, Decimal(0)),
    )


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


def _held(record: Record) -> set[str]:
    return {one.field for one in record.values if one.in_force and ":" not in one.field}


def _years(record: Record) -> set[str]:
    dates = {str(one.value)[:4] for name in AGREEMENTS for one in record.held(name)}
    return {year for year in dates if year.isdecimal()}


def cells_of(record: Record) -> tuple[Cell, ...]:
    """The whole degree that the record's place lies in, or nothing where that is not known."""
    held = (record.one(name) for name in ("coordinates", "name", "country", "region"))
    point = position_of(*(str(one.value) if one else "" for one in held))
    return (cell_of(point),) if point else ()


def size_of(record: Record) -> tuple[Size, ...]:
    """Where the record lies among areas and populations, or nothing if it lacks one."""
    values = (record.one("area_km2"), record.one("population"))
    numbers = [one.number for one in values if one and one.number and one.number > 0]
    if len(numbers) < len(values):
        return ()
    area, population = (round(number.log10() * GRID) for number in numbers)
    return ((area, population),)


def _gravity(row: _Row) -> tuple[int, ...]:
    return tuple(-row.severities[severity] for severity in Severity)
