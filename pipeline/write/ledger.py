"""Everything that a run leaves, entered sheet by sheet once the checks over the folder are done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.model.finding import Finding
from pipeline.model.source import RawDocument
from pipeline.review.written import finding_of
from pipeline.write.pack import Source
from pipeline.write.package import write_package, write_text
from pipeline.write.report import Counts, Report, Tally, TopFindings, write_report
from pipeline.write.reporting.excerpt import windows
from pipeline.write.reporting.top import Held, Place, Shown, place_unknown
from pipeline.write.reporting.totals import FindingKind
from pipeline.write.sheet import Sheet, found_in, with_findings
from pipeline.write.tables import Tables

if TYPE_CHECKING:
    import pyarrow as pa

Find = Callable[[str], Source | None]
Quote = Callable[[str], RawDocument | None]


# The columns of values that a reader of a finding is shown, the last in the order of ``Held``.
_OF_A_PLACE = (
    "record_id",
    "in_force",
    "field",
    "number",
    "value",
    "currency",
    "unit",
    "text",
    "as_of",
    "of",
    "decision",
    "value_id",
)


class Ledger:
    """Tables, counts and gravest findings of a run; nothing else of a document is kept.

    ``over_folder`` are the findings of checks over the folder, by their documents: each is entered
    with its document, or in its place where there is no such document.
    """

    def __init__(
        self, folder: Path, tables: Tables, over_folder: Mapping[str, Sequence[Finding]]
    ) -> None:
        """Takes the folder, its open tables, and what the checks over the folder found."""
        self._folder = folder
        self._tables = tables
        self._waiting = dict(sorted(over_folder.items()))
        self._tally = Tally()
        self._top = TopFindings()

    def enter(self, sheet: Sheet) -> None:
        """Writes what the next document left, in sorted order of the documents."""
        self._enter_before(sheet.document)
        whole = with_findings(sheet, self._waiting.pop(sheet.document, ()))
        kinds = (FindingKind(mark.code, mark.severity, mark.status) for mark in whole.marks)
        self._tally.add_document(whole.figures, kinds)
        write_text(self._folder, whole.document, whole.text)
        self._write(whole)

    def close(self, report: Report, find: Find, quote: Quote) -> Counts:
        """Writes what had to wait for the last document.

        ``report`` says what only the run knows; its figures and findings are filled in. ``find``
        gives what a finding of a document is shown with, ``quote`` its text, None where it is gone.
        """
        self._enter_before(None)
        counts = self._tally.counts()
        found = [one.finding for one in self._top.found()]
        find, quote = lru_cache(2)(find), lru_cache(8)(quote)
        by_document = sorted(range(len(found)), key=lambda at: found[at].document)
        shown = {at: _shown(found[at], find, quote) for at in by_document}
        ranked = tuple(shown[at] for at in range(len(found)))
        write_report(self._folder, report._replace(counts=counts, shown=ranked))
        write_package(self._folder)
        return counts

    def _enter_before(self, document: str | None) -> None:
        """Findings about documents that are not there stand where those would."""
        for path in [p for p in self._waiting if document is None or p < document]:
            findings = self._waiting.pop(path)
            for finding in findings:
                self._tally.add_finding(finding)
            self._write(found_in(path, findings))

    def _write(self, sheet: Sheet) -> None:
        self._tables.add(sheet)
        for at, mark in enumerate(sheet.marks):
            if self._top.wants(mark.impact):
                row = sheet.findings.batch.slice(at, 1).to_pylist()[0]
                self._top.offer(finding_of(row))


def _shown(finding: Finding, find: Find, quote: Quote) -> Shown:
    """A finding with its record and the text around it, read again for those shown alone."""
    source = find(finding.document)
    place = _place(source, finding) if source else place_unknown(finding)
    paths = sorted({finding.document, *(one.document for one in finding.evidence)})
    texts = (text for path in paths if (text := quote(path)) is not None)
    return Shown(finding, place, windows(finding, texts))


def _place(source: Source, finding: Finding) -> Place:
    """The record of a finding as the tables have it."""
    ids = source.records.column("record_id").to_pylist()
    if finding.record_id not in ids:
        return place_unknown(finding)
    line = source.records.column("line_start")[ids.index(finding.record_id)].as_py()
    held = tuple(_held(source.values, finding.record_id))
    name, country = (_first(held, field) for field in ("name", "country"))
    return Place(finding.record_id, source.document, line, name, country, held)


def _held(values: pa.RecordBatch, record_id: str) -> Iterator[Held]:
    """The values in force of a record."""
    owners = values.column("record_id").to_pylist()
    own = [at for at, owner in enumerate(owners) if owner == record_id]
    near = values.slice(own[0], own[-1] + 1 - own[0]) if own else values.slice(0, 0)
    columns = (near.column(name).to_pylist() for name in _OF_A_PLACE)
    for owner, in_force, field, number, text, currency, unit, *more in zip(*columns, strict=True):
        if in_force and owner == record_id:
            value = text if number is None else Decimal(text)
            yield Held(field, value, currency or unit, *more)


def _first(held: Sequence[Held], field: str) -> str:
    return next((str(one.value) for one in held if one.field == field), "")
