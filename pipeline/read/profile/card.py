"""Cards: blocks whose labels alone say that they are of a place, without its people, area or ties."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.source import FIELD, Line
from pipeline.normalize.digits import has_digit
from pipeline.read.grammar import line_meaning

_WHERE = frozenset({"country", "region"})
_DETAILS = frozenset(
    {"elevation_m", "coordinates", "annual_temperature_c", "annual_rainfall_mm"}
)  # what nothing but a place has


def is_described(text: str, lines: Sequence[Line]) -> bool:
    """Whether labels give the country or region, and a height, a position or a climate in figures."""
    where = detail = False
    for line in lines:
        if line.kind is FIELD and line.label is not None:
            fields = line_meaning(text, line).fields
            where = where or not _WHERE.isdisjoint(fields)
            detail = detail or (not _DETAILS.isdisjoint(fields) and has_digit(text, *line.body))
    return where and detail
