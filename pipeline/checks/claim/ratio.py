"""Claims such as "32.5 times bigger than X" or "twice the people of X", gathered over a page by X."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from math import exp, log
from statistics import median
from typing import NamedTuple

from pipeline.checks.mend.candidate import COMPUTED
from pipeline.checks.mend.literal import written
from pipeline.checks.relation.relation import Relation
from pipeline.checks.view.interval import Interval, exactly, of
from pipeline.checks.view.page import Page
from pipeline.checks.view.reference import whole_named
from pipeline.checks.view.wording import plain, rewritten
from pipeline.model.finding import Suggestion
from pipeline.model.value import Record, Value
from pipeline.normalize.text import key

# The size of a place changes with the survey and its borders: a twentieth either way.
BASE_SLACK = Decimal("0.05")
# People move: between two counts a city grows by half, and is counted with or without its suburbs.
PEOPLE_SLACK = Decimal(1)
RATIOS = (("area_km2", "area_ratio"), ("population", "population_ratio"))
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


def claims_by_whole(page: Page) -> dict[tuple[str, str], tuple[Claim, ...]]:
    """The claims of a page by the field and the place that they compare with."""
    found: dict[tuple[str, str], tuple[Claim, ...]] = {}
    for record in page.records:
        for field, ratio_field in RATIOS:
            size = record.one(field)
            for ratio in record.held(ratio_field):
                if size is not None and size.number and ratio.number and ratio.of:
                    known = (name for one, name in found if one == field)
                    at = (field, _plain(ratio.of, known))
                    found[at] = (*found.get(at, ()), Claim(record, size, ratio))
    return found


def _plain(name: str, known: Iterable[str]) -> str:
    """A name without what points at it ("our own county seat"), as it was written before."""
    bare = _POINTING.sub("", key(name))
    same = (one for one in known if one.endswith(f" {bare}") or bare.endswith(f" {one}"))
    return next(same, bare)


def base_of(claims: tuple[Claim, ...]) -> Base | None:
    """The size of the other place: by reference, by most claims, or by the surer of two."""
    known = whole_named(claims[0].ratio.of, "")
    people = claims[0].size.field == "population"
    listed = known and (known.population if people else known.area)
    if listed:
        return Base(_around(listed, people), "the reference")
    if len(claims) >= MAJORITY:
        logs = [log(_implied(claim)) for claim in claims]
        middle = Decimal(str(round(exp(median(logs)), 6)))
        return Base(_around(middle, people), "the middle of all claims")
    if len(claims) == 2 and _digits(claims[0]) != _digits(claims[1]):
        surer = max(claims, key=_digits)
        return Base(of(surer.size).over(of(surer.ratio)), "the surer claim")
    return None


def relation_of(claim: Claim, base: Interval) -> Relation:
    """That a claim's size is its ratio times the base, "bigger" read either way."""

    def keeps(intervals: Sequence[Interval]) -> bool:
        size, ratio = intervals
        return any(size.over(one).meets(base) for one in (ratio, ratio.plus(exactly(1))))

    return Relation("C01", (claim.size, claim.ratio), keeps, lambda *_: None, exact=False)


def mended_ratio(claim: Claim, base: Interval) -> tuple[Suggestion, ...]:
    """The ratio that the base makes of the size: computed, not observed; the size stays."""
    size = claim.size.number or Decimal(0)
    ratio = round(size / ((base.low + base.high) / 2), 2)
    if not ratio:
        return ()
    change = rewritten(claim.ratio, ratio)
    reason = "the ratio that the size makes; computed, not observed"
    return (Suggestion(plain(size), "R13", reason, COMPUTED, (change,)),)


def _around(size: Decimal, people: bool) -> Interval:
    slack = PEOPLE_SLACK if people else BASE_SLACK
    return Interval(size / (1 + slack), size * (1 + slack))


def _implied(claim: Claim) -> float:
    return float((claim.size.number or Decimal(1)) / (claim.ratio.number or Decimal(1)))


def _digits(claim: Claim) -> int:
    """The fewest significant digits of a claim's two figures."""
    return min(_significant(claim.size), _significant(claim.ratio))


def _significant(value: Value) -> int:
    parts = written(value)
    digits = [character for character in (parts.digits if parts else "") if character.isdigit()]
    return len("".join(digits).strip("0"))
