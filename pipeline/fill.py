"""Fills an output folder: all documents read or known, checked together, written sheet by sheet.

Beside ``run``, which does without all of it where nothing has changed since the run before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from importlib import import_module
from inspect import cleandoc
from pathlib import Path
from typing import NamedTuple

from pipeline.checks.catalogue import TOLD
from pipeline.checks.runner import check_folder
from pipeline.checks.view.card import Card
from pipeline.checks.view.folder import Folder
from pipeline.lexicon.taught import taught
from pipeline.model.finding import Finding
from pipeline.remember.memory import Memory
from pipeline.review.decisions import read_decisions
from pipeline.review.revise import Revision, concerned_by, revise_concerned, second_look
from pipeline.review.teaching import read_teaching, spoiled_findings
from pipeline.stream import read_documents, read_sheets
from pipeline.version import VERSION
from pipeline.write.ledger import Ledger
from pipeline.write.pack import unpack_card
from pipeline.write.report import Counts, Rationale, Report
from pipeline.write.shelf import Shelf
from pipeline.write.spool import Spool
from pipeline.write.tables import Tables

AHEAD = ("pyarrow.parquet", "pandas", "jinja2")


class Job(NamedTuple):
    """The documents of a run, which of them are known, and how the run is to be done."""

    raw: Path
    today: date
    memory: Memory
    known: tuple[bool, ...]
    workers: int | None = None
    excel: bool = False


def fill(folder: Path, job: Job, progress: Callable[[int, int], None]) -> Counts:
    """Writes tables, texts and report of all documents into an empty folder."""
    _import_ahead()
    lesson = read_teaching(job.raw)
    with Spool(folder) as spool, taught(lesson.teaching):
        over = Folder(job.today)
        for done, (packed, card) in enumerate(_sheets(job), start=1):
            spool.append(packed)
            over.add((card,))
            progress(done, len(job.memory.found))
        shelf = Shelf(job.memory.found, spool)
        over_folder = (*check_folder(over), *spoiled_findings(lesson))
        return _written(folder, shelf, _revised(shelf, over_folder, job), job)


def _import_ahead() -> None:
    """Imports what the end of a run needs while workers learn their words."""
    for name in AHEAD:
        import_module(name)


def _sheets(job: Job) -> Iterator[tuple[bytes, Card]]:
    """The sheet and card of every document: from an earlier run where it is known, else read."""
    documents, today, known = job.memory.found, job.today, job.known
    missing = tuple(one for one, is_known in zip(documents, known, strict=True) if not is_known)
    fresh = read_sheets(missing, today, job.workers)
    for found, is_known in zip(documents, known, strict=True):
        kept = job.memory.sheet(found) if is_known else None
        packed = kept or (next(fresh) if not is_known else next(read_sheets((found,), today)))
        card = unpack_card(packed)
        if not kept:
            job.memory.learn(found, card, packed)
        yield packed, card


def _revised(shelf: Shelf, over_folder: tuple[Finding, ...], job: Job) -> Revision:
    """What decisions make of the run; the documents that they name are read once more."""
    log = read_decisions(job.raw)
    names = concerned_by(log)
    concerned = (
        found
        for found, card in zip(shelf.found, shelf.cards() if log.decisions else (), strict=False)
        if names(card.document, card.sha256)
    )
    read = tuple(read_documents(tuple(concerned), job.today))
    again = partial(second_look, shelf.cards, job.today)
    return revise_concerned(read, over_folder, log, again)


def _written(folder: Path, shelf: Shelf, revision: Revision, job: Job) -> Counts:
    """Tables, texts and report, written sheet by sheet."""
    shelf.replace(revision.documents)
    over_folder: dict[str, list[Finding]] = defaultdict(list)
    for finding in revision.over_folder:
        over_folder[finding.document].append(finding)
    with Tables(folder, job.excel) as tables:
        ledger = Ledger(folder, tables, over_folder)
        for sheet in shelf:
            ledger.enter(sheet)
        return ledger.close(_report(job.today), shelf.document)


def _report(today: date) -> Report:
    rationales = {check.code: _rationale(check.rationale) for check in TOLD.values()}
    return Report(Counts(), rationales=rationales, today=today.isoformat(), version=VERSION)


def _rationale(docstring: str) -> Rationale:
    title, _, text = cleandoc(docstring).partition("\n")
    return Rationale(title, text.strip())
