"""A document read as it was written, and what was read brought back to where the document has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pipeline.model.finding import Extraction
from pipeline.model.source import RawDocument
from pipeline.model.value import Record, Value
from pipeline.read.paste.laid import Laid, lay


def as_written(document: RawDocument, extract: Callable[[RawDocument], Extraction]) -> Extraction:
    """What is read of a document as it was written, with every span where the document has it."""
    laid = lay(document.text)
    if laid is None:
        return extract(document)
    return _brought_back(extract(replace(document, text=laid.text)), document, laid)


def _brought_back(read: Extraction, document: RawDocument, laid: Laid) -> Extraction:
    """An extraction with all its spans and literals those of the document."""
    return replace(
        read,
        document=document,
        records=tuple(_record(record, document, laid) for record in read.records),
        identifiers=tuple(
            each._replace(span=laid.in_document(each.span)) for each in read.identifiers
        ),
        numbers=tuple(sorted(laid.in_document(number) for number in read.numbers)),
    )


def _record(record: Record, document: RawDocument, laid: Laid) -> Record:
    span = laid.in_document(record.span)
    return replace(
        record,
        span=span,
        line_start=document.position(span.start)[0],
        line_end=document.position(max(span.start, span.end - 1))[0],
        values=tuple(_value(value, document, laid) for value in record.values),
    )


def _value(value: Value, document: RawDocument, laid: Laid) -> Value:
    span = laid.in_document(value.evidence.span)
    return value._replace(evidence=value.evidence._replace(span=span, text=document.quote(span)))
