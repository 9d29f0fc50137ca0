"""Checks of what a text claims about its place beside others: ratios, shares, ranks, directions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.check import Doubt, check
from pipeline.checks.claim.ratio import (
    Base,
    Claim,
    base_of,
    claims_by_whole,
    mended_ratio,
    relation_of,
)
from pipeline.checks.mend.mending import mendings, suggestions
from pipeline.checks.mend.repair import explained, judge
from pipeline.checks.relation.reference_rule import wholes
from pipeline.checks.relation.rule import rules
from pipeline.checks.view.interval import Interval
from pipeline.checks.view.page import Page
from pipeline.checks.view.reference import text_of, whole_named
from pipeline.checks.view.wording import quoted, shown, spoken, with_unit
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value

_AMONG = re.compile(r"\d[\d,]*")


@check(
    "C01",
    Severity.WARNING,
    level=2,
    good=("Country: China\nArea: 425㎢ (32.5 times bigger than Geumcheon-gu)",),
    bad={
        "City: Ashfield\nCountry: Canada\nArea: 425 km² (32.5 times bigger than Lindenau)\n\n"
        "City: Brookton\nCountry: Canada\nArea: 7 km² (0.3 times bigger than Lindenau)": (
            "area_km2",
        ),
        "City: Ashfield\nCountry: Canada\nPopulation: 1,030,200\n- 3 times more populous than Busan": (
            "population",
        ),
    },
)
def ratios_to_one_place_agree(page: Page) -> Iterator[Doubt]:
    """All ratios of a document to one place imply the same size of that place.

    "32.5 times bigger than X" makes X a 32.5th of the area, or a 33.5th for who reads "bigger" to
    the letter; both are allowed. The size that X has by reference, or by most claims, tells which
    claim is the odd one; of two claims alone the one with fewer digits is.
    """
    for claims in claims_by_whole(page).values():
        base = base_of(claims)
        for claim in claims if base is not None else ():
            if base is not None and not relation_of(claim, base.interval).holds():
                yield _odd_claim(page, claim, base, claims)


def _odd_claim(page: Page, claim: Claim, base: Base, claims: tuple[Claim, ...]) -> Doubt:
    of_place, ratio, size = claim.ratio.of, claim.ratio.number or Decimal(1), claim.size
    implied = (size.number or Decimal(0)) / ratio
    others = [one for one in claims if one is not claim]
    message = (
        f"{quoted(size)} at {quoted(claim.ratio)} times {of_place} makes {of_place} "
        f"{with_unit(size, implied)}, but {base.source} gives {shown(base.interval.low)} to "
        f"{with_unit(size, base.interval.high)}"
        f"{_beside(others)}. {_either(page, claim, base.interval)}"
    )
    involved = tuple(value for one in others for value in (one.size, one.ratio))
    offers = (*_mended_size(page, claim, base.interval), *mended_ratio(claim, base.interval))
    computed = f"{shown(size.number or Decimal(0))} ÷ {shown(ratio)} = {shown(implied)}"
    problem = Problem(message, (size, claim.ratio, *involved), offers, computed)
    return Doubt(claim.record, problem, tuple(one.record for one in others))


def _beside(others: list[Claim]) -> str:
    """What the first other claims make of the place."""
    told = "; ".join(
        f"{quoted(one.size)} at {quoted(one.ratio)} times makes it "
        f"{shown((one.size.number or Decimal(0)) / (one.ratio.number or Decimal(1)))}"
        for one in others[:3]
    )
    return f" ({told})" if told else ""


def _either(page: Page, claim: Claim, base: Interval) -> str:
    mended = _mended_size(page, claim, base)
    if mended:
        meant = with_unit(claim.size, Decimal(mended[0].value))
        return f"Probably {meant}: {mended[0].reason}."
    wanted = (claim.size.number or Decimal(0)) / ((base.low + base.high) / 2)
    return f"Either the ratio should be about {shown(round(wanted, 2))}, or the {spoken(claim.size.field)} is another."


def _mended_size(page: Page, claim: Claim, base: Interval) -> tuple[Suggestion, ...]:
    """The sizes that a slip which shows in the literal makes fit the ratio."""
    known = (*rules(claim.record), relation_of(claim, base))
    found = mendings(claim.record, page, claim.size, known)
    return suggestions(claim.size, [one for one in found if one.candidate.evident])


@check(
    "C02",
    Severity.WARNING,
    level=3,
    good=("Country: China\nArea: 8,034㎢ (4.56% of the entire area of the Guizhou province)",),
    bad={
        "Country: China\nArea: 8.034㎢ (4.56% of the entire area of the Guizhou province)": (
            "area_km2",
        ),
    },
)
def shares_of_a_region_fit_its_area(
    area_km2: Value, area_share: tuple[Value, ...], record: Record, page: Page
) -> Iterator[Problem]:
    """A share of a region and the region's known area make the area of the place.

    The share is written as a proof of size, so that it also proves a lost digit or a mark taken
    for another. The region's area is known to a fiftieth, as statistics differ on its waters.
    """
    for relation in wholes(record):
        if relation.holds():
            continue
        share = relation.values[1]
        known = whole_named(share.of, text_of(record, "country"))
        whole = known.area if known and known.area else Decimal(0)
        implied = (area_km2.number or Decimal(0)) / (share.number or Decimal(1)) * 100
        expected = whole * (share.number or Decimal(0)) / 100
        message = (
            f"{quoted(area_km2)} as {quoted(share)} of {share.of} makes {share.of} "
            f"{shown(implied)} km², but it has about {shown(whole)} km²; the share of that would be "
            f"{shown(round(expected))} km²."
        )
        computed = (
            f"{shown(area_km2.number or Decimal(0))} ÷ {shown(share.number or Decimal(0))} % = "
            f"{shown(implied)}; {shown(whole)} × {shown(share.number or Decimal(0))} % = {shown(expected)}"
        )
        yield explained(judge(record, page, relation), message, computed)


@check(
    "C03",
    Severity.WARNING,
    level=1,
    good=("- It was ranked 20th among 100 regions",),
    bad={
        "City: Lindenau\nCountry: Germany\nPopulation: 322 thousand\n- It was ranked 120th among 100 regions": (
            "rank",
        )
    },
)
def ranks_are_within_their_number(rank: tuple[Value, ...]) -> Iterator[Problem]:
    """A place in a ranking is no further down than the ranking is long.

    Rank and length were taken for each other, or one has a digit too many. A ranking whose length
    the text does not tell is left alone.
    """
    for value in rank:
        among = _AMONG.search(value.of)
        number = Decimal(among[0].replace(",", "")) if among else None
        if number and value.number is not None and value.number > number:
            yield Problem(
                f"{quoted(value)} among {shown(number)} is no place in a ranking.",
                (value,),
                computed=f"{shown(value.number)} > {shown(number)}",
            )
