"""Whether a broken relation is a mistake of the text, or a figure that was taken for another.

A text gives several figures of one kind: of other years, of a part, of the place told of next.
Where another of them keeps what the one in force breaks, the text is not to blame.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.interval import of
from pipeline.checks.relation import Relation
from pipeline.model.value import Record, Value


def is_kept_otherwise(record: Record, relation: Relation) -> bool:
    """Whether another figure of the text, in the place of one of a relation's, keeps it."""
    return any(
        relation.holds({value.id: of(other)})
        for value in relation.values
        for other in others(record, value)
    )


def others(record: Record, value: Value) -> Iterator[Value]:
    """The further figures of a field in a record, rival readings of one literal aside."""
    for other in record.all(value.field):
        elsewhere = not other.evidence.span.meets(value.evidence.span)
        if other.number is not None and other.rank == 0 and elsewhere:
            yield other
