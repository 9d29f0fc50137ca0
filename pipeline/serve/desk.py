"""What lies before a reviewer: the findings of the last run and the decisions about them.

Both are followed: another run that replaces the output, and decisions that others take, show at
the next request.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from pipeline.model.finding import Decision, Finding, Status
from pipeline.review.decide import about
from pipeline.review.decisions import UNDO, VERDICTS
from pipeline.review.journal import Journal
from pipeline.review.lecture import Change
from pipeline.review.lesson import take_back, teach
from pipeline.review.refusal import (
    NothingToUndoError,
    UnknownFindingError,
    UnknownVerdictError,
)
from pipeline.review.settle import document_of
from pipeline.review.teaching import read_teaching, teaching_digest
from pipeline.serve.choice import Action, Choice, chosen
from pipeline.serve.columns import TAUGHT, WITHDRAWN
from pipeline.serve.count import RecordTable
from pipeline.serve.filters import Filters
from pipeline.serve.index import Index
from pipeline.serve.left import marks_of, read_object, stamp_of
from pipeline.serve.standing import answered_by, status_after
from pipeline.serve.store import Store
from pipeline.serve.text import Texts, read_documents
from pipeline.write.changes import CHANGES
from pipeline.write.folder import heal
from pipeline.write.package import RUN

ACTIONS_KEPT = 100
TEACH = "teach"


def utc_now() -> datetime:
    """The time that decisions are marked with."""
    return datetime.now(UTC)


@dataclass
class Desk:
    """The folder of texts, the output of its last run, and who reviews."""

    raw: Path
    output: Path
    by: str
    clock: Callable[[], datetime] = utc_now
    actions: list[Action] = field(default_factory=list)
    last: Action | None = None
    _records: RecordTable | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        """Opens the output.

        Raises:
            NoFindingsError: it holds no output of a run.
        """
        self.journal = Journal(self.raw)
        self._open()

    def refresh(self) -> None:
        """Takes in what other people and other runs have done since the last look."""
        if stamp_of(self.output) not in (self._stamp, None):
            self._open()
        for id_ in self.journal.refresh():
            self._overlay(id_)
        if teaching_digest(self.raw) != self.taught_by:
            self._learn()

    def teach(self, change: Change, words: str) -> None:
        """Writes a lesson down; it acts at the next run.

        Raises:
            RefusedError: it makes no sense, or the file cannot be written.
        """
        written = teach(self.raw, change)
        self.last = Action(TEACH, (), words, written)
        self.actions = [*self.actions[-ACTIONS_KEPT:], self.last]
        self._learn()

    def finding(self, finding_id: str) -> Finding:
        """A finding with where it stands now.

        Raises:
            UnknownFindingError: the run has no such finding.
        """
        row = self.index.row(finding_id)
        if row is None:
            raise UnknownFindingError(finding_id)
        found, status = self.store.finding(row), self.index.status_of(row)
        last = self.journal.standing(finding_id)
        by, at = (last.by, last.at) if last else (found.decided_by, found.decided_at)
        shown = {WITHDRAWN: Status.STALE, TAUGHT: Status.OPEN}.get(status) or Status(status)
        return replace(found, status=shown, decided_by=by, decided_at=at)

    def decide(self, finding_id: str, choice: Choice) -> None:
        """Puts a choice on the log.

        Raises:
            RefusedError: it does not fit, or somebody else decided meanwhile; nothing is written.
        """
        if choice.verdict not in VERDICTS:
            raise UnknownVerdictError(choice.verdict, VERDICTS)
        finding = self.finding(finding_id)
        decision = self._undone(finding) if choice.verdict == UNDO else chosen(finding, choice)
        self.enter(
            (decision._replace(note=choice.note),), {finding_id: choice.seen}, finding.message
        )

    def enter(self, decisions: Sequence[Decision], seen: dict[str, int], words: str) -> None:
        """Signs decisions and puts all of them on the log, or none.

        Raises:
            RefusedError: somebody else decided meanwhile, or the log cannot be written.
        """
        at = self.clock().isoformat(timespec="seconds")
        signed = tuple(self._signed(one)._replace(by=self.by, at=at) for one in decisions)
        self.journal.append(signed, seen)
        for one in signed:
            self._overlay(one.finding_id)
        self.last = Action(signed[0].verdict, signed, words)
        self.actions = [*self.actions[-ACTIONS_KEPT:], self.last]

    def undo_last(self) -> Action:
        """Takes back the last thing done at this desk with counter-decisions.

        Raises:
            RefusedError: there is none, or somebody else decided meanwhile.
        """
        if not self.actions:
            raise NothingToUndoError("anything here")
        last = self.actions[-1]
        if last.taught:
            take_back(self.raw, last.taught)
            self.last, self.actions = last._replace(verdict=UNDO), self.actions[:-1]
            self._learn()
            return last
        counter = [
            one._replace(verdict=UNDO, value="", changes=(), note="") for one in last.decisions
        ]
        self.enter(
            counter, {one.finding_id: self._known(one) for one in last.decisions}, last.words
        )
        self.actions = self.actions[:-2]
        return last

    def waiting_for_run(self) -> int:
        """How many findings have another status than in the tables."""
        ids = (self.index.row(id_) for id_ in self.journal.known())
        rows = (row for row in ids if row is not None)
        return sum(self.index.status_of(row) != self.index.in_table(row) for row in rows)

    @property
    def records(self) -> RecordTable:
        """The table of records, read when a view first asks for all of it."""
        self._records = self._records or RecordTable(self.output)
        return self._records

    def is_taught_since(self) -> bool:
        """Whether the teaching is another one than the run went by."""
        return self.taught_by != str(self.run.get("teaching", ""))

    def open_among(self, rows: Iterable[int]) -> Iterator[tuple[int, Finding]]:
        """Those of some rows that wait for an answer, with their findings."""
        for row in rows:
            if self.index.status_of(row) == Status.OPEN:
                yield row, self.store.finding(row)

    def _known(self, decision: Decision) -> int:
        """The entries about a finding if a decision of ours is the last, else too few."""
        is_last = self.journal.last(decision.finding_id) == decision
        return self.journal.entries(decision.finding_id) if is_last else -1

    def _undone(self, finding: Finding) -> Decision:
        stands = self.journal.standing(finding.id)
        row = self.index.row(finding.id)
        if row is None or self.index.status_of(row) in (Status.OPEN, WITHDRAWN):
            raise NothingToUndoError(finding.id)
        taken = stands or about(finding, UNDO)
        return taken._replace(verdict=UNDO, value="", changes=())

    def _signed(self, decision: Decision) -> Decision:
        if decision.document_sha256:
            return decision
        known = self.documents.get(document_of(decision.record_id))
        return decision._replace(document_sha256=known.sha256 if known else "")

    def _overlay(self, finding_id: str) -> None:
        """The status of a finding after what the log says of it."""
        row = self.index.row(finding_id)
        if row is not None:
            in_table = self.index.in_table(row)
            self.index.set_status(row, status_after(self.journal, finding_id, in_table))

    def _open(self) -> None:
        heal(self.output)
        self._stamp = stamp_of(self.output)
        self.changes = read_object(self.output / CHANGES)
        self.index = Index(self.output, marks_of(self.changes))
        self.store = Store(self.output)
        self._records = None
        self.run = read_object(self.output / RUN)
        self.documents = read_documents(self.output)
        self.texts = Texts(self.raw, self.output, self.documents)
        self.journal.refresh()
        for id_ in tuple(self.journal.known()):
            self._overlay(id_)
        self._learn()

    def _learn(self) -> None:
        """Takes in what is taught: what it will answer at the next run waits for nobody."""
        self.taught_by, self.lesson = teaching_digest(self.raw), read_teaching(self.raw)
        for row in self.index.select(Filters(status=TAUGHT)).tolist():
            self.index.set_status(row, Status.OPEN)
        today = self.clock().astimezone().date()
        for row in set(answered_by(self.lesson.teaching, self.index, self.store, today)):
            self.index.set_status(row, TAUGHT)
