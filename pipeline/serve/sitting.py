"""One person's sitting at the desk: what they decide and teach, and take back again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from pipeline.model.finding import Decision, Finding, Status
from pipeline.review.decide import about
from pipeline.review.decisions import UNDO, VERDICTS
from pipeline.review.lecture import Change
from pipeline.review.lesson import take_back, teach
from pipeline.review.refusal import NothingToUndoError, UnknownVerdictError
from pipeline.review.settle import document_of
from pipeline.run import utc_now
from pipeline.serve.choice import Action, Choice, chosen, said
from pipeline.serve.columns import WITHDRAWN
from pipeline.serve.desk import Desk

ACTIONS_KEPT = 100
TEACH = "teach"


@dataclass
class Sitting:
    """Who sits at a desk, and what they have done there so far; ``last`` may be an undo."""

    desk: Desk
    by: str
    clock: Callable[[], datetime] = utc_now
    actions: list[Action] = field(default_factory=list)
    last: Action | None = None

    def decide(self, finding_id: str, choice: Choice) -> None:
        """Puts a choice on the log.

        Raises:
            RefusedError: it does not fit, or somebody else decided meanwhile; nothing is written.
        """
        if choice.verdict not in VERDICTS:
            raise UnknownVerdictError(choice.verdict, VERDICTS)
        finding = self.desk.finding(finding_id)
        decision = self._undone(finding) if choice.verdict == UNDO else chosen(finding, choice)
        words = said(finding, decision)
        self.enter((decision._replace(note=choice.note),), {finding_id: choice.seen}, words)

    def enter(self, decisions: Sequence[Decision], seen: dict[str, int], words: str) -> None:
        """Signs decisions and puts all of them on the log, or none.

        Raises:
            RefusedError: somebody else decided meanwhile, or the log cannot be written.
        """
        at = self.clock().isoformat(timespec="seconds")
        journal = self.desk.journal
        journal.append(tuple(self._signed(one, at) for one in decisions), seen)
        for one in decisions:
            self.desk.overlay(one.finding_id)
        # what the journal holds is kept, not the same once more
        entered = tuple(filter(None, (journal.last(one.finding_id) for one in decisions)))
        self._did(Action(decisions[0].verdict, entered, words))

    def teach(self, change: Change, words: str) -> None:
        """Writes a lesson down; it acts at the next run.

        Raises:
            RefusedError: it makes no sense, or the file cannot be written.
        """
        before = self.desk.taught_count()
        written = teach(self.desk.raw, change)
        self.desk.learn()
        answered = max(self.desk.taught_count() - before, 0)
        self._did(Action(TEACH, (), words, written, answered))

    def undo_last(self) -> Action:
        """Takes back the last thing done here with counter-decisions.

        Raises:
            RefusedError: there is none, or somebody else decided meanwhile.
        """
        if not self.actions:
            raise NothingToUndoError("anything here")
        last = self.actions[-1]
        if last.taught:
            take_back(self.desk.raw, last.taught)
            self.last, self.actions = last._replace(verdict=UNDO), self.actions[:-1]
            self.desk.learn()
            return last
        counter = [
            one._replace(verdict=UNDO, value="", changes=(), note="") for one in last.decisions
        ]
        self.enter(
            counter, {one.finding_id: self._known(one) for one in last.decisions}, last.words
        )
        self.actions = self.actions[:-2]
        return last

    def _did(self, action: Action) -> None:
        self.last = action
        self.actions = [*self.actions[-ACTIONS_KEPT:], action]

    def _known(self, decision: Decision) -> int:
        """The entries about a finding if a decision of ours is the last, else too few."""
        journal = self.desk.journal
        is_last = journal.last(decision.finding_id) == decision
        return journal.entries(decision.finding_id) if is_last else -1

    def _undone(self, finding: Finding) -> Decision:
        row = self.desk.index.row(finding.id)
        if row is None or self.desk.index.status_of(row) in (Status.OPEN, WITHDRAWN):
            raise NothingToUndoError(finding.id)
        taken = self.desk.journal.standing(finding.id) or about(finding, UNDO)
        return taken._replace(verdict=UNDO, value="", changes=())

    def _signed(self, decision: Decision, at: str) -> Decision:
        known = self.desk.documents.get(document_of(decision.record_id))
        sha256 = decision.document_sha256 or (known.sha256 if known else "")
        return decision._replace(by=self.by, at=at, document_sha256=sha256)
