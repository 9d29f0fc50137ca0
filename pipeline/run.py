"""THE composition: all documents read or known, checked together, one folder out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from inspect import cleandoc
from pathlib import Path
from typing import NamedTuple

from pipeline.checks.card import Card
from pipeline.checks.catalogue import TOLD
from pipeline.checks.folder import Folder
from pipeline.checks.runner import check_folder
from pipeline.engine import collecting_seldom
from pipeline.lexicon.taught import taught
from pipeline.model.finding import Finding, Severity
from pipeline.read.ingest import Found, find_documents
from pipeline.remember.cache import Cache
from pipeline.remember.memory import Memory, Run
from pipeline.review.decisions import read_decisions
from pipeline.review.revise import Revision, concerned_by, revise_concerned, second_look
from pipeline.review.teaching import read_teaching, spoiled_findings, teaching_digest
from pipeline.version import VERSION
from pipeline.worker import read_documents, read_sheets
from pipeline.write.changes import (
    CHANGES,
    Changes,
    changes_since,
    earlier_output,
    unchanged_since,
)
from pipeline.write.folder import check_apart, check_beside, swapped_in
from pipeline.write.ledger import Ledger
from pipeline.write.pack import unpack_card
from pipeline.write.package import PROGRAM, RUN, write_json
from pipeline.write.report import Counts, Rationale, Report
from pipeline.write.shelf import Shelf
from pipeline.write.spool import Spool
from pipeline.write.tables import Tables

Progress = Callable[[int, int], None]


def utc_now() -> datetime:
    """The time, for ``run.json`` alone."""
    return datetime.now(UTC)


def silent(_done: int, _total: int) -> None:
    """Shows no progress."""


@dataclass(frozen=True)
class Options:
    """What a run is told; ``workers`` None is one per processor, as far as they have work.

    ``against`` is an earlier output to compare with; None is the one that this run replaces.
    ``cache`` is where sheets are kept from run to run, None for nowhere; ``full`` reads none.
    """

    raw: Path
    output: Path
    today: date
    workers: int | None = None
    excel: bool = False
    against: Path | None = None
    cache: Cache | None = None
    full: bool = False
    clock: Callable[[], datetime] = utc_now


class Outcome(NamedTuple):
    """What a run says of itself: its figures, and what changed since an earlier one, if any."""

    counts: Counts
    changes: Changes | None


def run_folder(options: Options, progress: Progress = silent) -> Outcome:
    """Reads every document of a folder and leaves tables and report in another.

    Raises:
        CannotRunError: the folders cannot be read from or written to; nothing has changed.
    """
    started = options.clock()
    check_apart(options.raw, options.output)
    if options.cache:
        check_beside(options.cache.folder, options.raw, options.output)
    lesson = read_teaching(options.raw)
    with swapped_in(options.output) as folder, taught(lesson.teaching), collecting_seldom():
        earlier = earlier_output(options.output, options.against)
        found = tuple(find_documents(options.raw))
        taught_words = teaching_digest(options.raw)
        run = Run(options.raw, options.output, options.today, options.excel, taught_words)
        memory = Memory(options.cache, run, found)
        standing = None if options.full else memory.standing()
        if standing:
            memory.keep(folder)
        job = _Job(found, memory, spoiled_findings(lesson))
        counts = standing or _fill(folder, job, options, progress)
        write_json(folder / RUN, _run_summary(options, counts, started))
        changes = _changes(earlier, folder, options, same=standing is not None)
        write_json(folder / CHANGES, (changes or Changes())._asdict())
    memory.remember(counts)
    return Outcome(counts, changes)


def _changes(earlier: Path | None, now: Path, options: Options, *, same: bool) -> Changes | None:
    if earlier is None:
        return None
    return unchanged_since(earlier) if same and not options.against else changes_since(earlier, now)


class _Job(NamedTuple):
    """The documents of a run, what is known of them, and what in their teaching has no sense."""

    found: tuple[Found, ...]
    memory: Memory
    spoiled: tuple[Finding, ...]


def _fill(folder: Path, job: _Job, options: Options, progress: Progress) -> Counts:
    with Spool(folder) as spool:
        over = Folder(options.today)
        for done, (packed, card) in enumerate(_sheets(job, options), start=1):
            spool.append(packed)
            over.add((card,))
            progress(done, len(job.found))
        shelf = Shelf(job.found, spool)
        over_folder = (*check_folder(over), *job.spoiled)
        return _written(folder, shelf, _revised(shelf, over_folder, options), options)


def _sheets(job: _Job, options: Options) -> Iterator[tuple[bytes, Card]]:
    """The sheet and card of every document: from an earlier run where it is known, else read."""
    known = [not options.full and job.memory.knows(found) for found in job.found]
    missing = tuple(one for one, is_known in zip(job.found, known, strict=True) if not is_known)
    today = options.today
    fresh = read_sheets(missing, today, options.workers)
    for found, is_known in zip(job.found, known, strict=True):
        kept = job.memory.sheet(found) if is_known else None
        packed = kept or (next(fresh) if not is_known else next(read_sheets((found,), today)))
        card = unpack_card(packed)
        if not kept:
            job.memory.learn(found, card, packed)
        yield packed, card


def _revised(shelf: Shelf, over_folder: tuple[Finding, ...], options: Options) -> Revision:
    """What decisions make of the run; the documents that they name are read once more."""
    log = read_decisions(options.raw)
    names = concerned_by(log)
    concerned = (
        found
        for found, card in zip(shelf.found, shelf.cards() if log.decisions else (), strict=False)
        if names(card.document, card.sha256)
    )
    read = tuple(read_documents(tuple(concerned), options.today))
    again = partial(second_look, shelf.cards, options.today)
    return revise_concerned(read, over_folder, log, again)


def _written(folder: Path, shelf: Shelf, revision: Revision, options: Options) -> Counts:
    """Tables, texts and report, written sheet by sheet."""
    shelf.replace(revision.documents)
    over_folder: dict[str, list[Finding]] = defaultdict(list)
    for finding in revision.over_folder:
        over_folder[finding.document].append(finding)
    with Tables(folder, options.excel) as tables:
        ledger = Ledger(folder, tables, over_folder)
        for sheet in shelf:
            ledger.enter(sheet)
        return ledger.close(_report(options.today), shelf.sheet, shelf.document)


def _report(today: date) -> Report:
    rationales = {check.code: _rationale(check.rationale) for check in TOLD.values()}
    return Report(Counts(), rationales=rationales, today=today.isoformat(), version=VERSION)


def _rationale(docstring: str) -> Rationale:
    title, _, text = cleandoc(docstring).partition("\n")
    return Rationale(title, text.strip())


def _run_summary(options: Options, counts: Counts, started: datetime) -> dict[str, object]:
    ended = options.clock()
    return {
        "program": PROGRAM,
        "version": VERSION,
        "teaching": teaching_digest(options.raw),
        "options": {
            "raw": str(options.raw),
            "output": str(options.output),
            "today": options.today.isoformat(),
            "workers": options.workers,
            "excel": options.excel,
        },
        "counts": {
            "documents": counts.documents,
            "records": counts.records,
            "values": counts.values,
            "findings": {severity.value: counts.unanswered(severity) for severity in Severity},
            "numbers": counts.numbers,
            "accounted": counts.accounted,
        },
        "accounted_share": round(counts.accounted / counts.numbers, 4) if counts.numbers else 1,
        "started": started.isoformat(timespec="seconds"),
        "seconds": round((ended - started).total_seconds(), 3),
    }
