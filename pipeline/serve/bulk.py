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
from pipeline.write.report_wording import Answer as Offer
from pipeline.write.report_wording import answers

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
    findings, skipped = _meant(desk, filters, verdict)
    by_check = Counter(finding.code for finding in findings).most_common()
    shown = (Change(one, _offer(one, verdict)) for one in findings[:SHOWN])
    return Plan(verdict, len(findings), skipped, tuple(by_check), tuple(shown), _mark(findings))


def carry_out(desk: Desk, filters: Filters, form: Mapping[str, str]) -> None:
    """Puts a decision per finding on the log, all of them or none.

    Raises:
        BulkError: the findings are not those that the preview showed.
        ConflictError: somebody decided about one of them meanwhile.
    """
    verdict = form.get("verdict", "")
    findings, _ = _meant(desk, filters, verdict if verdict in BULK_VERDICTS else KEEP)
    if not findings or _mark(findings) != form.get("mark", ""):
        raise BulkError("Others have decided meanwhile: this is what would change now.")
    note = form.get("note", "").strip()
    decisions = tuple(_decision(one, verdict)._replace(note=note) for one in findings)
    seen = {one.id: desk.journal.entries(one.id) for one in findings}
    desk.enter(decisions, seen, f"{len(findings)} findings")


def _meant(desk: Desk, filters: Filters, verdict: str) -> tuple[list[Finding], int]:
    rows = desk.index.select(filters)
    waiting = [finding for _, finding in desk.open_among(rows)]
    if verdict != ACCEPT:
        return waiting, 0
    meant = [finding for finding in waiting if finding.suggestions]
    return meant, len(waiting) - len(meant)


def _decision(finding: Finding, verdict: str) -> Decision:
    return answered(finding, Answer(finding.id, verdict))


def _offer(finding: Finding, verdict: str) -> Offer:
    """The best suggestion, or keeping, as the report words it."""
    fitting = (one for one in answers(finding, finding.id) if one.verdict == verdict)
    return next(fitting)


def _mark(findings: Iterable[Finding]) -> str:
    return sha256("\n".join(one.id for one in findings).encode()).hexdigest()
