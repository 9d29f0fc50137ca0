"""THE composition: one document in a worker, all documents in an executor, one folder out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from inspect import cleandoc
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pipeline.checks.catalogue import CATALOGUE
from pipeline.checks.folder import folder_of
from pipeline.checks.runner import check_document, check_folder
from pipeline.engine import Work, local_crew, work_through
from pipeline.extract.document import extract_document
from pipeline.lexicon.taught import taught, teaching_in_force
from pipeline.model.finding import Extraction, Finding, Severity
from pipeline.model.source import RawDocument, Repair, Span
from pipeline.model.teaching import NOTHING, Teaching
from pipeline.read.ingest import Found, find_documents, read_document
from pipeline.review.decisions import read_decisions
from pipeline.review.revise import revise
from pipeline.review.teaching import read_teaching, spoiled_findings, teaching_digest
from pipeline.version import VERSION
from pipeline.write.changes import CHANGES, Changes, changes_since, earlier_output
from pipeline.write.folder import check_apart, swapped_in
from pipeline.write.ledger import Ledger
from pipeline.write.package import PROGRAM, RUN, write_json
from pipeline.write.report import Counts, Rationale, Report
from pipeline.write.tables import Tables

BATCH = 256  # documents written at once: a row group of the Parquet files
DOCUMENTS_PER_WORKER = (
    32  # a process takes seconds to learn the words: fewer are read sooner by one
)
UNREADABLE = "T01"
QUOTED = 120  # characters of an error's message, which may quote the document

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
    """

    raw: Path
    output: Path
    today: date
    workers: int | None = None
    excel: bool = False
    against: Path | None = None
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
    lesson = read_teaching(options.raw)
    with swapped_in(options.output) as folder, taught(lesson.teaching):
        earlier = earlier_output(options.output, options.against)
        counts = _fill(folder, options, spoiled_findings(lesson), progress)
        write_json(folder / RUN, _run_summary(options, counts, started))
        changes = changes_since(earlier, folder) if earlier else None
        write_json(folder / CHANGES, (changes or Changes())._asdict())
    return Outcome(counts, changes)


def read_documents(
    found: tuple[Found, ...], today: date, workers: int | None = 1
) -> Iterator[Extraction]:
    """What every document gives, in the order of the documents, lazily."""
    count = min(workers or _fitting_workers(len(found)), len(found))
    reading = partial(read_one, today=today, teaching=teaching_in_force())
    work = Work(reading, partial(_killer, today=today))
    yield from work_through(work, found, local_crew(count) if count > 1 else None)


def read_one(found: Found, *, today: date, teaching: Teaching = NOTHING) -> Extraction:
    """Everything that one document gives: the whole flow for it, checks within it included.

    A mistake of ours costs this document, is named by a finding, and stops no run.
    """
    try:
        with taught(teaching):
            return extract_checked(read_document(found), today)
    except Exception as error:  # noqa: BLE001 - the one place where a document may fail
        reason = f"reading it failed with {type(error).__name__}: {str(error)[:QUOTED]}"
        return _unread(found, reason, today)


def extract_checked(document: RawDocument, today: date) -> Extraction:
    """Records and findings of one document: of its text, the day and the teaching in force."""
    extraction = extract_document(document)
    return replace(extraction, findings=check_document(extraction, today))


def _fitting_workers(documents: int) -> int:
    return min(os.cpu_count() or 1, 1 + documents // DOCUMENTS_PER_WORKER)


def _killer(found: Found, *, today: date) -> Extraction:
    return _unread(found, "reading it ended the process that read it, twice", today)


def _unread(found: Found, reason: str, today: date) -> Extraction:
    repair = Repair(UNREADABLE, f"not read: {reason}", Span(0, 0))
    document = RawDocument(found.path, "", "", "", "", "", (repair,))
    unread = Extraction(document, ())
    return replace(unread, findings=check_document(unread, today))


def _fill(
    folder: Path, options: Options, spoiled: tuple[Finding, ...], progress: Progress
) -> Counts:
    found = tuple(find_documents(options.raw))
    reading = read_documents(found, options.today, options.workers)
    read = tuple(_watched(reading, len(found), progress))
    over_folder = (*check_folder(folder_of(read, options.today)), *spoiled)
    revision = revise(read, over_folder, read_decisions(options.raw), options.today)
    by_path = {one.document.path: one for one in read}
    with Tables(folder, options.excel) as tables:
        ledger = Ledger(folder, tables)
        for batch in _batches(map(revision.of, read)):
            ledger.enter(batch)
        return ledger.close(revision.over_folder, _report(options.today), by_path.get)


def _report(today: date) -> Report:
    rationales = {check.code: _rationale(check.rationale) for check in CATALOGUE}
    return Report(Counts(), rationales=rationales, today=today.isoformat(), version=VERSION)


def _rationale(docstring: str) -> Rationale:
    title, _, text = cleandoc(docstring).partition("\n")
    return Rationale(title, text.strip())


def _watched(
    extractions: Iterable[Extraction], total: int, progress: Progress
) -> Iterator[Extraction]:
    for done, extraction in enumerate(extractions, start=1):
        yield extraction
        progress(done, total)


def _batches(extractions: Iterator[Extraction]) -> Iterator[tuple[Extraction, ...]]:
    while batch := tuple(islice(extractions, BATCH)):
        yield batch


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
