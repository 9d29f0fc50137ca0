"""One answer to all findings of a filter: what it would change first, then all of it or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple

from pipeline.model.finding import Decision, Finding
from pipeline.review.decide import Answer, answered
from pipeline.review.decisions import ACCEPT, KEEP
from pipeline.serve.desk import Desk
from pipeline.serve.filters import Filters
from pipeline.serve.index import Index
from pipeline.serve.sitting import Sitting
from pipeline.write.reporting.wording import Answer as Offer
from pipeline.write.reporting.wording import answers, plural

BULK_VERDICTS = (ACCEPT, KEEP)
SHOWN = 60


class BulkError(Exception):
    """What would change is not what was shown, or nothing would."""


class Change(NamedTuple):
    """One finding with what the answer does to it."""

    finding: Finding
    offer: Offer


class Plan(NamedTuple):
    """What an answer to many findings would do.

    ``mark`` names exactly these findings as they stand; ``skipped`` have nothing to accept.
    """

    verdict: str
    total: int
    skipped: int
    by_check: tuple[tuple[str, int], ...]
    shown: tuple[Change, ...]
    mark: str


def preview(desk: Desk, filters: Filters, verdict: str) -> Plan:
    """What accepting the best suggestion, or keeping what is written, would change."""
    verdict = verdict if verdict in BULK_VERDICTS else KEEP
    rows, skipped = _meant(desk.index, filters, verdict)
    by_check = Counter(desk.index.codes(rows)).most_common()
    shown = (Change(one, _offer(one, verdict)) for one in map(desk.store.finding, rows[:SHOWN]))
    return Plan(verdict, len(rows), skipped, tuple(by_check), tuple(shown), _mark(desk.index, rows))


def carry_out(sitting: Sitting, filters: Filters, form: Mapping[str, str]) -> None:
    """Puts a decision per finding on the log, all of them or none.

    Raises:
        BulkError: the findings are not those that the preview showed.
        ConflictError: somebody decided about one of them meanwhile.
    """
    desk, verdict = sitting.desk, form.get("verdict", "")
    rows, _ = _meant(desk.index, filters, verdict if verdict in BULK_VERDICTS else KEEP)
    if not rows or _mark(desk.index, rows) != form.get("mark", ""):
        raise BulkError("Others have decided meanwhile: this is what would change now.")
    note = form.get("note", "").strip()
    decisions = tuple(_decision(one, verdict, note) for one in desk.store.findings(rows))
    seen = {one.finding_id: desk.journal.entries(one.finding_id) for one in decisions}
    sitting.enter(decisions, seen, plural(len(decisions), "finding"))


def _meant(index: Index, filters: Filters, verdict: str) -> tuple[list[int], int]:
    """The rows that an answer is for, and how many more wait but have nothing to accept."""
    waiting = index.open_among(index.select(filters))
    if verdict != ACCEPT:
        return waiting.tolist(), 0
    meant = waiting[index.offers[waiting]]
    return meant.tolist(), len(waiting) - len(meant)


def _decision(finding: Finding, verdict: str, note: str) -> Decision:
    return answered(finding, Answer(finding.id, verdict))._replace(note=note)


def _offer(finding: Finding, verdict: str) -> Offer:
    """The best suggestion, or keeping, as the report words it."""
    fitting = (one for one in answers(finding, finding.id) if one.verdict == verdict)
    return next(fitting)


def _mark(index: Index, rows: Iterable[int]) -> str:
    return sha256("\n".join(index.ids[row] for row in rows).encode()).hexdigest()
