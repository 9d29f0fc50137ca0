"""What a person types as a field's value, read as the same text on a page would be."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.model.source import Span
from pipeline.model.value import Context, Reading
from pipeline.normalize import reader
from pipeline.normalize.text import fold
from pipeline.schema.place import AGREEMENTS, BY_NAME

_BARE_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def read_as(field: str, text: str) -> Reading[Decimal] | Reading[str] | None:
    """The best reading of a text that is one value of the field; None where it is none.

    ``agreement_dates`` takes a date; a field that the schema does not know takes a bare number or
    any text.
    """
    declared = BY_NAME.get(AGREEMENTS[0] if field == "agreement_dates" else field)
    folded = fold(text.strip())
    if declared is None and _BARE_NUMBER.fullmatch(folded):
        return _number(folded)
    read = declared.read if declared else reader.plain
    context = Context(unit=declared.unit if declared else "")
    found = read(folded, Span(0, len(folded)), context)
    return found[0][0] if len(found) == 1 and found[0][0].value != "" else None


def _number(text: str) -> Reading[Decimal]:
    number = Decimal(text)
    return Reading(number, Span(0, len(text)), "number:plain", number, number)
