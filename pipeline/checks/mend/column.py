"""How the figures of one field are written on a page: with as many decimals as their neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.checks.mend.literal import written
from pipeline.model.value import Value

# Fewer neighbours than this have no habit.
FEWEST = 3


def usual_decimals(siblings: Sequence[Value]) -> int | None:
    """The decimals that all of at least three neighbours have; None where they differ."""
    found = {decimals(parts.amount) for one in siblings if (parts := written(one))}
    return found.pop() if len(siblings) >= FEWEST and len(found) == 1 else None


def is_odd(value: Value, siblings: Sequence[Value]) -> bool:
    """Whether a figure has other decimals than all of its neighbours have."""
    usual, parts = usual_decimals(siblings), written(value)
    return usual is not None and parts is not None and decimals(parts.amount) != usual


def is_too_fine(number: Decimal, siblings: Sequence[Value]) -> bool:
    """Whether a number cannot be written with the decimals that all neighbours have."""
    usual = usual_decimals(siblings)
    return usual is not None and decimals(number.normalize()) > usual


def decimals(number: Decimal) -> int:
    """How many digits stand behind the decimal mark, zeros at the end included."""
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
