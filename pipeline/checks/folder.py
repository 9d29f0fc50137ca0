"""All documents as checks over the folder see them: float columns, one row a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pipeline.model.finding import Extraction
from pipeline.model.value import Record

if TYPE_CHECKING:
    import pandas as pd

NUMBERS = ("area_km2", "population", "elevation_m", "households", "gdp", "density_per_km2")


class Row(NamedTuple):
    """One record as a row: ``position`` counts the records within the document."""

    extraction: int
    position: int
    name: str
    country: str
    region: str
    kind: str
    area_km2: float
    population: float
    elevation_m: float
    households: float
    gdp: float
    density_per_km2: float


@dataclass(frozen=True)
class Folder:
    """Every document of a run, on the day of the run."""

    extractions: Sequence[Extraction]
    today: date

    @cached_property
    def columns(self) -> pd.DataFrame:
        """One row a record; figures as floats, NaN where there is none."""
        import pandas as pd

        return pd.DataFrame(self._rows(), columns=list(Row._fields))

    def record(self, row: int) -> Record:
        """The record of a row."""
        extraction = int(self.columns["extraction"].to_numpy()[row])
        position = int(self.columns["position"].to_numpy()[row])
        return self.extractions[extraction].records[position]

    def _rows(self) -> Iterator[Row]:
        for number, extraction in enumerate(self.extractions):
            for position, record in enumerate(extraction.records):
                yield _row(number, position, record)


def _row(extraction: int, position: int, record: Record) -> Row:
    texts = (_text(record, field) for field in ("name", "country", "region", "place_kind"))
    figures = (_float(record, field) for field in NUMBERS)
    return Row._make((extraction, position, *texts, *figures))


def _text(record: Record, field: str) -> str:
    value = record.one(field)
    return value.value if value is not None and isinstance(value.value, str) else ""


def _float(record: Record, field: str) -> float:
    value = record.one(field)
    return float("nan") if value is None or value.number is None else float(value.number)
