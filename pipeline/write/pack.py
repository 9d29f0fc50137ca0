"""A sheet with its card as bytes: for the way from a worker, and for the cache."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pipeline.checks.view.card import Card
from pipeline.write.encode import Rows
from pipeline.write.layout import tables
from pipeline.write.reporting.figures import Figures
from pipeline.write.sheet import Mark, Sheet
from pipeline.write.table import arrow_schema

if TYPE_CHECKING:
    import pyarrow as pa

Made = TypeVar("Made")

SIZES = struct.Struct("<4I")  # of the sections: card, document, rows as CSV, rows as batches


class Source(NamedTuple):
    """What of a sheet a finding is shown with: its document, records and values."""

    document: str
    sha256: str
    text: str
    records: pa.RecordBatch
    values: pa.RecordBatch


def pack(sheet: Sheet, card: Card) -> bytes:
    """A sheet with its card as bytes, in sections that are compressed each for itself."""
    rows = {table.name: getattr(sheet, table.name) for table in tables()}
    lengths = {name: own.sizes for name, own in rows.items()}
    figures = [*sheet.figures[:-1], str(sheet.figures.completeness)]
    told = json.dumps([figures, lengths, sheet.marks]).encode()
    sections = (
        json.dumps(card).encode(),
        json.dumps(sheet[:3]).encode(),
        _joined([told, *(own.csv for own in rows.values())]),
        _joined([own.batch.serialize() for own in rows.values()]),
    )
    packed = tuple(map(_compressed, sections))
    return b"".join((SIZES.pack(*map(len, packed)), *packed))


def unpack_card(packed: bytes) -> Card:
    """The card alone."""
    document, sha256, sketch, places, cells, lasting = json.loads(_section(packed, 0))
    return Card(document, sha256, tuple(sketch), places, cells, lasting)


def unpack_source(packed: bytes) -> Source:
    """What a finding is shown with alone."""
    batches = _batches(packed)
    document, sha256, text = json.loads(_section(packed, 1))
    return Source(document, sha256, text, batches["records"], batches["values"])


def unpack(packed: bytes) -> Sheet:
    """The sheet alone."""
    told, *csv = _parts(_section(packed, 2))
    figures, lengths, marks = json.loads(bytes(told))
    rows = {
        name: Rows(bytes(lines), tuple(lengths[name]), batch)
        for lines, (name, batch) in zip(csv, _batches(packed).items(), strict=True)
    }
    *totals, sizes, cells, complete = figures
    places = (_each(tuple, sizes), _each(tuple, cells))
    counted = Figures._make((*totals, *places, Decimal(complete)))
    found = tuple(Mark(tuple(impact_), *rest) for impact_, *rest in marks)
    document, sha256, text = json.loads(_section(packed, 1))
    return Sheet(document, sha256, text, counted, **rows, marks=found)


def _batches(packed: bytes) -> dict[str, pa.RecordBatch]:
    """The rows of every table by its name."""
    import pyarrow as pa

    parts = zip(tables(), _parts(_section(packed, 3)), strict=True)
    return {
        table.name: pa.ipc.read_record_batch(pa.py_buffer(part), arrow_schema(table))
        for table, part in parts
    }


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
