"""What a run remembers of earlier ones: sheets of documents, and an output that still stands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.read.found import Found
from pipeline.remember.cache import Cache
from pipeline.remember.digest import Digests
from pipeline.remember.standing import Standing
from pipeline.review.decisions import LOG
from pipeline.write.reporting.totals import Counts

if TYPE_CHECKING:
    from pipeline.checks.view.card import Card

LASTING, PASSING = "from", "only"  # a sheet that holds from a day on, or on that day alone
STAMP = len(f"{LASTING} {date.min}")


class Run(NamedTuple):
    """What the result of a run depends on besides the documents and the log of decisions.

    ``teaching`` is the hash of what a person taught; ``excel`` is about the files alone.
    """

    raw: Path
    output: Path
    today: date
    excel: bool = False
    teaching: str = ""


class Memory:
    """What is known of the documents of one run; without a cache nothing is."""

    def __init__(self, cache: Cache | None, run: Run, found: Sequence[Found]) -> None:
        """Takes the cache, if any, and looks which documents are as they were."""
        self.found = tuple(found)
        self._cache, self._run = cache, run
        self._digests: dict[str, str] = {}
        if cache is None:
            return
        digests = Digests(cache, run.raw)
        self._digests = {one.path: digests.of(one) for one in found}
        digests.save()
        self._standing = Standing(cache, run.output)
        self._made_from = self._hash(found)

    def knows(self, found: Found) -> bool:
        """Whether the sheet of a document should be there."""
        key = self._key(found)
        stamp = self._cache.beginning(key, STAMP) if key and self._cache else b""
        return _holds(stamp, self._run.today)

    def sheet(self, found: Found) -> bytes | None:
        """The packed sheet of a document, None where there is none after all."""
        key = self._key(found)
        entry = (self._cache.get(key) if key and self._cache else None) or b""
        return entry[STAMP:] if _holds(entry[:STAMP], self._run.today) else None

    def learn(self, found: Found, card: Card, packed: bytes) -> None:
        """Keeps the sheet of a document that has been read, unless its file changed meanwhile."""
        if self._cache and card.sha256 and self._digests.get(found.path) == card.sha256:
            stamp = _stamp(self._run.today, lasting=card.lasting)
            self._cache.put(self._key(found), stamp + packed)

    def standing(self) -> Counts | None:
        """The figures of the output if a run would write the same files again."""
        return self._standing.counts(self._made_from) if self._cache else None

    def keep(self, folder: Path) -> None:
        """Puts the files of the output that still stands into the folder that replaces it."""
        self._standing.keep(folder)

    def remember(self, counts: Counts) -> None:
        """Notes what the output, now in place, was made from."""
        if self._cache:
            self._standing.remember(self._made_from, counts)
            self._cache.trim()

    def _key(self, found: Found) -> str:
        """The name of a document's entry, empty where it cannot be read or nothing is kept."""
        digest = self._digests.get(found.path)
        if not digest or self._cache is None:
            return ""
        return self._cache.key("sheet", found.path, digest, self._run.teaching)

    def _hash(self, found: Sequence[Found]) -> str:
        """A name for all that the output is a function of; the program is in every key."""
        told = [(one.path, self._digests[one.path], one.problem) for one in found]
        log = self._run.raw / LOG
        decided = log.read_bytes().hex() if log.is_file() else ""
        run = self._run
        parts = (json.dumps(told), decided, run.today.isoformat(), run.teaching, str(run.excel))
        return self._cache.key("run", *parts) if self._cache else ""


def _stamp(today: date, *, lasting: bool) -> bytes:
    """What an entry begins with: since when it holds."""
    return f"{LASTING if lasting else PASSING} {today}".encode()


def _holds(stamp: bytes, today: date) -> bool:
    """Whether an entry is what reading the document today would give."""
    kind, _, day = stamp.decode(errors="replace").partition(" ")
    return day == today.isoformat() or (kind == LASTING and day < today.isoformat())
