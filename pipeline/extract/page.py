"""What the extractors of one document share: its folded text and the marks it uses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pipeline.model.finding import Identifier
from pipeline.model.source import Cover, Line, Profile, RawDocument, Span
from pipeline.model.value import Context, Marks
from pipeline.normalize.reader import Readings

_PARAGRAPH = 120
LABELLED, TABLED, CUED, NAMED, INFERRED, LOOSE = 0.95, 0.95, 0.8, 0.7, 0.5, 0.3


@dataclass(frozen=True, eq=False)
class Page:
    """A document with its folded text (``text.fold``), whose offsets are the document's."""

    document: RawDocument
    text: str
    marks: Marks
    identifiers: tuple[Identifier, ...] = ()

    @cached_property
    def context(self) -> Context:
        """The context of a figure beside which nothing is said."""
        return Context(marks=self.marks)

    @cached_property
    def _identified(self) -> Cover:
        return Cover(identifier.span for identifier in self.identifiers)

    def is_identifier(self, span: Span) -> bool:
        """Whether digits belong to a phone number, an address, a list number: no quantity."""
        return self._identified.meets(span)

    def quote(self, span: Span) -> str:
        """What the document itself has at a span, unfolded."""
        return self.document.quote(span)


def is_paragraph(text: str, line: Line) -> bool:
    """Whether a line is a paragraph below a title of one word that looks like its label."""
    long = line.body.end - line.body.start > _PARAGRAPH
    return long and line.label is not None and "\n" in text[line.label.end : line.body.start]


class Whose(NamedTuple):
    """Whose profile is read: the place's names as keys, and whether the page is one of partners."""

    names: frozenset[str] = frozenset()
    partners: bool = False


NOBODY = Whose()


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


Read = tuple[Profile, list[Candidate]]  # a profile with all that was read of it
