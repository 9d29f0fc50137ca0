"""Checks of the bytes: what reading them had to mend or could not make sense of."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.check import Doubt, check
from pipeline.checks.page import Page
from pipeline.model.finding import Problem, Severity
from pipeline.model.source import Span
from pipeline.model.value import Record


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
    whole = Record("", page.document.path, Span(0, 0), 1, 1, ())
    for repair in page.document.repairs:
        severity = Severity.NOTE if repair.harmless else None
        yield Doubt(whole, Problem(repair.message, span=repair.span, severity=severity))
