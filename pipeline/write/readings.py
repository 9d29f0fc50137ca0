"""The table of values: every reading of a document, column by column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from pipeline.model.finding import Extraction
from pipeline.model.source import RawDocument, Span
from pipeline.model.value import Evidence, Value
from pipeline.write.cell import as_text
from pipeline.write.column import Cell, Row

ISO_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def value_columns(extraction: Extraction) -> tuple[Sequence[Cell], ...]:
    """The columns of ``values``: every reading of the document, in the order of its records."""
    document, records = extraction.document, extraction.records
    rows = [value for record in records for value in record.values]
    ids, fields, values, evidence, labels, lows, highs, units, currencies, *others = _across(
        Value, rows
    )
    qualifiers, as_of, of, *standing = others  # from confidence to decision
    numbers = [value if isinstance(value, Decimal) else None for value in values]
    texts = [value if isinstance(value, str) else as_text(value) for value in values]
    return (
        ids,
        [record.id for record in records for _ in record.values],
        fields,
        labels,
        texts,
        numbers,
        units,
        lows,
        highs,
        currencies,
        [_date(text) if one is None else "" for text, one in zip(texts, numbers, strict=True)],
        *(qualifiers, as_of, of),
        *_where(document, evidence),
        *standing,
    )


def _where(document: RawDocument, evidence: Sequence[Evidence]) -> tuple[Sequence[Cell], ...]:
    """Document, line, column, start, end, literal and rule of every value."""
    spans, literals, rules = _across(Evidence, evidence)
    starts, ends = _across(Span, spans)
    lines, columns = _across(Span, map(document.position, starts))
    return [document.path] * len(evidence), lines, columns, starts, ends, literals, rules


def value_rows(extraction: Extraction) -> Iterator[Row]:
    """The rows of ``values``, one by one."""
    return zip(*value_columns(extraction), strict=True)


def _across(kind: type[Value | Evidence | Span], rows: Iterable[Sequence[Any]]) -> list[Any]:
    """The fields of tuples of a kind, each of all of them."""
    return list(zip(*rows, strict=True)) or [()] * len(kind._fields)


def _date(text: str) -> str:
    """A text where it is a date."""
    return text if ISO_DATE.fullmatch(text) else ""
