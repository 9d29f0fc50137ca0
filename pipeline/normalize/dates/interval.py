"""ISO 8601 prefixes as intervals of days, so that ``2015`` and ``2015-10-27`` can be compared."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache


@lru_cache(maxsize=4096)
def interval(prefix: str) -> tuple[date, date]:
    """First and last day that an ISO prefix of any precision can mean.

    Raises:
        ValueError: the text is no ISO 8601 date, month or year.
    """
    parts = [int(part) for part in prefix.split("-")]
    first = date(*(*parts, 1, 1)[:3])
    if len(parts) == 3:
        return first, first
    if len(parts) == 1 or first.month == 12:
        return first, date(first.year, 12, 31)
    return first, date(first.year, first.month + 1, 1) - timedelta(days=1)


def before(earlier: str, later: str) -> bool:
    """Whether every day of the first lies before every day of the second."""
    return interval(earlier)[1] < interval(later)[0]


def meet(one: str, other: str) -> bool:
    """Whether the two can be the same day: 2015 and 2015-10-27 can."""
    return not before(one, other) and not before(other, one)
