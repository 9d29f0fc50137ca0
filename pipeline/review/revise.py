"""What decisions make of a run: values in force, statuses, and a second look at what changed.

Only documents that the log names, by path or by the hash of their bytes, can be concerned; every
other document passes as it was read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pipeline.checks.folder import folder_of
from pipeline.checks.runner import check_document, check_folder
from pipeline.extract.assemble import completed
from pipeline.model.finding import Extraction, Finding
from pipeline.review.apply import apply
from pipeline.review.decisions import Log, malformed_findings
from pipeline.review.reading import read_as
from pipeline.review.settle import Decided, document_of, rechecked, settle, written


@dataclass(frozen=True)
class Revision:
    """What is different from what was read: documents by path, and the findings over the folder."""

    over_folder: tuple[Finding, ...] = ()
    documents: Mapping[str, Extraction] = field(default_factory=dict)

    def of(self, extraction: Extraction) -> Extraction:
        """A document as it stands after the decisions."""
        return self.documents.get(extraction.document.path, extraction)


def revise(
    extractions: Sequence[Extraction], over_folder: Sequence[Finding], log: Log, today: date
) -> Revision:
    """The documents and findings of a run after the decisions of its log.

    Lines of the log that decide nothing, and decisions whose finding is gone, are findings.
    """
    spoiled = malformed_findings(log)
    if not log.decisions:
        return Revision((*over_folder, *spoiled))
    concerned = tuple(_concerned(extractions, log))
    within = (finding for one in concerned for finding in one.findings)
    digests = {one.document.path: one.document.sha256 for one in concerned}
    settlement = settle((*within, *over_folder), log.decisions, digests)
    changed = {one.document.path: _changed(one, settlement.decided) for one in concerned}
    revision = Revision(documents=changed)
    findings = settlement.findings
    if settlement.records:
        now = tuple(map(revision.of, extractions))
        findings = rechecked(settlement, _second_look(changed, now, today), settlement.records)
    return _filed((*findings, *spoiled), revision)


def _concerned(extractions: Iterable[Extraction], log: Log) -> Iterator[Extraction]:
    paths = {written(document_of(decision.record_id)) for decision in log.decisions}
    digests = {decision.document_sha256 for decision in log.decisions} - {""}
    for one in extractions:
        if written(one.document.path) in paths or one.document.sha256 in digests:
            yield one


def _changed(extraction: Extraction, decided: Sequence[Decided]) -> Extraction:
    """The document with the decided values in force, its findings left out."""
    records = tuple(apply(record, decided, read_as) for record in extraction.records)
    same = records == extraction.records
    return replace(extraction, records=records if same else completed(records), findings=())


def _second_look(
    changed: Mapping[str, Extraction], now: Sequence[Extraction], today: date
) -> Iterator[Finding]:
    for extraction in changed.values():
        yield from check_document(extraction, today)
    yield from check_folder(folder_of(now, today))


def _filed(findings: Iterable[Finding], revision: Revision) -> Revision:
    """Every finding with its document, those about no document at hand with the folder's."""
    by_document: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        path = finding.document
        by_document[path if path in revision.documents else ""].append(finding)
    documents = {
        path: replace(extraction, findings=tuple(by_document[path]))
        for path, extraction in revision.documents.items()
    }
    return Revision(tuple(by_document[""]), documents)
