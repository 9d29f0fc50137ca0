"""What decisions make of a run: values in force, statuses, and a second look at what changed.

Only documents that the log names, by path or by the hash of their bytes, can be concerned; every
other document passes as it was read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from pipeline.checks.runner import check_document, check_folder
from pipeline.checks.view.card import Card, card_of
from pipeline.checks.view.folder import Folder
from pipeline.extract.complete import completed
from pipeline.model.finding import Extraction, Finding
from pipeline.review.apply import apply
from pipeline.review.decisions import Log, malformed_findings
from pipeline.review.reading import read_as
from pipeline.review.settle import Decided, document_of, rechecked, settle, written

Again = Callable[[Mapping[str, Extraction]], Iterable[Finding]]


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
    names = concerned_by(log)
    concerned = [one for one in extractions if names(one.document.path, one.document.sha256)]
    cards = partial(map, card_of, extractions)
    return revise_concerned(concerned, over_folder, log, partial(second_look, cards, today))


def revise_concerned(
    concerned: Sequence[Extraction], over_folder: Sequence[Finding], log: Log, again: Again
) -> Revision:
    """The same with nothing at hand but the documents that the log names.

    ``again`` gives the findings of the folder where some documents, by path, have changed.
    """
    spoiled = malformed_findings(log)
    if not log.decisions:
        return Revision((*over_folder, *spoiled))
    within = (finding for one in concerned for finding in one.findings)
    digests = {one.document.path: one.document.sha256 for one in concerned}
    settlement = settle((*within, *over_folder), log.decisions, digests)
    changed = {one.document.path: _changed(one, settlement.decided) for one in concerned}
    revision = Revision(documents=changed)
    findings = settlement.findings
    if settlement.records:
        findings = rechecked(settlement, again(changed), settlement.records)
    return _filed((*findings, *spoiled), revision)


def concerned_by(log: Log) -> Callable[[str, str], bool]:
    """Whether the log names a document, by its path or by the hash of its bytes."""
    paths = {written(document_of(decision.record_id)) for decision in log.decisions}
    digests = {decision.document_sha256 for decision in log.decisions} - {""}
    return lambda path, sha256: written(path) in paths or sha256 in digests


def _changed(extraction: Extraction, decided: Sequence[Decided]) -> Extraction:
    """The document with the decided values in force, its findings left out."""
    records = tuple(apply(record, decided, read_as) for record in extraction.records)
    same = records == extraction.records
    return replace(extraction, records=records if same else completed(records), findings=())


def second_look(
    cards: Callable[[], Iterable[Card]], today: date, changed: Mapping[str, Extraction]
) -> Iterator[Finding]:
    """What is found where some documents have changed and the others are as their cards say."""
    for extraction in changed.values():
        yield from check_document(extraction, today)
    folder = Folder(today)
    folder.add(
        card_of(changed[card.document]) if card.document in changed else card for card in cards()
    )
    yield from check_folder(folder)


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
