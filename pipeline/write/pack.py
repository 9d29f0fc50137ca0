"""A sheet with its card as bytes: for the way from a worker, and for the cache."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from pipeline.checks.card import Card, Cell, Place
from pipeline.write.encode import Rows
from pipeline.write.layout import tables
from pipeline.write.reporting.figures import Figures
from pipeline.write.sheet import Mark, Sheet
from pipeline.write.table import arrow_schema

Made = TypeVar("Made")

SIZES = struct.Struct("<II")


def pack(sheet: Sheet, card: Card) -> bytes:
    """A sheet with its card as bytes, compressed; ``unpack`` and ``unpack_card`` read them."""
    head = _compressed(json.dumps(card).encode())
    rows = {table.name: getattr(sheet, table.name) for table in tables()}
    plain = [
        *sheet[:3],
        [*sheet.figures[:-1], str(sheet.figures.completeness)],
        {name: own.sizes for name, own in rows.items()},
        sheet.marks,
    ]
    csv = [own.csv for own in rows.values()]
    batches = [own.batch.serialize() for own in rows.values()]
    parts = [json.dumps(plain).encode(), *csv, *batches]
    sizes = struct.pack(f"<{len(parts)}I", *map(len, parts))
    body = _compressed(b"".join((sizes, *parts)))
    return SIZES.pack(len(head), len(body)) + head + body


def unpack_card(packed: bytes) -> Card:
    """The card alone."""
    size, _ = SIZES.unpack_from(packed)
    given = json.loads(_plain(packed[SIZES.size : SIZES.size + size]))
    document, sha256, sketch, places, cells, lasting = given
    return Card(
        document,
        sha256,
        tuple(sketch),
        _each(Place._make, places),
        _each(Cell._make, cells),
        lasting,
    )


def unpack(packed: bytes) -> Sheet:
    """The sheet alone."""
    import pyarrow as pa

    size, _ = SIZES.unpack_from(packed)
    body = _plain(packed[SIZES.size + size :])
    known = tables()
    count = 1 + 2 * len(known)
    sizes = struct.unpack_from(f"<{count}I", body)
    head, *parts = _cut(memoryview(body)[4 * count :], sizes)
    document, sha256, text, figures, lengths, marks = json.loads(bytes(head))
    pairs = zip(parts[: len(known)], parts[len(known) :], strict=True)
    rows = {
        table.name: Rows(
            bytes(csv),
            tuple(lengths[table.name]),
            pa.ipc.read_record_batch(pa.py_buffer(batch), arrow_schema(table)),
        )
        for table, (csv, batch) in zip(known, pairs, strict=True)
    }
    *totals, sizes, cells, complete = figures
    places = (_each(tuple, sizes), _each(tuple, cells))
    counted = Figures._make((*totals, *places, Decimal(complete)))
    found = tuple(Mark(tuple(impact_), *rest) for impact_, *rest in marks)
    return Sheet(document, sha256, text, counted, **rows, marks=found)


def _each(make: Callable[[Sequence[Any]], Made], rows: Iterable[Sequence[Any]]) -> tuple[Made, ...]:
    return tuple(map(make, rows))


def _cut(body: memoryview, sizes: Iterable[int]) -> Iterator[memoryview]:
    at = 0
    for size in sizes:
        yield body[at : at + size]
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
