"""The units of the lexicon and of the teaching: spellings, pint's names and dimensions."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.lexicon.tables import toml_table
from pipeline.lexicon.taught import cached, teaching_in_force
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.text import key

DIMENSIONS = ("density", "area", "length", "temperature", "share", "time")
_OF_LAND = ("kilometer ** 2", "hectare", "mile ** 2", "acre")


@cached()
def known_units() -> Mapping[str, tuple[str, str]]:
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
    return tuple(said for said, (_, own) in known_units().items() if own in dimensions)


def named_unit(text: str) -> str:
    """Pint's name of the unit that a text is a spelling or the name of, empty for none."""
    name, _ = known_units().get(key(text), ("", ""))
    return name or (text if dimension_of(text) else "")


def unit_spellings() -> tuple[str, ...]:
    """All spellings of the units of measures, as the lexicon and the teaching have them."""
    written = flatten([toml_table("units.toml")[dimension] for dimension in DIMENSIONS])
    return (*known_units(), *written)


def unit_names() -> tuple[str, ...]:
    """Pint's names of all units of the lexicon, by dimension."""
    return tuple(dict.fromkeys(name for name, _ in known_units().values()))


@cached()
def dimension_of(name: str) -> str:
    """The dimension of a unit by pint's name, empty for what is no unit of the lexicon."""
    found = (dimension for unit, dimension in known_units().values() if unit == name)
    return next(found, "density" if name.startswith("1 / ") else "")


def area_spellings() -> tuple[str, ...]:
    """The spellings of the units in which land is measured."""
    table = toml_table("units.toml")["area"]
    return flatten([table[name] for name in _OF_LAND])
