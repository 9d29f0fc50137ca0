"""What lies before a reviewer: the findings of the last run and the decisions about them.

Both are followed: another run that replaces the output, and decisions that others take, show at
the next request.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pipeline.model.finding import Finding, Status
from pipeline.review.beside import teaching_digest
from pipeline.review.journal import Journal
from pipeline.review.refusal import UnknownFindingError
from pipeline.review.teaching import read_teaching
from pipeline.serve.columns import TAUGHT, WITHDRAWN
from pipeline.serve.filters import Filters
from pipeline.serve.index import Index
from pipeline.serve.left import marks_of, read_object, stamp_of
from pipeline.serve.records import RecordTable
from pipeline.serve.standing import answered_by, status_after
from pipeline.serve.store import Store
from pipeline.serve.text import Texts, read_documents
from pipeline.write.changes import CHANGES
from pipeline.write.folder import heal
from pipeline.write.own import RUN


@dataclass
class Desk:
    """The folder of texts and the output of its last run, as things stand ``today``."""

    raw: Path
    output: Path
    today: Callable[[], date] = date.today
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
            self.overlay(id_)
        if teaching_digest(self.raw) != self.taught_by:
            self.learn()

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

    @property
    def records(self) -> RecordTable:
        """The table of records, read when a view first asks for all of it."""
        self._records = self._records or RecordTable(self.output)
        return self._records

    def is_taught_since(self) -> bool:
        """Whether the teaching is another one than the run went by."""
        return self.taught_by != str(self.run.get("teaching", ""))

    def taught_count(self) -> int:
        """How many findings wait for nobody, because what is taught will answer them."""
        return len(self.index.select(Filters(status=TAUGHT)))

    def overlay(self, finding_id: str) -> None:
        """Gives a finding its status after what the log says of it."""
        row = self.index.row(finding_id)
        if row is not None:
            in_table = self.index.in_table(row)
            self.index.set_status(row, status_after(self.journal, finding_id, in_table))

    def learn(self) -> None:
        """Takes in what is taught: what it will answer at the next run waits for nobody."""
        self.taught_by, self.lesson = teaching_digest(self.raw), read_teaching(self.raw)
        for row in self.index.select(Filters(status=TAUGHT)).tolist():
            self.index.set_status(row, Status.OPEN)
        for row in set(answered_by(self.lesson.teaching, self.index, self.store, self.today())):
            self.index.set_status(row, TAUGHT)

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
            self.overlay(id_)
        self.learn()
