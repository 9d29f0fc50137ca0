"""All documents through an executor, in order: what each gives, or what it leaves in the tables."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import TypeVar

from pipeline.checks.view.card import card_of
from pipeline.crew import crew_size, local_crew
from pipeline.engine import Work, work_through
from pipeline.lexicon.taught import taught, teaching_in_force
from pipeline.model.finding import Extraction
from pipeline.model.teaching import Teaching
from pipeline.read.found import Found
from pipeline.worker import read_one, unread
from pipeline.write.pack import pack
from pipeline.write.sheet import sheet_of

Left = TypeVar("Left")


def read_documents(
    found: tuple[Found, ...], today: date, workers: int | None = 1
) -> Iterator[Extraction]:
    """What every document gives, in the order of the documents, lazily."""
    yield from _read(_as_it_is, found, today, workers)


def read_sheets(found: tuple[Found, ...], today: date, workers: int | None = 1) -> Iterator[bytes]:
    """What every document leaves in the tables, packed, in the order of the documents, lazily."""
    yield from _read(packed, found, today, workers)


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
        return leave(unread(found, "reading it ended the process that read it, twice", today))
