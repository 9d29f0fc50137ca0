"""Relations that the figures of a record should keep, as values that can be asked "what if?".

A relation knows its values, whether they keep it, whether they would with other intervals, and
what one of them would have to be. Checks report the broken ones; ``blame`` and ``repair`` ask all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.checks.view.interval import Interval, exactly, of, product, total
from pipeline.model.value import Value

Intervals = Sequence[Interval]
ONE = exactly(1)


@dataclass(frozen=True)
class Relation:
    """One relation between values of a record.

    ``exact`` tells an equation from a range: only an equation is evidence enough for correcting a
    single digit; ``is_sum`` that of whole figures; ``bounds`` are those of a range of one value.
    ``solve`` gives what the value at a position has to be, or None if any of a range.
    """

    code: str
    values: tuple[Value, ...]
    keeps: Callable[[Intervals], bool]
    solve: Callable[[Intervals, int], Interval | None]
    exact: bool = True
    is_sum: bool = False
    bounds: Interval | None = None

    def holds(self, changed: Mapping[str, Interval] | None = None) -> bool:
        """Whether the values keep it; ``changed`` puts other intervals in place of some."""
        if changed:
            return self.keeps(self._intervals(changed))
        return self._is_inside() or self.keeps(list(map(of, self.values)))

    def _is_inside(self) -> bool:
        """Whether the one figure lies within the bounds itself, its interval then as well."""
        number = self.values[0].number if self.bounds is not None else None
        return number is not None and self.bounds is not None and self.bounds.covers(number)

    def implied(self, value: Value) -> Interval | None:
        """What a value would have to be, all others being right."""
        ids = [one.id for one in self.values]
        return self.solve(self._intervals({}), ids.index(value.id)) if value.id in ids else None

    def concerns(self, value: Value) -> bool:
        """Whether the value takes part."""
        return any(one.id == value.id for one in self.values)

    def _intervals(self, changed: Mapping[str, Interval]) -> Intervals:
        return [changed.get(value.id) or of(value) for value in self.values]


def multiplied(
    code: str, whole: Value, factors: tuple[Value, ...], constant: Interval = ONE
) -> Relation:
    """``whole = factor x factor x ... x constant``: GDP per person, densities, shares, ratios."""

    def solve(intervals: Intervals, at: int) -> Interval:
        if at == 0:
            return product((*intervals[1:], constant))
        others = [one for position, one in enumerate(intervals) if position not in {0, at}]
        return intervals[0].over(product((*others, constant)))

    def keeps(intervals: Intervals) -> bool:
        return intervals[0].meets(product((*intervals[1:], constant)))

    return Relation(code, (whole, *factors), keeps, solve)


def summed(code: str, whole: Value, parts: tuple[Value, ...]) -> Relation:
    """``whole = part + part + ...``: trade of exports and imports."""

    def solve(intervals: Intervals, at: int) -> Interval:
        if at == 0:
            return total(intervals[1:])
        others = [one for position, one in enumerate(intervals) if position not in {0, at}]
        return intervals[0].minus(total(others))

    def keeps(intervals: Intervals) -> bool:
        return intervals[0].meets(total(intervals[1:]))

    return Relation(code, (whole, *parts), keeps, solve, is_sum=True)


def filling(code: str, parts: tuple[Value, ...], whole: Interval) -> Relation:
    """``part + part + ... = whole``, a known figure: the shares of a partition make 100."""

    def solve(intervals: Intervals, at: int) -> Interval:
        others = [one for position, one in enumerate(intervals) if position != at]
        return whole.minus(total(others))

    return Relation(code, parts, lambda intervals: total(intervals).meets(whole), solve)


def within(code: str, value: Value, bounds: Interval) -> Relation:
    """A figure lies between bounds."""

    def keeps(intervals: Intervals) -> bool:
        return intervals[0].meets(bounds)

    return Relation(code, (value,), keeps, lambda *_: None, exact=False, bounds=bounds)


def quotient_within(code: str, top: Value, bottom: Value, bounds: Interval) -> Relation:
    """``top / bottom`` lies between bounds: people per km²."""

    def keeps(intervals: Intervals) -> bool:
        return intervals[0].over(intervals[1]).meets(bounds)

    return Relation(code, (top, bottom), keeps, lambda *_: None, exact=False)


def not_above(code: str, part: Value, whole: Value) -> Relation:
    """A part is no more than its whole: students and residents."""

    def keeps(intervals: Intervals) -> bool:
        return intervals[0].low <= intervals[1].high

    return Relation(code, (part, whole), keeps, lambda *_: None, exact=False)
