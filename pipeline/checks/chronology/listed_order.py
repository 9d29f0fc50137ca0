"""A list of ties in the order of their years, in which one year is out of its place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.checks.mend.date_slip import mended_year
from pipeline.checks.view.moment import agreements
from pipeline.checks.view.page import Page
from pipeline.model.finding import Suggestion
from pipeline.model.value import Value

# So many others that stand in order make an order of a list; lists by weight have some in order.
FEWEST = 4
# A tie a few years off its place was noted when it was known; one as far off as this was not.
APART, YEAR = 10, 4


class Misplaced(NamedTuple):
    """A tie far older or younger than all others of its list, and the years it stands between."""

    record_id: str
    tie: Value
    between: tuple[int, int]
    offers: tuple[Suggestion, ...]


def out_of_order(page: Page) -> Misplaced | None:
    """The one tie of a list in order of years that a slip of its year has put out of it.

    To be asked once a page. Only of profiles with one tie each, and within the list: whoever is
    added later stands at its end.
    """
    ties = [
        (record.id, held[0]) for record in page.records if len(held := record.once(agreements)) == 1
    ]
    years = [int(str(tie.value)[:YEAR]) for _, tie in ties]
    if len(years) <= FEWEST:
        return None
    for at in range(1, len(years) - 1):
        rest = years[:at] + years[at + 1 :]
        if min(rest) - APART < years[at] < max(rest) + APART or not _is_in_order(rest):
            continue
        low, high = sorted((years[at - 1], years[at + 1]))
        offers = mended_year(ties[at][1], page.today, low, high)
        return Misplaced(*ties[at], (low, high), offers) if offers else None
    return None


def _is_in_order(years: Sequence[int]) -> bool:
    steps = [later - earlier for earlier, later in pairwise(years)]
    return all(step >= 0 for step in steps) or all(step <= 0 for step in steps)
