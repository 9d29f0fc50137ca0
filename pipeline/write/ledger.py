"""Everything that a run leaves, entered sheet by sheet once the checks over the folder are done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from pipeline.model.finding import Finding
from pipeline.model.source import RawDocument
from pipeline.review.written import finding_of
from pipeline.write.package import write_package, write_text
from pipeline.write.places import Places
from pipeline.write.report import Counts, Report, Tally, TopFindings, write_report
from pipeline.write.reporting.excerpt import windows
from pipeline.write.reporting.top import Shown
from pipeline.write.reporting.totals import FindingKind
from pipeline.write.sheet import Sheet, found_in, with_findings
from pipeline.write.tables import Tables

Quote = Callable[[str], RawDocument | None]


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

    def close(self, report: Report, quote: Quote) -> Counts:
        """Writes what had to wait for the last document.

        ``report`` says what only the run knows; its figures and findings are filled in. ``quote``
        gives a document with its text, None where it is gone.
        """
        self._enter_before(None)
        counts = self._tally.counts()
        found, quote = self._top.found(), lru_cache(8)(quote)
        by_document = sorted(range(len(found)), key=lambda at: found[at].finding.document)
        shown = {at: _in_text(found[at], quote) for at in by_document}
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
        places = Places(sheet)
        for at, mark in enumerate(sheet.marks):
            if self._top.wants(mark.impact):
                finding = finding_of(sheet.findings.batch.slice(at, 1).to_pylist()[0])
                self._top.offer(Shown(finding, places.of(finding)))


def _in_text(shown: Shown, quote: Quote) -> Shown:
    """A finding with the text around it, read again for those shown alone."""
    finding = shown.finding
    paths = sorted({finding.document, *(one.document for one in finding.evidence)})
    texts = (text for path in paths if (text := quote(path)) is not None)
    return shown._replace(windows=windows(finding, texts))
