"""The decision log followed as it grows: what stands for each finding, and appends that collide.

Reads only what was added since the last look; whoever else writes to the log meanwhile is seen.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path

from pipeline.model.finding import Decision
from pipeline.review.decisions import LOG, UNDO, append_to, decision_of, held_log
from pipeline.review.refusal import ConflictError, NotWritableError


class Journal:
    """All decisions of a folder of texts, by finding and in the order they were taken."""

    def __init__(self, raw: Path) -> None:
        self.raw = raw
        self._forget()

    def refresh(self) -> frozenset[str]:
        """Reads what was added, and names the findings that it is about."""
        try:
            with (self.raw / LOG).open("rb") as log:
                return self._follow(log.fileno())
        except FileNotFoundError:
            known = frozenset(self._entries)
            self._forget()
            return known

    def standing(self, finding_id: str) -> Decision | None:
        """The decision in force for a finding by its own id, or None."""
        taken = self._standing.get(finding_id)
        return taken[-1] if taken else None

    def last(self, finding_id: str) -> Decision | None:
        """The last entry about a finding, a counter-decision included, or None."""
        return self._last.get(finding_id)

    def entries(self, finding_id: str) -> int:
        """How many entries are about a finding: who has seen fewer has not seen the last."""
        return self._entries[finding_id]

    def known(self) -> Iterable[str]:
        """The findings that anything was said about."""
        return self._entries.keys()

    def latest(self, count: int, skipped: int = 0) -> tuple[Decision, ...]:
        """Entries, the newest first."""
        return tuple(islice(reversed(self._decisions), skipped, skipped + count))

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self._decisions)

    def append(self, decisions: Sequence[Decision], seen: Mapping[str, int]) -> None:
        """Puts decisions on the log unless somebody decided about one of their findings meanwhile.

        ``seen`` says by finding how many entries the reviewer knew of.

        Raises:
            ConflictError: somebody did; nothing is written.
            NotWritableError: the machine refuses to write there.
        """
        try:
            with held_log(self.raw) as log:
                self._follow(log)
                for one in decisions:
                    if self.entries(one.finding_id) != seen.get(one.finding_id, 0):
                        raise ConflictError(one.finding_id, self.last(one.finding_id))
                append_to(log, decisions)
                self._follow(log)
        except OSError as error:
            raise NotWritableError(self.raw / LOG, error) from error

    def _forget(self) -> None:
        self._at, self._file = 0, (0, 0)
        self._decisions: list[Decision] = []
        self._standing: dict[str, list[Decision]] = {}
        self._last: dict[str, Decision] = {}
        self._entries: Counter[str] = Counter()

    def _follow(self, log: int) -> frozenset[str]:
        """Reads whole lines from where the last look ended; a file replaced is read anew."""
        state = os.fstat(log)
        before: frozenset[str] = frozenset()
        if (state.st_dev, state.st_ino) != self._file or state.st_size < self._at:
            before = frozenset(self._entries)
            self._forget()
            self._file = (state.st_dev, state.st_ino)
        added = os.pread(log, state.st_size - self._at, self._at)
        whole = added[: added.rfind(b"\n") + 1]
        self._at += len(whole)
        return before.union(*(self._enter(line) for line in whole.split(b"\n")[:-1]))

    def _enter(self, line: bytes) -> frozenset[str]:
        try:
            decision = decision_of(line)
        except (ValueError, RecursionError):  # a run lists it as M06
            return frozenset()
        self._decisions.append(decision)
        self._last[decision.finding_id] = decision
        self._entries[decision.finding_id] += 1
        taken = self._standing.setdefault(decision.finding_id, [])
        if decision.verdict != UNDO:
            taken.append(decision)
        elif taken:
            taken.pop()
        return frozenset((decision.finding_id,))
