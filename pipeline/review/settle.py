"""Decisions matched to the findings of this run: each finding gets its status, no decision is lost.

A decision holds for the finding with its id. Where that is gone, it holds for the one finding with
the same code, field and literals in the same document, or in one with the same bytes; where there
is none, or more than one, it is listed as stale.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.model.finding import Decision, Finding, Severity, Status
from pipeline.review.decisions import ACCEPT, KEEP, REPLACE, UNDO

STATUS = {ACCEPT: Status.ACCEPTED, KEEP: Status.KEPT, REPLACE: Status.REPLACED}

_Key = tuple[str, str, tuple[str, ...]]


class Decided(NamedTuple):
    """A finding with the decision that is in force for it."""

    finding: Finding
    decision: Decision


class Settlement(NamedTuple):
    """All findings with their status, stale decisions last, and what was decided, in log order."""

    findings: tuple[Finding, ...]
    decided: tuple[Decided, ...]

    @property
    def records(self) -> frozenset[str]:
        """Ids of the records that a decision changes: they are checked again."""
        changing = (one for one in self.decided if one.decision.verdict != KEEP)
        return frozenset(one.finding.record_id for one in changing)


def settle(
    findings: Iterable[Finding], decisions: Sequence[Decision], sha256_of: Mapping[str, str]
) -> Settlement:
    """The findings with what people decided about them.

    ``sha256_of`` gives the digest of every document by its path. ``undo`` takes back the last
    verdict that still holds, so that the one before it holds again.
    """
    found = tuple(findings)
    standing = _standing(decisions, _targets(found, decisions, sha256_of))
    by_id = {finding.id: finding for finding in found}
    settled = (_settled(finding, standing.get(finding.id)) for finding in found)
    stale = (_stale(decision) for id_, decision in standing.items() if id_ not in by_id)
    decided = (Decided(by_id[id_], one) for id_, one in standing.items() if id_ in by_id)
    return Settlement((*settled, *stale), tuple(decided))


def rechecked(
    settlement: Settlement, again: Iterable[Finding], records: frozenset[str]
) -> tuple[Finding, ...]:
    """The findings after ``records`` were checked again with the values in force.

    What was decided keeps its status; of the rest about these records only what the second look
    found is open.
    """
    answered = {f.id for f in settlement.findings if f.status is not Status.OPEN}
    kept = (f for f in settlement.findings if f.record_id not in records or f.id in answered)
    ids = {_whereabouts(f): f.id for f in settlement.findings}
    named = (replace(f, id=ids.get(_whereabouts(f), f.id)) for f in again)
    fresh = (f for f in named if f.record_id in records and f.id not in answered)
    return (*kept, *fresh)


def _whereabouts(finding: Finding) -> tuple[object, ...]:
    """What tells apart findings whose ids differ by ``-2`` only, which a second look may shift."""
    return finding.id.partition("-")[0], finding.record_id, finding.start, finding.end


def written(text: str) -> str:
    """A text as the tables hold it: without lone surrogates, which no file can hold."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def literals_of(finding: Finding) -> tuple[str, ...]:
    """The literals that a finding rests on, by which a decision finds it again."""
    return tuple(mention.text for mention in finding.evidence) or (finding.text,)


def _standing(decisions: Iterable[Decision], targets: Iterable[str]) -> dict[str, Decision]:
    """The decision in force by finding, in the order in which they were taken."""
    verdicts: dict[str, list[tuple[int, Decision]]] = defaultdict(list)
    for moment, (target, decision) in enumerate(zip(targets, decisions, strict=True)):
        if decision.verdict != UNDO:
            verdicts[target].append((moment, decision))
        elif verdicts[target]:
            verdicts[target].pop()
    last = sorted((taken[-1][0], id_, taken[-1][1]) for id_, taken in verdicts.items() if taken)
    return {id_: decision for _, id_, decision in last}


def _targets(
    found: Sequence[Finding], decisions: Sequence[Decision], sha256_of: Mapping[str, str]
) -> tuple[str, ...]:
    """The id of the finding that each decision is about; its own where nothing fits it."""
    ids = {finding.id for finding in found}
    like: dict[_Key, list[Finding]] = defaultdict(list)
    for finding in found:
        like[_key(finding.code, finding.field, literals_of(finding))].append(finding)

    def target(decision: Decision) -> str:
        if decision.finding_id in ids:
            return decision.finding_id
        fitting = like[_key(decision.code, decision.field, decision.literals)]
        near = [f for f in fitting if _same_document(f, decision, sha256_of)]
        return near[0].id if len(near) == 1 else decision.finding_id

    return tuple(map(target, decisions))


def _key(code: str, field: str, literals: Iterable[str]) -> _Key:
    return code, field, tuple(sorted(map(written, literals)))


def _same_document(finding: Finding, decision: Decision, sha256_of: Mapping[str, str]) -> bool:
    digest = sha256_of.get(finding.document, "")
    same_bytes = bool(digest) and digest == decision.document_sha256
    return same_bytes or written(finding.document) == written(document_of(decision.record_id))


def document_of(record_id: str) -> str:
    """The document of a record: what stands before the last ``#`` of its id."""
    return record_id.rpartition("#")[0] or record_id


def _settled(finding: Finding, decision: Decision | None) -> Finding:
    if decision is None:
        return finding
    status = STATUS[decision.verdict]
    return replace(finding, status=status, decided_by=decision.by, decided_at=decision.at)


def _told(decision: Decision, literal: str) -> str:
    """What was decided of which literal: “1,220” was replaced by 1220000."""
    said = {
        ACCEPT: f"was accepted as {decision.value or 'no value'}",
        KEEP: "was kept as written",
        REPLACE: f"was replaced by {decision.value}",
    }
    return f"{f'“{literal}”' if literal else 'This'} {said[decision.verdict]} before"


def _stale(decision: Decision) -> Finding:
    """A row for a decision that no finding of this run fits."""
    literal = " … ".join(decision.literals)
    return Finding(
        id=decision.finding_id,
        code=decision.code,
        severity=Severity.NOTE,
        document=document_of(decision.record_id),
        record_id=decision.record_id,
        field=decision.field,
        fields=(decision.field,) if decision.field else (),
        message=f"{_told(decision, literal)}, but no finding of this run fits.",
        computed="",
        line=1,
        column=1,
        start=0,
        end=0,
        text=literal,
        status=Status.STALE,
        decided_by=decision.by,
        decided_at=decision.at,
    )
