"""What was read: readings of a literal, values with their evidence, the record of a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from pipeline.model.source import Span

T = TypeVar("T", Decimal, str)
A = TypeVar("A")

ONE = Decimal(1)


class Marks(NamedTuple):
    """Which marks a document uses in its figures and dates; empty where it shows no evidence.

    ``date_order`` is ``dmy``, ``mdy``, ``ymd`` or ``minguo``.
    """

    decimal: str = ""
    grouping: str = ""
    date_order: str = ""


class Context(NamedTuple):
    """What a header, a label or the document says about a figure that does not say it itself."""

    unit: str = ""
    multiplier: Decimal = ONE
    as_of: str = ""
    currency: str = ""
    marks: Marks = Marks()


class Reading(NamedTuple, Generic[T]):
    """One way to read a literal; rival readings of the same literal come best first.

    ``value`` is in ``unit`` with scale words multiplied out. ``low`` and ``high`` bound what the
    written digits stand for: 8.62 is [8.615, 8.625]; None is unbounded ("over 2 million").
    """

    value: T
    span: Span
    rule: str
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    currency: str = ""
    qualifier: str = ""
    as_of: str = ""
    of: str = ""


class Evidence(NamedTuple):
    """The literal that a value was read from, and the rule that read it."""

    span: Span
    text: str
    rule: str


class Value(NamedTuple):
    """One value read: what it says, in the field's canonical unit, and where it stands.

    ``field`` is a schema field or ``other:<label-slug>``. ``value`` is a Decimal, an ISO 8601
    prefix for dates, or text. ``of`` names what the figure is a kind, part or ratio of
    ("districts", "primary", "Geumcheon-gu"). ``rank`` orders rival readings of one literal, 0
    first; ``in_force`` marks what the record holds (several for list fields).
    """

    id: str
    field: str
    value: Decimal | str
    evidence: Evidence
    label: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    currency: str = ""
    qualifier: str = ""
    as_of: str = ""
    of: str = ""
    confidence: Decimal = ONE
    rank: int = 0
    in_force: bool = False
    reported: str = ""
    decision: str = ""

    @property
    def number(self) -> Decimal | None:
        """The figure, or None for a date or a text."""
        return self.value if isinstance(self.value, Decimal) else None


@dataclass(frozen=True)
class Record:
    """One place profile of a document with every candidate value, best first within a field.

    Absence is no entry, never 0 or "". ``completeness`` is None where nothing is expected.
    """

    id: str
    document: str
    span: Span
    line_start: int
    line_end: int
    values: tuple[Value, ...]
    completeness: Decimal | None = None

    @classmethod
    def of_document(cls, path: str) -> Record:
        """A record without values for a whole document, for what belongs to none of its own."""
        return cls("", path, Span(0, 0), 1, 1, ())

    def all(self, field: str) -> tuple[Value, ...]:
        """Every value of a field, in force or not."""
        return self._all.get(field, ())

    def held(self, field: str) -> tuple[Value, ...]:
        """The values in force of a field: one at most, several for a list field."""
        return self._held.get(field, ())

    def one(self, field: str) -> Value | None:
        """The first value in force of a field, or None."""
        held = self._held.get(field)
        return held[0] if held else None

    def once(self, question: Callable[[Record], A]) -> A:
        """The answer to a question about the record, asked once however many want to know."""
        answers = self._answers
        if question not in answers:
            answers[question] = question(self)
        answer: A = answers[question]
        return answer

    @cached_property
    def _answers(self) -> dict[Callable[[Record], Any], Any]:
        return {}

    @cached_property
    def fields(self) -> frozenset[str]:
        """The fields that have a value, in force or not."""
        return frozenset(self._all)

    @cached_property
    def fields_held(self) -> frozenset[str]:
        """The fields that have a value in force."""
        return frozenset(self._held)

    @cached_property
    def numbers(self) -> tuple[Value, ...]:
        """The values that are figures, in force or not."""
        return tuple([value for value in self.values if isinstance(value.value, Decimal)])

    @cached_property
    def figures(self) -> tuple[Value, ...]:
        """The values in force that are figures."""
        return tuple([value for value in self.numbers if value.in_force])

    @cached_property
    def _all(self) -> dict[str, tuple[Value, ...]]:
        """The values by their field: checks ask for every field of every record."""
        return _by_field(self.values)

    @cached_property
    def _held(self) -> dict[str, tuple[Value, ...]]:
        """The values in force by their field."""
        return _by_field(value for value in self.values if value.in_force)


def _by_field(values: Iterable[Value]) -> dict[str, tuple[Value, ...]]:
    found: dict[str, tuple[Value, ...]] = {}
    for value in values:
        field = value.field
        found[field] = (*found[field], value) if field in found else (value,)
    return found
