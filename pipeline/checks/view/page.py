"""A document as checks see it: its records side by side, and what they have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from pipeline.checks.view.cue import Cue
from pipeline.checks.view.moment import is_before
from pipeline.model.finding import Extraction
from pipeline.model.source import RawDocument, Span
from pipeline.model.value import Marks, Record, Value
from pipeline.normalize.mark import Shape, count_shapes, marks_shown
from pipeline.normalize.occurrence import Occurrences
from pipeline.normalize.prepared import cuts_word
from pipeline.normalize.text import fold

T = TypeVar("T")


class _Shapes(NamedTuple):
    """The shapes of all literals of the page, and of those that are written alike."""

    total: Counter[Shape]
    by_literal: dict[str, Counter[Shape]]


@dataclass(frozen=True)
class Page:
    """One document with its records, on the day of the run."""

    extraction: Extraction
    day: date

    @property
    def today(self) -> date:
        """The day of the run; what asks for it may find something else on another day."""
        self._dated.add(self.day)
        return self.day

    def is_ahead(self, moment: str) -> bool:
        """Whether a date is still to come; one that has passed has passed on all later days too."""
        return is_before(self.day.isoformat(), moment) and bool(self.today)

    @property
    def is_lasting(self) -> bool:
        """Whether nothing was asked so far that may have another answer on a later day."""
        return not self._dated

    @cached_property
    def _dated(self) -> set[date]:
        return set()

    @property
    def document(self) -> RawDocument:
        """The document's text and name."""
        return self.extraction.document

    @cached_property
    def folded(self) -> str:
        """The text folded for comparing, offset for offset."""
        return fold(self.document.text)

    def may_have(self, cue: Cue) -> bool:
        """Whether any of a table's words stands on the page, asked once for all records."""
        return bool(self.places(cue).starts)

    def may_tell(self, cue: Cue, span: Span) -> bool:
        """Whether any of a table's words begins in a stretch of the page, or may be left of a word."""
        return self.places(cue).within(*span) or cuts_word(self.folded, span.end)

    def places(self, cue: Cue) -> Occurrences:
        """Where any of a table's words begins on the page."""
        if cue not in self._places:
            self._places[cue] = cue.places(self.folded)
        return self._places[cue]

    @cached_property
    def _places(self) -> dict[Cue, Occurrences]:
        return {}

    @cached_property
    def labels(self) -> frozenset[str]:
        """The labels of all values, as written."""
        return frozenset(value.label for record in self.records for value in record.values)

    @property
    def records(self) -> tuple[Record, ...]:
        """The records in the order of the text."""
        return self.extraction.records

    def record_at(self, span: Span) -> Record:
        """The record whose text a span lies in, else one that stands for the whole document."""
        found = (one for one in self.records if one.span.meets(span))
        return next(found, None) or Record.of_document(self.document.path)

    def locate(self, _record: Record, span: Span) -> tuple[int, int, str]:
        """Line, column and text of a span."""
        return (*self.document.position(span.start), self.document.quote(span))

    @cached_property
    def _literals(self) -> tuple[tuple[str, str], ...]:
        """Every literal of a figure with the id of its value."""
        return tuple(
            (value.id, value.evidence.text)
            for record in self.records
            for value in record.numbers
            if value.rank == 0
        )

    @cached_property
    def _by_field(self) -> dict[str, tuple[tuple[str, Value], ...]]:
        found: dict[str, list[tuple[str, Value]]] = {}
        for record in self.records:
            for value in record.values:
                if value.in_force:
                    found.setdefault(value.field, []).append((record.id, value))
        return {field: tuple(pairs) for field, pairs in found.items()}

    def held(self, field: str) -> tuple[tuple[str, Value], ...]:
        """Every value in force of a field on the page, with the id of its record."""
        return self._by_field.get(field, ())

    def having(self, field: str) -> int:
        """How many records of the page hold a value of the field."""
        return len({record_id for record_id, _ in self.held(field)})

    def siblings(self, value: Value) -> tuple[Value, ...]:
        """The same field's values in force in the page's other records."""
        asked = (value.field, self.owner(value))
        if asked not in self._siblings:
            self._siblings[asked] = tuple(
                other for record_id, other in self.held(value.field) if record_id != asked[1]
            )
        return self._siblings[asked]

    @cached_property
    def _siblings(self) -> dict[tuple[str, str], tuple[Value, ...]]:
        return {}

    @cached_property
    def _owners(self) -> dict[str, str]:
        return {value.id: record.id for record in self.records for value in record.values}

    def owner(self, value: Value) -> str:
        """The id of the record that a value of this page belongs to, or empty."""
        return self._owners.get(value.id, "")

    def record_of(self, value: Value) -> Record | None:
        """The record that a value of this page belongs to."""
        return self._by_id.get(self.owner(value))

    def once(self, question: Callable[[Page], T]) -> T:
        """The answer to a question about the whole page, asked once however many records ask."""
        if question not in self._answers:
            self._answers[question] = question(self)
        answer: T = self._answers[question]
        return answer

    @cached_property
    def _answers(self) -> dict[Callable[[Page], Any], Any]:
        return {}

    def neighbours(self, record: Record) -> tuple[Record, ...]:
        """The records right above and right below one."""
        at = self._positions[record.id]
        return (*self.records[max(0, at - 1) : at], *self.records[at + 1 : at + 2])

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {record.id: at for at, record in enumerate(self.records)}

    @cached_property
    def _by_id(self) -> dict[str, Record]:
        return {record.id: record for record in self.records}

    def marks_beside(self, value: Value) -> Marks:
        """Which marks the page's other literals use in their figures."""
        own = value.evidence.text
        return marks_shown(self._shapes.total - self._shapes.by_literal.get(own, Counter()))

    @cached_property
    def mixes_marks(self) -> bool:
        """Whether some of the page's figures begin their decimals by a comma, some by a point."""
        return len({shape.decimal for shape in self._shapes.total if shape.decimal}) > 1

    @cached_property
    def _shapes(self) -> _Shapes:
        total: Counter[Shape] = Counter()
        by_literal: dict[str, Counter[Shape]] = {}
        for text, count in Counter(text for _, text in self._literals).items():
            shapes = count_shapes((text,))
            by_literal[text] = Counter({shape: n * count for shape, n in shapes.items()})
            total += by_literal[text]
        return _Shapes(total, by_literal)
