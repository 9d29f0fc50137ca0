"""Claims such as "32.5 times bigger than X", gathered over a document by X."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from math import exp, log
from statistics import median
from typing import NamedTuple

from pipeline.checks.candidate import COMPUTED
from pipeline.checks.interval import Interval, exactly, of
from pipeline.checks.literal import written
from pipeline.checks.page import Page
from pipeline.checks.reference import whole_named
from pipeline.checks.wording import plain, rewritten
from pipeline.model.finding import Suggestion
from pipeline.model.value import Record, Value
from pipeline.normalize.text import key

# The size of a place changes with the survey and its borders: a twentieth either way.
BASE_SLACK = Decimal("0.05")
_POINTING = re.compile(r"^(?:(?:our|its|their|the|own)\s+)+")
# From three claims on the middle one is a majority's; of two, only their digits can tell.
MAJORITY = 3


class Claim(NamedTuple):
    """One record's size as a multiple of another place's."""

    record: Record
    size: Value
    ratio: Value


class Base(NamedTuple):
    """What the other place's size is, and who says so."""

    interval: Interval
    source: str


def claims_by_whole(page: Page) -> dict[str, tuple[Claim, ...]]:
    """The area claims of a page by the place that they compare with."""
    found: dict[str, tuple[Claim, ...]] = {}
    for record in page.records:
        size = record.one("area_km2")
        for ratio in record.held("area_ratio"):
            if size is not None and size.number and ratio.number and ratio.of:
                name = _plain(ratio.of, found)
                found[name] = (*found.get(name, ()), Claim(record, size, ratio))
    return found


def _plain(name: str, known: Iterable[str]) -> str:
    """A name without what points at it ("our own county seat"), as it was written before."""
    bare = _POINTING.sub("", key(name))
    same = (one for one in known if one.endswith(f" {bare}") or bare.endswith(f" {one}"))
    return next(same, bare)


def base_of(claims: tuple[Claim, ...]) -> Base | None:
    """The size of the other place: by reference, by most claims, or by the surer of two."""
    known = whole_named(claims[0].ratio.of, "")
    if known is not None and known.area:
        return Base(_around(known.area), "the reference")
    if len(claims) >= MAJORITY:
        logs = [log(_implied(claim)) for claim in claims]
        return Base(_around(Decimal(str(round(exp(median(logs)), 6)))), "the middle of all claims")
    if len(claims) == 2 and _digits(claims[0]) != _digits(claims[1]):
        surer = max(claims, key=_digits)
        return Base(of(surer.size).over(of(surer.ratio)), "the surer claim")
    return None


def fits(claim: Claim, base: Interval) -> bool:
    """Whether a claim's size is its ratio times the base, "bigger" read either way."""
    stated, size = of(claim.ratio), of(claim.size)
    return any(size.over(ratio).meets(base) for ratio in (stated, stated.plus(exactly(1))))


def mended_ratio(claim: Claim, base: Interval) -> tuple[Suggestion, ...]:
    """The ratio that the base makes of the size: computed, not observed; the size stays."""
    size = claim.size.number or Decimal(0)
    ratio = round(size / ((base.low + base.high) / 2), 2)
    if not ratio:
        return ()
    change = rewritten(claim.ratio, ratio)
    reason = "the ratio that the size makes; computed, not observed"
    return (Suggestion(plain(size), "R13", reason, COMPUTED, (change,)),)


def _around(size: Decimal) -> Interval:
    return Interval(size * (1 - BASE_SLACK), size * (1 + BASE_SLACK))


def _implied(claim: Claim) -> float:
    return float((claim.size.number or Decimal(1)) / (claim.ratio.number or Decimal(1)))


def _digits(claim: Claim) -> int:
    """The fewest significant digits of a claim's two figures."""
    return min(_significant(claim.size), _significant(claim.ratio))


def _significant(value: Value) -> int:
    parts = written(value)
    digits = [character for character in (parts.digits if parts else "") if character.isdigit()]
    return len("".join(digits).strip("0"))
