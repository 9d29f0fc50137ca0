"""What a value would do: the checks of its document run with it in force, before it is decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from pipeline.checks.runner import check_document
from pipeline.extract.complete import completed
from pipeline.extract.document import extract_document
from pipeline.model.finding import Extraction, Finding, Severity
from pipeline.model.source import RawDocument
from pipeline.review.apply import apply
from pipeline.review.decide import Answer, answered
from pipeline.review.decisions import REPLACE
from pipeline.review.reading import read_as
from pipeline.review.settle import Decided

DOCUMENTS_HELD = 4
LONGEST = 100_000  # characters; a longer document takes longer than somebody who types waits


class Trial(NamedTuple):
    """Whether the finding would be answered, and what would be doubtful that is not now."""

    answers: bool
    then: tuple[str, ...] = ()


def try_value(document: RawDocument | None, finding: Finding, value: str, today: date) -> Trial:
    """What replacing the blamed value would do to the findings of its record.

    Checks between documents are left to the next run.

    Raises:
        RefusedError: the value does not read, or the finding is not to be replaced.
    """
    if document is None or len(document.text) > LONGEST:
        return Trial(answers=True)
    now = _extracted(document)
    decided = Decided(finding, answered(finding, Answer(finding.id, REPLACE, value)))
    records = tuple(apply(record, (decided,), read_as) for record in now.records)
    before = _findings(now, finding.record_id, today)
    after = _findings(replace(now, records=completed(records)), finding.record_id, today)
    fresh = (one.message for id_, one in after.items() if id_ not in before)
    return Trial(finding.id not in after, tuple(fresh))


def warm() -> None:
    """Loads what reading and checking need, before somebody waits for it."""
    text = "Northtown, Canada\nCountry: Canada\nArea: 425 km²\nPopulation: 122,000\n"
    check_document(extract_document(RawDocument("", "", "", "", "", text)), date.min)


@lru_cache(DOCUMENTS_HELD)
def _extracted(document: RawDocument) -> Extraction:
    return extract_document(document)


def _findings(extraction: Extraction, record_id: str, today: date) -> dict[str, Finding]:
    """The errors and warnings of a record by their ids."""
    found = check_document(extraction, today)
    return {
        one.id: one
        for one in found
        if one.record_id == record_id and one.severity is not Severity.NOTE
    }
