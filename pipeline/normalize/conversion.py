"""Values in other units, converted by pint alone.

pint never sees raw text: it reads ``425 ㎢`` as dimensionless and evaluates ``9**9**9``.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from pipeline.lexicon.tables import toml_table

if TYPE_CHECKING:
    import pint

_OFFSET = ("degree_Celsius", "degree_Fahrenheit")


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
