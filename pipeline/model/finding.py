"""What is doubtful: problems that checks yield, findings the runner stamps, decisions of people."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from pipeline.model.source import RawDocument, Span
from pipeline.model.value import Record, Value


class Severity(StrEnum):
    """How sure a check is: an error cannot be right, a warning wants a look, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Status(StrEnum):
    """Where a finding stands in review."""

    OPEN = "open"
    ACCEPTED = "accepted"
    KEPT = "kept"
    REPLACED = "replaced"
    STALE = "stale"


UNANSWERED = (Status.OPEN, Status.STALE)


class Change(NamedTuple):
    """One literal to rewrite: a suggestion's part.

    ``literal`` is what stands in the text, empty where nothing does; ``value`` what the table
    holds after, in the field's unit, empty for no value at all; ``corrected`` how that would be
    written in the literal's place, empty where nobody can tell.
    """

    field: str
    value_id: str
    literal: str
    value: str
    corrected: str = ""


class Suggestion(NamedTuple):
    """A correction that would mend the problem: offered with its reason, never applied.

    ``value`` is in the field's canonical unit (an ISO date for dates); ``score`` is a log weight,
    higher is likelier.
    """

    value: str
    mechanism: str
    reason: str
    score: float
    changes: tuple[Change, ...] = ()


class Problem(NamedTuple):
    """What a check yields; the runner makes a finding of it.

    ``at`` are the values involved, the one to blame first. ``computed`` is the formula with its
    figures. ``field`` overrides the blamed field where there is no value to point at (a missing
    one); ``span`` overrides where it stands.
    """

    message: str
    at: tuple[Value, ...] = ()
    suggest: tuple[Suggestion, ...] = ()
    computed: str = ""
    field: str = ""
    span: Span | None = None
    severity: Severity | None = None


class Mention(NamedTuple):
    """A place in the text that a finding rests on; ``role`` says how (blamed, involved, source)."""

    document: str
    record_id: str
    start: int
    end: int
    text: str
    role: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubt with its evidence, its explanation and the corrections that fit."""

    id: str
    code: str
    severity: Severity
    document: str
    record_id: str
    field: str
    fields: tuple[str, ...]
    message: str
    computed: str
    line: int
    column: int
    start: int
    end: int
    text: str
    evidence: tuple[Mention, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    status: Status = Status.OPEN
    decided_by: str = ""
    decided_at: str = ""


class Decision(NamedTuple):
    """A reviewer's answer to one finding, as appended to ``decisions.jsonl``."""

    finding_id: str
    code: str
    record_id: str
    document_sha256: str
    field: str
    literals: tuple[str, ...]
    verdict: str
    value: str
    changes: tuple[Change, ...]
    by: str
    at: str
    note: str


class Identifier(NamedTuple):
    """Digits that count nothing: a phone number, an address, a time stamp, a list number."""

    span: Span
    kind: str


@dataclass(frozen=True)
class Extraction:
    """Everything that one document gave: the result of the whole flow for it.

    ``numbers`` are the spans of all figures of the text; ``accounted`` how many of them a value
    or an identifier explains. ``lasting`` tells that a later day finds the same.
    """

    document: RawDocument
    records: tuple[Record, ...]
    findings: tuple[Finding, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    numbers: tuple[Span, ...] = ()
    accounted: int = 0
    confidence: Decimal | None = None
    lasting: bool = False
