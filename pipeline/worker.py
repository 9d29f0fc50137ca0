"""One document in a worker: the whole flow for it; and all documents in an executor, in order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TypeVar

from pipeline.checks.runner import checked
from pipeline.checks.view.card import card_of
from pipeline.crew import crew_size, local_crew
from pipeline.engine import Work, work_through
from pipeline.extract.document import extract_document
from pipeline.lexicon.taught import taught, teaching_in_force
from pipeline.model.finding import Extraction
from pipeline.model.source import RawDocument, Repair, Span
from pipeline.model.teaching import NOTHING, Teaching
from pipeline.read.found import Found
from pipeline.read.ingest import read_document
from pipeline.write.pack import pack
from pipeline.write.sheet import sheet_of

UNREADABLE = "T01"
QUOTED = 120  # characters of an error's message, which may quote the document

Left = TypeVar("Left")


def read_documents(
    found: tuple[Found, ...], today: date, workers: int | None = 1
) -> Iterator[Extraction]:
    """What every document gives, in the order of the documents, lazily."""
    yield from _read(_as_it_is, found, today, workers)


def read_sheets(found: tuple[Found, ...], today: date, workers: int | None = 1) -> Iterator[bytes]:
    """What every document leaves in the tables, packed, in the order of the documents, lazily."""
    yield from _read(packed, found, today, workers)


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
    return checked(extract_document(document), today)


def packed(extraction: Extraction) -> bytes:
    """What one document leaves in the tables, packed for the way back from a worker."""
    return pack(sheet_of(extraction), card_of(extraction))


def _as_it_is(extraction: Extraction) -> Extraction:
    return extraction


def _read(
    leave: Callable[[Extraction], Left], found: tuple[Found, ...], today: date, workers: int | None
) -> Iterator[Left]:
    """What is left of every document, by the teaching in force here."""
    count = crew_size(len(found), workers)
    teaching = teaching_in_force()
    work = Work(
        partial(_leave, leave, today=today, teaching=teaching),
        partial(_killer, leave, today=today, teaching=teaching),
        _size,
    )
    yield from work_through(work, found, local_crew(count) if count > 1 else None)


def _size(found: Found) -> int:
    """Bytes of a document, 0 where they cannot be told."""
    try:
        return os.stat(found.location).st_size  # noqa: PTH116 - a text or a path
    except OSError:
        return 0


def _leave(
    leave: Callable[[Extraction], Left], found: Found, *, today: date, teaching: Teaching
) -> Left:
    with taught(teaching):
        return leave(read_one(found, today=today, teaching=teaching))


def _killer(
    leave: Callable[[Extraction], Left], found: Found, *, today: date, teaching: Teaching
) -> Left:
    with taught(teaching):
        return leave(_unread(found, "reading it ended the process that read it, twice", today))


def _unread(found: Found, reason: str, today: date) -> Extraction:
    repair = Repair(UNREADABLE, f"not read: {reason}", Span(0, 0))
    document = RawDocument(found.path, "", "", "", "", "", (repair,))
    return checked(Extraction(document, ()), today)
