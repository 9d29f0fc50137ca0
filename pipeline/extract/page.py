"""What the extractors of one document share: its folded text and the marks it uses."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.model.finding import Identifier
from pipeline.model.source import RawDocument, Span
from pipeline.model.value import Context, Marks
from pipeline.normalize.reader import Readings

LABELLED, TABLED, CUED, NAMED, INFERRED, LOOSE = 0.95, 0.95, 0.8, 0.7, 0.5, 0.3


class Page(NamedTuple):
    """A document with its folded text (``text.fold``), whose offsets are the document's."""

    document: RawDocument
    text: str
    marks: Marks
    identifiers: tuple[Identifier, ...] = ()

    @property
    def context(self) -> Context:
        """The context of a figure beside which nothing is said."""
        return Context(marks=self.marks)

    def is_identifier(self, span: Span) -> bool:
        """Whether digits belong to a phone number, an address, a list number: no quantity."""
        return any(known.span.meets(span) for known in self.identifiers)

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
