"""What one document adds to the figures of the report, in plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from math import floor, log10
from typing import NamedTuple

from pipeline.lexicon.taught import teaching_in_force
from pipeline.model.finding import Extraction
from pipeline.model.value import Record
from pipeline.schema.place import AGREEMENTS
from pipeline.write.position import Cell, cell_of, position_of

GRID = 20  # dots of the picture of sizes per decade: a million places are as many as 10,000
NEAR, FLOATS = 1e-6, 300  # FLOATS: decades either way that floats have

Size = tuple[int, int]


class Figures(NamedTuple):
    """What one document adds to the figures of a run, in plain values.

    ``fields`` counts the records that hold each, ``scored`` those with a completeness, whose sum
    is ``completeness``.
    """

    document: str
    records: int = 0
    values: int = 0
    numbers: int = 0
    accounted: int = 0
    scored: int = 0
    fields: Mapping[str, int] = {}
    years: Mapping[str, int] = {}
    sizes: tuple[Size, ...] = ()
    cells: tuple[Cell, ...] = ()
    completeness: Decimal = Decimal(0)


def figures_of(extraction: Extraction) -> Figures:
    """The figures of one document, a pure function of what was extracted from it."""
    records = extraction.records
    scores = [one.completeness for one in records if one.completeness is not None]
    return Figures(
        extraction.document.path,
        len(records),
        sum(len(record.values) for record in records),
        len(extraction.numbers),
        extraction.accounted,
        len(scores),
        Counter(field for record in records for field in _held(record)),
        Counter(year for record in records for year in _years(record)),
        tuple(size for record in records for size in size_of(record)),
        tuple(cell for record in records for cell in cells_of(record)),
        sum(scores, Decimal(0)),
    )


def _held(record: Record) -> set[str]:
    """The fields that a record holds, the user's own among them by their plain names."""
    taught = teaching_in_force()
    own = {taught.value_field(field.name): field.name for field in taught.fields}
    held = {own.get(field, field) for field in record.fields_held}
    return {field for field in held if ":" not in field}


def _years(record: Record) -> set[str]:
    dates = {str(one.value)[:4] for name in AGREEMENTS for one in record.held(name)}
    return {year for year in dates if year.isdecimal()}


def cells_of(record: Record) -> tuple[Cell, ...]:
    """The whole degree that the record's place lies in, or nothing where that is not known."""
    held = (record.one(name) for name in ("coordinates", "name", "country", "region"))
    point = position_of(*(str(one.value) if one else "" for one in held))
    return (cell_of(point),) if point else ()


def size_of(record: Record) -> tuple[Size, ...]:
    """Where the record lies among areas and populations, or nothing if it lacks one."""
    values = (record.one("area_km2"), record.one("population"))
    numbers = [one.number for one in values if one and one.number and one.number > 0]
    if len(numbers) < len(values):
        return ()
    area, population = map(_dots, numbers)
    return ((area, population),)


def _dots(number: Decimal) -> int:
    """The logarithm of a number in dots of the picture, asked exactly only near the half of one.

    A Decimal's logarithm takes fifty times as long as a float's, which is off by no more than NEAR.
    """
    if abs(number.adjusted()) > FLOATS:
        return round(number.log10() * GRID)
    dots = log10(number) * GRID
    if abs(dots - floor(dots) - 0.5) < NEAR:
        return round(number.log10() * GRID)
    return round(dots)
