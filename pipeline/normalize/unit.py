"""Units: spellings of the lexicon mapped to pint's names first, conversions by pint alone.

pint never sees raw text: it reads ``425 ㎢`` as dimensionless and evaluates ``9**9**9``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.lexicon.taught import cached, teaching_in_force
from pipeline.model.source import Span
from pipeline.normalize.lexeme import alternation, beginnings, flatten
from pipeline.normalize.text import key
from pipeline.normalize.wordlist import Wordlist

if TYPE_CHECKING:
    import pint

DIMENSIONS = ("density", "area", "length", "temperature", "share", "time")
_GAP = r"(?:\s|[ \t\xa0]{2})?"
_OFFSET = ("degree_Celsius", "degree_Fahrenheit")
_OF_LAND = ("kilometer ** 2", "hectare", "mile ** 2", "acre")
_EDGE = re.compile(r"(?<=[ (\[/])(?=\S)|(?=/)")  # where a unit can begin in a label


class Unit(NamedTuple):
    """A unit beside a figure: where it stands, pint's name for it and its dimension."""

    span: Span
    name: str
    dimension: str


@cached()
def _spellings() -> Mapping[str, tuple[str, str]]:
    """Folded spelling to (pint's name, dimension); the first list that has it wins."""
    table = toml_table("units.toml")
    of = {name: dimension for dimension in DIMENSIONS for name in table[dimension]}
    taught = teaching_in_force().units
    found = {key(spelling): (name, of[name]) for spelling, name in taught if name in of}
    for name, dimension in of.items():
        for spelling in flatten(table[dimension][name]):
            found.setdefault(key(spelling), (name, dimension))
    return found


def spellings_of(*dimensions: str) -> tuple[str, ...]:
    """The spellings, as keys, of all units of some dimensions, taught ones included."""
    return tuple(said for said, (_, own) in _spellings().items() if own in dimensions)


def named_unit(text: str) -> str:
    """Pint's name of the unit that a text is a spelling or the name of, empty for none."""
    name, _ = _spellings().get(key(text), ("", ""))
    return name or (text if dimension_of(text) else "")


def unit_spellings() -> tuple[str, ...]:
    """All spellings of the units of measures, as the lexicon and the teaching have them."""
    written = flatten([toml_table("units.toml")[dimension] for dimension in DIMENSIONS])
    return (*_spellings(), *written)


def unit_names() -> tuple[str, ...]:
    """Pint's names of all units of the lexicon, by dimension."""
    return tuple(dict.fromkeys(name for name, _ in _spellings().values()))


@cached()
def dimension_of(name: str) -> str:
    """The dimension of a unit by pint's name, empty for what is no unit of the lexicon."""
    found = (dimension for unit, dimension in _spellings().values() if unit == name)
    return next(found, "density" if name.startswith("1 / ") else "")


@cached()
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"{_GAP}({alternation(unit_spellings())})(?![²³])", re.IGNORECASE)


class _Table(NamedTuple):
    """What is known of units, with the words of the teaching in force: looked up once a figure."""

    beginnings: frozenset[str]
    pattern: re.Pattern[str]
    per_area: re.Pattern[str]
    spellings: Mapping[str, tuple[str, str]]


@cached()
def _table() -> _Table:
    before = flatten(toml_table("units.toml")["per"]["before"])
    first = beginnings(unit_spellings()) | beginnings(before)
    return _Table(first, _pattern(), _per_area(), _spellings())


def unit_beginnings() -> frozenset[str]:
    """The characters with which a unit or a word for per begins."""
    return _table().beginnings


def unit_at(text: str, at: int, end: int) -> Unit | None:
    """The unit that begins at an offset of folded text, after a blank or two on its line."""
    table = _table()
    if text[at : min(end, at + 3)].lstrip()[:1] not in table.beginnings:
        return None
    match = table.pattern.match(text, at, end)
    if match is None:
        return _density_at(table, text, at, end)
    said = match[1]
    name, dimension = table.spellings.get(said) or table.spellings[key(said)]
    return Unit(Span(match.start(1), match.end(1)), name, dimension)


def _density_at(table: _Table, text: str, at: int, end: int) -> Unit | None:
    """A unit of area behind a word for per: "je km²", "на 1 кв. км", "to the square mile"."""
    match = table.per_area.match(text, at, end)
    if match is None:
        return None
    area, _ = table.spellings[key(match["area"])]
    return Unit(Span(match.start("per"), match.end()), f"1 / {area}", "density")


@cached()
def _per_area() -> re.Pattern[str]:
    table = toml_table("units.toml")["per"]
    per, one = alternation(table["before"]), alternation(table["one"])
    return re.compile(
        rf"{_GAP}(?P<per>{per})\s?(?:{one}\s?)?(?P<area>{_areas()})(?![²³])", re.IGNORECASE
    )


def _areas() -> str:
    """Any of the units in which land is measured."""
    return alternation(_area_spellings())


def _area_spellings() -> tuple[str, ...]:
    table = toml_table("units.toml")["area"]
    return flatten([table[name] for name in _OF_LAND])


def find_bases(text: str, span: Span) -> Iterator[Span]:
    """Where a stretch names one unit of area that so many people share: "1平方キロあたり"."""
    if names_land(text, span):
        for match in _base_words().finditer(_base(), text, *span):
            yield Span(*match.span())


def names_land(text: str, span: Span) -> bool:
    """Whether a unit in which land is measured can stand in a stretch."""
    return _land().may_stand(text, *span)


@cache
def _land() -> Wordlist:
    return Wordlist(_area_spellings())


@cache
def _base_words() -> Wordlist:
    """What a base begins with: a word for one, or a unit of area."""
    return Wordlist((*toml_table("units.toml")["per"]["one"], *_area_spellings()))


@cached()
def _base() -> re.Pattern[str]:
    """One unit of area with a word for one or each before it, or for per behind it."""
    table = toml_table("units.toml")["per"]
    one, behind = alternation(table["one"]), alternation(table["behind"])
    return re.compile(
        rf"(?<![\d.,])(?:(?:{one}\s?)?{_areas()}\s?{behind}|(?:{one})\s?{_areas()})(?![²³])",
        re.IGNORECASE,
    )


def find_unit(text: str, start: int, end: int) -> Unit | None:
    """The first unit in a label or header such as ``Area (In Sq.K.M.)``, or None."""
    edges = (match.start() for match in _EDGE.finditer(text, start, end))
    found = (unit_at(text, at, end) for at in (start, *edges))
    return next((unit for unit in found if unit), None)


@cache
def _registry() -> pint.UnitRegistry[Decimal]:
    import pint

    registry: pint.UnitRegistry[Decimal] = pint.UnitRegistry(non_int_type=Decimal)
    for name, definition in toml_table("units.toml")["definitions"].items():
        registry.define(f"{name} = {definition}")
    return registry


@lru_cache(maxsize=256)
def factor(unit: str, to: str) -> Decimal:
    """How many ``to`` one ``unit`` is; both are pint's names from the lexicon.

    Raises:
        pint.DimensionalityError: where the two measure different things.
    """
    if unit == to:
        return Decimal(1)
    registry = _registry()
    return Decimal(registry.Quantity(Decimal(1), unit).to(to).magnitude)


def convert(value: Decimal, unit: str, to: str) -> Decimal:
    """A value in another unit of the same dimension; temperatures with their offset."""
    if unit == to:
        return value
    if unit in _OFFSET:
        return Decimal(_registry().Quantity(value, unit).to(to).magnitude)
    return value * factor(unit, to)
