"""Years of another calendar with the year in brackets, all over a page: one distance fits all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.checks.view.page import Page
from pipeline.model.source import Span

# Two of three pairs that agree tell which one is odd.
FEWEST = 3
# A pair that is farther off, other than by digits exchanged, is no year of that calendar.
FARTHEST = 12
# The digit comes first, which is searched for faster than the edge before it.
_PAIR = re.compile(
    r"(?P<other>\d(?<!\d\d)\d{1,3})(?:年(?:\d{1,2}月)?(?:\d{1,2}日)?|[^\W\d]*\.?(?:\s?[A-Z]\.?[A-Z]\.?)?)"
    r"\s?[(（](?P<year>(?:1[89]|2[01])\d\d)年?[^\d)）]{0,4}[)）]"
)


class Pair(NamedTuple):
    """One year in two calendars; ``meant`` is the year that the page's other pairs make of it."""

    span: Span
    other: int
    year: int
    meant: int


def odd_pairs(page: Page) -> tuple[Pair, ...]:
    """The pairs whose two years are not as far apart as those of all others on the page."""
    return tuple(_odd_pairs(page))


def _odd_pairs(page: Page) -> Iterator[Pair]:
    found = [
        (match, int(match["other"]), int(match["year"]))
        for match in _PAIR.finditer(page.folded)
        if match["other"] != match["year"]
    ]
    distances = Counter(year - other for _, other, year in found)
    usual, count = distances.most_common(1)[0] if distances else (0, 0)
    for match, other, year in found if count + 1 >= FEWEST else ():
        meant = other + usual
        if year != meant and _is_near(year, meant) and count > len(found) / 2:
            yield Pair(Span(*match.span()), other, year, meant)


def _is_near(year: int, meant: int) -> bool:
    """Whether a year can have been meant for another: some years off, or with its digits exchanged."""
    return abs(year - meant) <= FARTHEST or sorted(str(year)) == sorted(str(meant))
