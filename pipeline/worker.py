"""One document in a worker: the whole flow for it."""

from __future__ import annotations

from datetime import date

from pipeline.checks.runner import checked
from pipeline.extract.document import extract_document
from pipeline.lexicon.taught import taught
from pipeline.model.finding import Extraction
from pipeline.model.source import RawDocument, Repair, Span
from pipeline.model.teaching import NOTHING, Teaching
from pipeline.read.found import Found
from pipeline.read.ingest import read_document

UNREADABLE = "T01"
QUOTED = 120  # characters of an error's message, which may quote the document


def read_one(found: Found, *, today: date, teaching: Teaching = NOTHING) -> Extraction:
    """Everything that one document gives: the whole flow for it, checks within it included.

    A mistake of ours costs this document, is named by a finding, and stops no run.
    """
    try:
        with taught(teaching):
            return extract_checked(read_document(found), today)
    except Exception as error:  # noqa: BLE001 - the one place where a document may fail
        reason = f"reading it failed with {type(error).__name__}: {str(error)[:QUOTED]}"
        return unread(found, reason, today)


def extract_checked(document: RawDocument, today: date) -> Extraction:
    """Records and findings of one document: of its text, the day and the teaching in force."""
    return checked(extract_document(document), today)


def unread(found: Found, reason: str, today: date) -> Extraction:
    """What stands for a document that could not be read: a finding that names the reason."""
    repair = Repair(UNREADABLE, f"not read: {reason}", Span(0, 0))
    document = RawDocument(found.path, "", "", "", "", "", (repair,))
    return checked(Extraction(document, ()), today)
