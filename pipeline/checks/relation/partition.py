"""Shares that divide a whole without rest: when some are such, and that they make 100."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from pipeline.checks.relation.relation import Relation, filling
from pipeline.checks.view.interval import Interval, exactly
from pipeline.model.value import Record, Value
from pipeline.normalize.lexeme import words
from pipeline.normalize.sector import SECTORS, sector_of
from pipeline.normalize.text import key

# Shares make a partition where "other" is among them, where they are the three sectors, or where
# they nearly make 100 anyway.
NEARLY_WHOLE = Interval(Decimal(95), Decimal(105))
WHOLE = exactly(100)
REST = frozenset({"other", "others", "rest", "miscellaneous"})
# In plain words the three sectors leave building out at times: together they may make less than the
# whole, but never more.
BRANCHES = ("agriculture", "industry", "services")


def partition(record: Record) -> Relation | None:
    """Shares of a known partition make 100."""
    shares = tuple(value for value in record.held("industry_shares") if value.number is not None)
    kinds = {sector_of(value.of) for value in shares}
    if len(shares) < 2 or len(kinds) != len(shares):
        return None
    total = sum((value.number or Decimal(0) for value in shares), Decimal(0))
    closed = kinds >= set(SECTORS) or kinds & REST or NEARLY_WHOLE.covers(total)
    too_much = total > WHOLE.high and len(shares) == len(BRANCHES) and _are_branches(shares)
    return filling("A02", shares, WHOLE) if closed or too_much else None


def _are_branches(shares: Sequence[Value]) -> bool:
    """Whether three shares are those of farming, industry and services."""
    return {_branches().get(key(value.of), "") for value in shares} == set(BRANCHES)


@cache
def _branches() -> dict[str, str]:
    return {word: branch for branch in BRANCHES for word in words("industry_sectors", branch)}
