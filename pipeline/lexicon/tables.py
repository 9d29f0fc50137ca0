"""Data files as rows and typed tables: the only reader of ``lexicon/``, each file read once.

A CSV file opens with ``#`` lines that name its source, licence and date; the next line is its
header. Figures are Decimal, None where the file leaves them out.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import tomli


class Country(NamedTuple):
    """A country as ISO 3166-1 lists it; area in km², elevations in metres above the sea."""

    code: str
    alpha3: str
    name: str
    area_km2: Decimal
    population: Decimal | None
    population_year: str
    currency: str
    capital: str
    latitude: float
    longitude: float
    lowest_m: Decimal
    highest_m: Decimal
    call_code: str

    @property
    def domain(self) -> str:
        """The country's top-level domain, without the dot."""
        return "uk" if self.code == "GB" else self.code.lower()


class Region(NamedTuple):
    """A first-level region as ISO 3166-2 codes it; ``alone`` tells that its bare name means it."""

    code: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    area_km2: Decimal
    population: Decimal
    population_year: str
    latitude: float
    longitude: float
    alone: bool

    @property
    def country(self) -> str:
        """ISO 3166-1 code of the country it belongs to."""
        return self.code[:2]


class PlaceReference(NamedTuple):
    """A city, district or county; figures are orders of magnitude, None where not known.

    ``region`` is its ISO 3166-2 code, empty where ``regions.csv`` does not list the country's.
    """

    name: str
    aliases: tuple[str, ...]
    country: str
    region: str
    kind: str
    latitude: float
    longitude: float
    population: Decimal | None
    area_km2: Decimal | None


class Word(NamedTuple):
    """A word for a country: its code, empty for a name that means none, and its kind."""

    word: str
    code: str
    kind: str


class PlaceWord(NamedTuple):
    """A word beside a name that says what it names, where it stands and in which country."""

    word: str
    position: str
    kind: str
    country: str


@cache
def csv_rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file of the lexicon, by column name, without its ``#`` lines."""
    lines = _text(name).splitlines()
    rows = csv.reader(line for line in lines if line and not line.startswith("#"))
    columns = next(rows)
    return tuple([dict(zip(columns, row, strict=True)) for row in rows])


@cache
def toml_table(name: str) -> Mapping[str, Any]:
    """A TOML file of the lexicon, nested as it is written.

    Read by tomli, compiled, in two fifths of the time of its copy in the standard library.
    """
    return tomli.loads(_text(name))


def _text(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


@cache
def countries() -> Mapping[str, Country]:
    """All countries by ISO 3166-1 alpha-2 code."""
    return {row["code"]: _country(row) for row in csv_rows("countries.csv")}


@cache
def regions() -> Mapping[str, Region]:
    """All listed first-level regions by ISO 3166-2 code."""
    return {row["code"]: _region(row) for row in csv_rows("regions.csv")}


@cache
def places() -> tuple[PlaceReference, ...]:
    """All listed cities, districts and counties."""
    return tuple(_place(row) for row in csv_rows("places.csv"))


@cache
def country_words() -> tuple[Word, ...]:
    """Words for countries that CLDR lacks, and names that contain a country's but mean none."""
    rows = csv_rows("country_words.csv")
    return tuple(Word(row["word"], row["code"], row["kind"]) for row in rows)


@cache
def place_words() -> tuple[PlaceWord, ...]:
    """Words beside a name that say what it names: "Province", "市", "Road"."""
    return tuple(PlaceWord(**row) for row in csv_rows("place_words.csv"))


def _figure(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _listed(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.split("|") if word)


def _country(row: Mapping[str, str]) -> Country:
    return Country(
        code=row["code"],
        alpha3=row["alpha3"],
        name=row["name"],
        area_km2=Decimal(row["area_km2"]),
        population=_figure(row["population"]),
        population_year=row["population_year"],
        currency=row["currency"],
        capital=row["capital"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        lowest_m=Decimal(row["lowest_m"]),
        highest_m=Decimal(row["highest_m"]),
        call_code=row["call_code"],
    )


def _region(row: Mapping[str, str]) -> Region:
    return Region(
        code=row["code"],
        name=row["name"],
        aliases=_listed(row["aliases"]),
        kind=row["kind"],
        area_km2=Decimal(row["area_km2"]),
        population=Decimal(row["population"]),
        population_year=row["population_year"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        alone=row["alone"] != "no",
    )


def _place(row: Mapping[str, str]) -> PlaceReference:
    return PlaceReference(
        name=row["name"],
        aliases=_listed(row["aliases"]),
        country=row["country"],
        region=row["region"],
        kind=row["kind"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        population=_figure(row["population"]),
        area_km2=_figure(row["area_km2"]),
    )
