"""Everything that a run leaves, entered batch by batch while documents are still being read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.model.finding import Extraction, Finding
from pipeline.write.package import write_package, write_texts
from pipeline.write.report import Counts, Report, Tally, TopFindings, write_report
from pipeline.write.tables import Tables


@dataclass
class Ledger:
    """Tables, counts and gravest findings of a run.

    What checks over the folder compare is kept until it is closed, and nothing else of a document.
    """

    folder: Path
    tables: Tables
    tally: Tally = field(default_factory=Tally)
    top: TopFindings = field(default_factory=TopFindings)
    findings: list[Finding] = field(default_factory=list)
    kept: list[Extraction] = field(default_factory=list)

    def enter(self, batch: Sequence[Extraction]) -> None:
        """Writes what a batch of documents gave, in sorted order of the documents."""
        self.tables.add(batch)
        write_texts(self.folder, (extraction.document for extraction in batch))
        for extraction in batch:
            self.tally.add(extraction)
            self.findings += extraction.findings
            self._offer(extraction.findings, (extraction,))
            self.kept.append(replace(extraction, findings=(), identifiers=(), numbers=()))

    def close(self, over_folder: Sequence[Finding], report: Report) -> Counts:
        """Writes what had to wait for the findings over the whole folder.

        ``report`` says what only the run knows; its figures and findings are filled in.
        """
        for finding in over_folder:
            self.tally.add_finding(finding)
        self._offer(over_folder, self.kept if over_folder else ())
        self.tables.finish(sorted((*self.findings, *over_folder), key=_place))
        counts = self.tally.counts()
        write_report(self.folder, report._replace(counts=counts, shown=self.top.found()))
        write_package(self.folder)
        return counts

    def _offer(self, findings: Iterable[Finding], extractions: Iterable[Extraction]) -> None:
        texts = {one.document.path: one.document for one in extractions}
        records = {record.id: record for one in extractions for record in one.records}
        for finding in findings:
            documents = {finding.document, *(mention.document for mention in finding.evidence)}
            at_hand = tuple(texts[path] for path in sorted(documents) if path in texts)
            self.top.offer(finding, at_hand, records.get(finding.record_id))


def _place(finding: Finding) -> tuple[str, int, str, str]:
    return finding.document, finding.start, finding.code, finding.id
