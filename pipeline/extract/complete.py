"""How complete a record is: the share it has of the fields that the profiles of its page mostly have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from pipeline.lexicon.taught import teaching_in_force
from pipeline.model.value import Record
from pipeline.schema.place import BY_NAME


def completed(records: Sequence[Record]) -> tuple[Record, ...]:
    """Records with the share they have of the fields that the profiles of the page mostly have."""
    told = [{value.field for value in record.values if value.in_force} for record in records]
    wanted = expected(told, records[0].document) if records else ()
    return tuple(
        replace(record, completeness=share(fields, wanted))
        for record, fields in zip(records, told, strict=True)
    )


def expected(told: Sequence[Collection[str]], document: str) -> tuple[str, ...]:
    """Fields that at least three profiles and two thirds of a page's have, and those taught.

    ``told`` are the fields of each profile of the page.
    """
    if not told:
        return ()
    counts = Counter(field for fields in told for field in fields if field in BY_NAME)
    usual = (f for f in BY_NAME if counts[f] >= 3 and 3 * counts[f] >= 2 * len(told))
    return tuple(dict.fromkeys((*usual, *teaching_in_force().expects(document))))


def share(fields: Collection[str], wanted: Sequence[str]) -> Decimal | None:
    """The share of the wanted fields that are among those given, None where none is wanted."""
    if not wanted:
        return None
    return Decimal(sum(field in fields for field in wanted)) / len(wanted)
