"""How many figures of a page a value or an identifier explains."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.model.finding import Identifier
from pipeline.model.source import Cover, Span
from pipeline.model.value import Record, Value


def count_explained(
    digits: Sequence[Span], records: Sequence[Record], identifiers: Sequence[Identifier]
) -> int:
    """How many runs of digits the literal of a value or an identifier explains."""
    spans = [identifier.span for identifier in identifiers]
    spans += [value.evidence.span for r in records for value in r.values if _tells(value)]
    known, starts = Cover(spans), {span.start for span in spans if span.start < span.end}
    return sum(1 for run in digits if run.start in starts or known.meets(run))


def _tells(value: Value) -> bool:
    """Whether a value's number or date is made of the digits of its literal."""
    if isinstance(value.value, Decimal):
        return True
    return "; date:" in value.evidence.rule
