"""A scale word lost: a bare small figure among figures that all write "million" or "thousand"."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.checks.mend.candidate import INHERITED
from pipeline.checks.mend.literal import exponent, written
from pipeline.checks.mend.scale_slip import scale_of
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, plain, quoted, rewritten
from pipeline.model.finding import Problem, Suggestion
from pipeline.model.value import Value

# The bare figure must be this many times smaller than the smallest of the others: towns and
# cities side by side differ by less than cities and hamlets.
SMALLER = 30
FEWEST_SIBLINGS = 2


# Who writes the thousands out has lost no word for them; "20 mil 78" is one figure.
_GROUPED = re.compile(r"\d[.,' ]\d{3}")
_ENDS_A_FIGURE = re.compile(r"\d\s?[^\W\d_]{1,8}\s?$")
BEFORE = 14


def lost_scale(value: Value, page: Page) -> Problem | None:
    """The problem of a count of people that lacks the scale word all its siblings have, or None."""
    if page.once(_are_without_scale):
        return None
    parts, siblings = written(value), page.siblings(value)
    if parts is None or parts.scale or len(siblings) < FEWEST_SIBLINGS:
        return None
    words = frozenset(map(scale_of, siblings))
    if "" in words:
        return None
    if _GROUPED.search(parts.digits) or _ENDS_A_FIGURE.search(_before(value, page)):
        return None
    smallest = min(one.number or Decimal(0) for one in siblings)
    if not value.number or value.number * SMALLER > smallest:
        return None
    word = min(words, key=exponent)
    number = value.number * Decimal(1).scaleb(exponent(word))
    literal = parts.with_scale(word)
    reason = f"“{word}” is lost, which the page's other figures write"
    change = rewritten(value, number, literal)
    return Problem(
        f"{quoted(value)} is {figure(value)}, while the smallest of the page's others has "
        f"{plain(smallest)}. Probably “{literal}”: {reason}.",
        (value,),
        (Suggestion(plain(number), "R05", reason, INHERITED, (change,)),),
        computed=f"{plain(smallest)} ÷ {plain(value.number)} = {plain(Decimal(round(smallest / value.number)))}",
    )


def _are_without_scale(page: Page) -> bool:
    """Whether two profiles count their people without a scale word: each then has such a sibling."""
    found: set[str] = set()
    for owner, value in page.held("population"):
        if owner not in found and not scale_of(value):
            found.add(owner)
            if len(found) > 1:
                return True
    return False


def _before(value: Value, page: Page) -> str:
    start = value.evidence.span.start
    return page.folded[max(0, start - BEFORE) : start]
