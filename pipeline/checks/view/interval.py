"""Intervals: what written digits stand for, with the arithmetic that keeps their width.

``8.62`` stands for [8.615, 8.625]. Two figures agree when their intervals meet; nothing here has
a tolerance beyond the width of the literals and the named widening for round numbers.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from pipeline.model.value import Value

INFINITE = Decimal("Infinity")

# A writer who puts "1,000,000" mostly means a million or so: from two zeros on, half of the
# last digit that is not zero, but never more than what "about" widens by.
ROUND_ZEROS = 2
ROUND_SHARE = Decimal("0.05")
PRECISE = 28  # digits that arithmetic keeps: of more, adding nothing would drop the last


class Interval(NamedTuple):
    """All numbers from ``low`` to ``high``, both included; infinite where a side is open."""

    low: Decimal
    high: Decimal

    def plus(self, other: Interval) -> Interval:
        """The sums of a number of each."""
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: Interval) -> Interval:
        """The differences of a number of each."""
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, other: Interval) -> Interval:
        """The products of a number of each."""
        corners = [_product(one, two) for one in self for two in other]
        return Interval(min(corners), max(corners))

    def over(self, other: Interval) -> Interval:
        """The quotients; everything where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            return Interval(-INFINITE, INFINITE)
        return self.times(Interval(1 / other.high, 1 / other.low))

    def scaled(self, factor: Decimal) -> Interval:
        """The interval in a unit ``1 / factor`` as large; ``factor`` is positive."""
        return Interval(_product(self.low, factor), _product(self.high, factor))

    def meets(self, other: Interval) -> bool:
        """Whether the two have a number in common: whether both figures can be right."""
        return self.low <= other.high and other.low <= self.high

    def covers(self, number: Decimal) -> bool:
        """Whether the number lies inside."""
        return self.low <= number <= self.high


def exactly(number: Decimal | int | str) -> Interval:
    """The interval of one number."""
    return Interval(Decimal(number), Decimal(number))


def of(value: Value) -> Interval:
    """What a value's literal stands for; round whole numbers are taken wider."""
    number = value.number
    if number is None:
        return Interval(-INFINITE, INFINITE)
    low = number if value.low is None else value.low
    high = number if value.high is None else value.high
    if _is_surely_exact(number):
        return Interval(min(low, number), max(high, number))
    slack = _roundness(number)
    return Interval(min(low, number - slack), max(high, number + slack))


def total(intervals: Iterable[Interval]) -> Interval:
    """The sums of one number of each."""
    result = exactly(0)
    for interval in intervals:
        result = result.plus(interval)
    return result


def product(intervals: Iterable[Interval]) -> Interval:
    """The products of one number of each."""
    result = exactly(1)
    for interval in intervals:
        result = result.times(interval)
    return result


def _is_surely_exact(number: Decimal) -> bool:
    """Whether the last digit of a number shows that nothing was rounded: 48,391 or 118.4.

    Asked first, as most figures end in such a digit and their roundness costs a microsecond.
    """
    text = str(number)
    return text[-1] != "0" and len(text) <= PRECISE and "E" not in text


def _roundness(number: Decimal) -> Decimal:
    """The named widening for round numbers: 0 for 1,220,431, at most 5 % for 1,000,000."""
    if number == 0 or number != number.to_integral_value():
        return Decimal(0)
    digits = format(number.copy_abs().to_integral_value(), "f")
    zeros = len(digits) - len(digits.rstrip("0"))
    if zeros < ROUND_ZEROS:
        return Decimal(0)
    return min(Decimal(1).scaleb(zeros) / 2, number.copy_abs() * ROUND_SHARE)


def _product(one: Decimal, two: Decimal) -> Decimal:
    """A product in which zero times infinite is zero."""
    return Decimal(0) if one == 0 or two == 0 else one * two
