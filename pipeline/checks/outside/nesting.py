"""The check of the region that a label gives against the place that the figures are of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.check import check
from pipeline.checks.relation.reference_rule import compared
from pipeline.checks.view.reference import Known, place_named, text_of
from pipeline.checks.view.wording import quoted, rewritten
from pipeline.lexicon.tables import regions
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value
from pipeline.normalize.places.reference import place_reference, region_reference

# Figures are those of a place of the tables within this factor: a namesake has others.
OWN = Decimal("1.5")
MISTAKEN = -2.0


@check(
    "A12",
    Severity.WARNING,
    level=5,
    good=(
        "City: Guiyang\nCountry: China\nProvince: Guizhou\nArea: 8,034 km²\nPopulation: 5.9 million",
        "City: Guiyang\nCountry: China\nProvince: Hunan\nArea: 2,973 km²\nPopulation: 650,000",
    ),
    bad={
        "City: Guiyang\nCountry: China\nProvince: Hunan\nArea: 8,034 km²\nPopulation: 5.9 million": (
            "region",
        )
    },
)
def places_lie_in_the_region_of_their_label(
    country: Value, region: Value, area_km2: Value, population: Value, record: Record
) -> Iterator[Problem]:
    """A place lies in the region that the label beside it gives.

    Namesakes are many: only where area and people are those of the one place that the tables have
    under the name, and the label's region is another one of the country, was the wrong one written.
    """
    name, code = text_of(record, "name"), str(country.value)
    listed = place_reference(name, code) if region.label and name else None
    named = region_reference(str(region.value), code) if listed and listed.region else None
    if listed is None or named is None or listed.region == named.code:
        return
    own, right = place_named(name, code), regions().get(listed.region)
    if own is None or right is None or not _are_of(record, own):
        return
    reason = f"the region that {name} lies in"
    yield Problem(
        f"{name} lies in {right.name}, not in {quoted(region)}, by its area and people.",
        (region, area_km2, population),
        (Suggestion(right.name, "R13", reason, MISTAKEN, (rewritten(region, right.name),)),),
        computed=f"{region.value}: {named.code}; {name}: {right.code}",
    )


def _are_of(record: Record, known: Known) -> bool:
    """Whether area and people are about those that the tables have for a place."""
    pairs = [(value.number or Decimal(0), figure) for value, figure in compared(record, known)]
    return len(pairs) > 1 and all(
        figure / OWN <= number <= figure * OWN for number, figure in pairs
    )
