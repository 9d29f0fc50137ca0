"""What the extractors of one document share: its folded text and the marks it uses."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.model.source import RawDocument, Span
from pipeline.model.value import Context, Marks
from pipeline.normalize.reader import Readings

LABELLED, TABLED, CUED, NAMED, INFERRED, LOOSE = 0.95, 0.95, 0.8, 0.7, 0.5, 0.3


class Page(NamedTuple):
    """A document with its folded text (``text.fold``), whose offsets are the document's."""

    document: RawDocument
    text: str
    marks: Marks

    @property
    def context(self) -> Context:
        """The context of a figure beside which nothing is said."""
        return Context(marks=self.marks)

    def quote(self, span: Span) -> str:
        """What the document itself has at a span, unfolded."""
        return self.document.quote(span)


class Candidate(NamedTuple):
    """A literal read for a field, before the record weighs it against others.

    ``readings`` are rivals of one literal, best first; ``weight`` is how sure the rule is.
    """

    field: str
    readings: Readings
    rule: str
    weight: float
    label: str = ""
    of: str = ""
    as_of: str = ""
    qualifier: str = ""

    @property
    def span(self) -> Span:
        """Where the literal stands."""
        return self.readings[0].span
