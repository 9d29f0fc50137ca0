"""THE composition: all documents read or known, checked together, one folder out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from pipeline.crew import crew_size, make_ready
from pipeline.model.finding import Severity
from pipeline.read.found import find_documents
from pipeline.remember.cache import Cache
from pipeline.remember.memory import Memory, Run
from pipeline.review.beside import teaching_digest
from pipeline.version import VERSION
from pipeline.write.changes import (
    CHANGES,
    Changes,
    changes_since,
    earlier_output,
    unchanged_since,
)
from pipeline.write.folder import check_apart, check_beside, swapped_in
from pipeline.write.own import PROGRAM, RUN, write_json
from pipeline.write.reporting.totals import Counts

Progress = Callable[[int, int], None]


def utc_now() -> datetime:
    """The time, for ``run.json`` and decisions alone."""
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
    with swapped_in(options.output) as folder:
        earlier = earlier_output(options.output, options.against)
        taught = teaching_digest(options.raw)
        run = Run(options.raw, options.output, options.today, options.excel, taught)
        memory = Memory(options.cache, run, tuple(find_documents(options.raw)))
        standing = None if options.full else memory.standing()
        if standing:
            memory.keep(folder)
        counts = standing or _filled(folder, options, memory, progress)
        write_json(folder / RUN, _run_summary(options, counts, started))
        changes = _changes(earlier, folder, options, same=standing is not None)
        write_json(folder / CHANGES, (changes or Changes())._asdict())
    memory.remember(counts)
    return Outcome(counts, changes)


def _filled(folder: Path, options: Options, memory: Memory, progress: Progress) -> Counts:
    """The figures of a folder written anew; what that takes is imported for it alone."""
    from pipeline.engine import collecting_seldom

    known = tuple(not options.full and memory.knows(found) for found in memory.found)
    if crew_size(known.count(False), options.workers) > 1:
        make_ready()
    with collecting_seldom():
        from pipeline.fill import Job, fill

        told = (options.raw, options.today, memory, known, options.workers)
        return fill(folder, Job(*told, excel=options.excel), progress)


def _changes(earlier: Path | None, now: Path, options: Options, *, same: bool) -> Changes | None:
    if earlier is None:
        return None
    return unchanged_since(earlier) if same and not options.against else changes_since(earlier, now)


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
