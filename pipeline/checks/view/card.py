"""What checks over the folder keep of one document once it is written: columns, no text.

A card is small and takes no object of the document with it, so that a run may keep a million of
them, or store them beside a document's tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from pipeline.checks.view.batch import batch_of
from pipeline.checks.view.reference import text_of
from pipeline.checks.view.sketch import Sketch, sketch
from pipeline.model.finding import Extraction
from pipeline.model.source import RawDocument
from pipeline.model.value import Record, Value
from pipeline.schema.place import AGREEMENTS

if TYPE_CHECKING:
    import pyarrow as pa

MEASURED = (
    "area_km2",
    "population",
    "density_per_km2",
    "elevation_m",
    "households",
    "gdp",
    "gdp_per_capita",
)
TEXTS = ("name", "country", "region", "place_kind", "website")
MISSING = float("nan")


class Cell(NamedTuple):
    """One value in force: its figure as floats, NaN for a text, and where its literal stands.

    ``place`` counts the records of the document, ``line`` and ``column`` count from 1.
    """

    place: int
    field: str
    value: float
    low: float
    high: float
    as_of: str
    currency: str
    start: int
    line: int
    column: int
    literal: str


class Place(NamedTuple):
    """One record: what tells which place it is, and where it begins.

    ``ties`` are its agreement dates, joined by semicolons in the order of time.
    """

    record_id: str
    name: str
    country: str
    region: str
    kind: str
    website: str
    ties: str
    line: int
    start: int


class Card(NamedTuple):
    """One document for checks over the folder; ``lasting`` tells that a later day finds the same.

    ``places`` and ``cells`` have one column a field of a ``Place`` or a ``Cell``: a folder only
    lays them one behind the other.
    """

    document: str
    sha256: str
    sketch: Sketch
    places: pa.RecordBatch
    cells: pa.RecordBatch
    lasting: bool = False


def card_of(extraction: Extraction) -> Card:
    """The card of a document, a pure function of what was extracted from it."""
    document = extraction.document
    places = list(map(_place, extraction.records))
    cells = [
        cell
        for position, record in enumerate(extraction.records)
        for cell in _cells(document, position, record)
    ]
    columns = (batch_of(Place._fields, places), batch_of(Cell._fields, cells))
    told = sketch(document.text)
    return Card(document.path, document.sha256, told, *columns, extraction.lasting)


def _place(record: Record) -> Place:
    dates = {str(value.value) for field in AGREEMENTS for value in record.held(field)}
    ties = ";".join(sorted(date for date in dates if date))
    name, country, region, kind, website = (text_of(record, field) for field in TEXTS)
    at = (record.line_start, record.span.start)
    return Place(record.id, name, country, region, kind, website, ties, *at)


def _cells(document: RawDocument, position: int, record: Record) -> Iterator[Cell]:
    for field in (*MEASURED, "name"):
        value = record.one(field)
        if value is not None and (field == "name" or value.number):
            yield _cell(document, position, value)


def _cell(document: RawDocument, position: int, value: Value) -> Cell:
    low, high = value.low or value.number, value.high or value.number
    start = value.evidence.span.start
    line, column = document.position(start)
    return Cell(
        position,
        value.field,
        _float(value.number),
        _float(low),
        _float(high),
        value.as_of,
        value.currency,
        start,
        line,
        column,
        value.evidence.text,
    )


def _float(number: Decimal | None) -> float:
    return MISSING if number is None else float(number)
