"""Everything that a run leaves, entered batch by batch while documents are still being read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.model.finding import Extraction, Finding
from pipeline.write.package import write_package, write_texts
from pipeline.write.report import Counts, Report, Tally, TopFindings, write_report
from pipeline.write.report_top import MOST_FINDINGS, impact
from pipeline.write.tables import Tables

Read = Callable[[str], Extraction | None]


@dataclass
class Ledger:
    """Tables, counts and gravest findings of a run.

    Findings are kept until it is closed, and nothing else of a document.
    """

    folder: Path
    tables: Tables
    tally: Tally = field(default_factory=Tally)
    top: TopFindings = field(default_factory=TopFindings)
    findings: list[Finding] = field(default_factory=list)

    def enter(self, batch: Sequence[Extraction]) -> None:
        """Writes what a batch of documents gave, in sorted order of the documents."""
        self.tables.add(batch)
        write_texts(self.folder, (extraction.document for extraction in batch))
        for extraction in batch:
            self.tally.add(extraction)
            self.findings += extraction.findings
            self._offer(extraction.findings, (extraction,))

    def close(self, over_folder: Sequence[Finding], report: Report, read: Read) -> Counts:
        """Writes what had to wait for the findings over the whole folder.

        ``report`` says what only the run knows; its figures and findings are filled in. ``read``
        gives a document again that one of the findings shown stands in.
        """
        for finding in over_folder:
            self.tally.add_finding(finding)
        for finding in sorted(over_folder, key=impact)[:MOST_FINDINGS]:
            self._offer((finding,), tuple(filter(None, map(read, _documents(finding)))))
        self.tables.finish(sorted((*self.findings, *over_folder), key=_place))
        counts = self.tally.counts()
        write_report(self.folder, report._replace(counts=counts, shown=self.top.found()))
        write_package(self.folder)
        return counts

    def _offer(self, findings: Iterable[Finding], extractions: Iterable[Extraction]) -> None:
        texts = {one.document.path: one.document for one in extractions}
        records = {record.id: record for one in extractions for record in one.records}
        for finding in findings:
            at_hand = tuple(texts[path] for path in _documents(finding) if path in texts)
            self.top.offer(finding, at_hand, records.get(finding.record_id))


def _documents(finding: Finding) -> tuple[str, ...]:
    return tuple(sorted({finding.document, *(one.document for one in finding.evidence)}))


def _place(finding: Finding) -> tuple[str, int, str, str]:
    return finding.document, finding.start, finding.code, finding.id
