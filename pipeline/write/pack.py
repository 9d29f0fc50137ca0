"""A sheet with its card as bytes: for the way from a worker, and for the cache."""

from __future__ import annotations

import json
import struct
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from pipeline.checks.view.batch import schema_of
from pipeline.checks.view.card import Card, Cell, Place
from pipeline.checks.view.sketch import Sketch
from pipeline.write.encode import Rows
from pipeline.write.layout import tables
from pipeline.write.reporting.figures import Figures
from pipeline.write.sheet import Mark, Sheet
from pipeline.write.table import arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

Made = TypeVar("Made")

SIZES = struct.Struct("<4I")  # of the sections: card, document, rows as CSV, rows as batches


def pack(sheet: Sheet, card: Card) -> bytes:
    """A sheet with its card as bytes, in sections that are compressed each for itself."""
    rows = [getattr(sheet, table.name) for table in tables()]
    figures = [*sheet.figures[:-1], str(sheet.figures.completeness)]
    told = json.dumps([figures, sheet.marks]).encode()
    sections = (
        _joined([*_stored(card.places, card.cells), json.dumps(_head(card)).encode()]),
        json.dumps(sheet[:3]).encode(),
        _joined([told, *(part for own in rows for part in (own.csv, own.sizes.tobytes()))]),
        _joined(_stored(*(own.batch for own in rows))),
    )
    packed = tuple(map(_compressed, sections))
    return b"".join((SIZES.pack(*map(len, packed)), *packed))


def unpack_card(packed: bytes) -> Card:
    """The card alone."""
    places, cells, head = _parts(_section(packed, 0))
    document, sha256, sketch, lasting = json.loads(bytes(head))
    columns = (_batch(places, schema_of(Place._fields)), _batch(cells, schema_of(Cell._fields)))
    return Card(document, sha256, tuple(sketch), *columns, lasting)


def unpack_text(packed: bytes) -> tuple[str, str, str]:
    """Path and hash of the document, and its text where that is not the file's own."""
    document, sha256, text = json.loads(_section(packed, 1))
    return document, sha256, text


def unpack(packed: bytes) -> Sheet:
    """The sheet alone."""
    told, *lines = _parts(_section(packed, 2))
    figures, marks = json.loads(bytes(told))
    batches = map(_batch, _parts(_section(packed, 3)), map(arrow_schema, tables()))
    documents, records, values, findings = (
        Rows(bytes(csv), array("I", bytes(sizes)), batch)
        for csv, sizes, batch in zip(lines[::2], lines[1::2], batches, strict=True)
    )
    found = tuple(Mark(tuple(impact_), *rest) for impact_, *rest in marks)
    counted = _figures(figures)
    return Sheet(*unpack_text(packed), counted, documents, records, values, findings, found)


def _figures(told: Sequence[Any]) -> Figures:
    *totals, sizes, cells, complete = told
    places = (_each(tuple, sizes), _each(tuple, cells))
    return Figures._make((*totals, *places, Decimal(complete)))


def _head(card: Card) -> tuple[str, str, Sketch, bool]:
    """What of a card is no column."""
    return card.document, card.sha256, card.sketch, card.lasting


def _stored(*batches: pa.RecordBatch) -> list[pa.Buffer]:
    return [batch.serialize() for batch in batches]


def _batch(stored: memoryview, schema: pa.Schema) -> pa.RecordBatch:
    import pyarrow as pa

    return pa.ipc.read_record_batch(pa.py_buffer(stored), schema)


def _section(packed: bytes, number: int) -> bytes:
    sizes = SIZES.unpack_from(packed)
    start = SIZES.size + sum(sizes[:number])
    return _plain(packed[start : start + sizes[number]])


def _each(make: Callable[[Sequence[Any]], Made], rows: Iterable[Sequence[Any]]) -> tuple[Made, ...]:
    return tuple(map(make, rows))


def _joined(parts: Sequence[Any]) -> bytes:
    """Parts as one, behind their number and their sizes."""
    sizes = struct.pack(f"<{len(parts) + 1}I", len(parts), *map(len, parts))
    return b"".join((sizes, *parts))


def _parts(joined: bytes) -> Iterator[memoryview]:
    """The parts again."""
    (count,) = struct.unpack_from("<I", joined)
    at = 4 * (count + 1)
    for size in struct.unpack_from(f"<{count}I", joined, 4):
        yield memoryview(joined)[at : at + size]
        at += size


def _compressed(content: bytes) -> bytes:
    import pyarrow as pa

    packed: bytes = pa.compress(content, "zstd", asbytes=True)
    return struct.pack("<I", len(content)) + packed


def _plain(packed: bytes) -> bytes:
    import pyarrow as pa

    (size,) = struct.unpack_from("<I", packed)
    content: bytes = pa.decompress(packed[4:], size, "zstd", asbytes=True)
    return content
