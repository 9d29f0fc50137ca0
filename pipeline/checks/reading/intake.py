"""Checks of the bytes: what reading them had to mend or could not make sense of."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.check import Doubt, check
from pipeline.checks.view.page import Page
from pipeline.model.finding import Problem, Severity
from pipeline.model.source import Span
from pipeline.model.value import Record

# A letter or a menu has a few; a text with so many tells of something.
MANY_FIGURES = 12


@check(
    "T01",
    Severity.ERROR,
    level=0,
    good=("Population: 12,400\nMayor: José",),
    bad={"Population: 12,400\nMayor: Jos\ufffd": ("",)},
)
def bytes_are_text(page: Page) -> Iterator[Doubt]:
    """A document is text of one encoding, all of which can be read.

    Replacement characters, bytes that the encoding does not have and text that was decoded twice
    have lost what stood there; an empty or binary file has nothing to read. What can be read is
    read all the same.
    """
    for repair in page.document.repairs:
        severity = Severity.NOTE if repair.harmless else None
        yield Doubt(
            Record.of_document(page.document.path),
            Problem(repair.message, span=repair.span, severity=severity),
        )


@check(
    "M04",
    Severity.NOTE,
    level=0,
    good=("Population: 12,400\nMayor: José",),
    bad={
        "Buses to City: leave at 8:05, 9:10 and 10:15\nThey return at 12:20, 13:25 and 14:30\n"
        "Tickets are 4, 7 and 12 dollars.\nOn Sundays they leave at 9:15, 11:30 and 15:45": ("",)
    },
)
def texts_with_figures_give_profiles(page: Page) -> Iterator[Doubt]:
    """A text with many figures tells of a place.

    A page that was saved without its middle, or is laid out in a way that nothing here reads, gives
    no profile, and no doubt either: the silence is what should be looked at.
    """
    if not page.records and len(page.extraction.numbers) >= MANY_FIGURES:
        message = f"No profile was found among {len(page.extraction.numbers)} figures."
        yield Doubt(Record.of_document(page.document.path), Problem(message, span=Span(0, 0)))
