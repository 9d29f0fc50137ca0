"""Decisions taken: a person's answer to a finding of the last run, checked and put on the log."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pipeline.model.finding import Decision, Finding, Status, Suggestion
from pipeline.review.apply import Read
from pipeline.review.decisions import (
    ACCEPT,
    LOG,
    REPLACE,
    UNDO,
    VERDICTS,
    append_decision,
    read_decisions,
)
from pipeline.review.reading import read_as
from pipeline.review.refusal import (
    AmbiguousFindingError,
    NothingToAcceptError,
    NothingToReplaceError,
    NothingToUndoError,
    NotWritableError,
    StaleFindingError,
    UnknownFindingError,
    UnknownVerdictError,
    UnreadableValueError,
)
from pipeline.review.settle import literals_of, settle
from pipeline.review.written import read_digests, read_findings


class Answer(NamedTuple):
    """What a person says about a finding.

    ``prefix`` is any unique beginning of its id. ``value`` is the text to put in place for
    ``replace``, and which suggestion is meant for ``accept`` (the best one if empty). ``at`` is
    when, in ISO 8601.
    """

    prefix: str
    verdict: str
    value: str = ""
    note: str = ""
    by: str = ""
    at: str = ""


def decide(raw: Path, output: Path, answer: Answer, read: Read = read_as) -> Decision:
    """Puts one decision on the log of ``raw`` about a finding of the run in ``output``.

    The tables follow at the next run.

    Raises:
        RefusedError: the answer does not fit; its message says what to do, and nothing is written.
    """
    if answer.verdict not in VERDICTS:
        raise UnknownVerdictError(answer.verdict, VERDICTS)
    finding = find(read_findings(output), answer.prefix)
    if answer.verdict == UNDO:
        decision = _undo(finding, read_decisions(raw).decisions)
    else:
        digest = read_digests(output).get(finding.document, "")
        decision = answered(finding, answer, read)._replace(document_sha256=digest)
    decision = decision._replace(by=answer.by, at=answer.at, note=answer.note)
    try:
        append_decision(raw, decision)
    except OSError as error:
        raise NotWritableError(raw / LOG, error) from error
    return decision


def find(findings: Sequence[Finding], prefix: str) -> Finding:
    """The one finding whose id is the text or begins with it.

    Raises:
        UnknownFindingError: there is none.
        AmbiguousFindingError: there are several.
    """
    exact = [finding for finding in findings if finding.id == prefix]
    near = exact or [finding for finding in findings if prefix and finding.id.startswith(prefix)]
    if not near:
        raise UnknownFindingError(prefix)
    if len({finding.id for finding in near}) > 1:
        raise AmbiguousFindingError(prefix, sorted(finding.id for finding in near))
    return near[0]


def answered(finding: Finding, answer: Answer, read: Read = read_as) -> Decision:
    """The decision that an answer other than undo is, of nobody and no time yet.

    Raises:
        RefusedError: the answer does not fit the finding.
    """
    if finding.status is Status.STALE:
        raise StaleFindingError(finding.id)
    decision = about(finding, answer.verdict)
    if answer.verdict == ACCEPT:
        meant = _suggestion(finding, answer.value)
        return decision._replace(value=meant.value, changes=meant.changes)
    if answer.verdict == REPLACE:
        return decision._replace(value=_readable(finding, answer.value.strip(), read))
    return decision


def _undo(finding: Finding, decisions: Sequence[Decision]) -> Decision:
    """Takes back what is in force, in the words of the decision taken where there is one."""
    taken = [one for one in decisions if one.finding_id == finding.id]
    in_tables = finding.status is not Status.OPEN
    stands = bool(settle((), taken, {}).findings) if taken else in_tables
    if not stands:
        raise NothingToUndoError(finding.id)
    last = taken[-1] if taken else about(finding, UNDO)
    return last._replace(verdict=UNDO, value="", changes=())


def about(finding: Finding, verdict: str) -> Decision:
    """A decision with what finds the finding again, and nothing else."""
    return Decision(
        finding_id=finding.id,
        code=finding.code,
        # a finding about a whole document has no record; the mark ends the document's name
        record_id=finding.record_id or f"{finding.document}#",
        document_sha256="",
        field=finding.field,
        literals=literals_of(finding),
        verdict=verdict,
        value="",
        changes=(),
        by="",
        at="",
        note="",
    )


def _suggestion(finding: Finding, value: str) -> Suggestion:
    """The suggestion meant: the best one, or the one with the value given."""
    fitting = [one for one in finding.suggestions if value in ("", one.value)]
    if not fitting:
        raise NothingToAcceptError(finding.id, [one.value for one in finding.suggestions])
    return fitting[0]


def _readable(finding: Finding, value: str, read: Read) -> str:
    """The value as typed, if it reads as one of the finding's field."""
    if not finding.field or not finding.record_id:
        raise NothingToReplaceError(finding.id)
    if not value or read(finding.field, value) is None:
        raise UnreadableValueError(finding.field, value)
    return value
