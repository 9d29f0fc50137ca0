"""Checks against reference data: shown beside the text, never put in its stead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.checks.check import check
from pipeline.checks.mend.copied import is_copied
from pipeline.checks.mend.exchange import exchange
from pipeline.checks.mend.mending import OUTLIER
from pipeline.checks.mend.plausible import sibling_fit
from pipeline.checks.mend.repair import explained, judge
from pipeline.checks.outside.rate import MONEY, converted_wrongly
from pipeline.checks.relation.choice import is_kept_otherwise, is_read_against_the_page
from pipeline.checks.relation.reference_rule import references
from pipeline.checks.relation.rule import stated_density
from pipeline.checks.view.page import Page
from pipeline.checks.view.reference import Known, country_of, place_named, place_of, text_of
from pipeline.checks.view.wording import figure, quoted, shown
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value
from pipeline.normalize.places.reference import country_reference, region_country, region_reference

# Pages give money in the country's own currency, in dollars or euros, or in their reader's.
EVERYWHERE = frozenset({"USD", "EUR"})
MANY = 5  # in a list of so many places a parish may have the name of a city


@check(
    "E01",
    Severity.WARNING,
    level=5,
    good=("City: Hakusan\nCountry: Japan\nPopulation: 109,287",),
    bad={"City: Hakusan\nCountry: Japan\nPopulation: 13,291": ("population",)},
)
def sizes_are_of_the_order_of_the_reference(
    country: Value, record: Record, page: Page
) -> Iterator[Problem]:
    """Area and population are of the order that reference data give for the place.

    A city may be counted with its wide municipality or without, in another year, before a merger:
    a factor of six is allowed, of three for provinces. Beyond it the figure is of a part of the
    place, of another place, or mistyped. The reference is shown, never applied. Nothing is said
    where a stated density proves the figures (those of the governorate, not of its city), or where
    the text has another figure that fits, or, in a list of places, where no correction explains it
    or each takes it from among the others: districts have the names of their towns.
    """
    told: set[str] = set()
    for relation in references(record):
        if (
            relation.values[0].id in told
            or relation.holds()
            or _is_confirmed(record)
            or is_kept_otherwise(record, relation)
        ):
            continue
        value = relation.values[0]
        if is_read_against_the_page(record, page, relation) or _is_explained(record, page, value):
            continue
        told.add(value.id)
        verdict = judge(record, page, relation)
        if len(page.siblings(value)) >= MANY and not _mends(page, value, verdict.suggestions):
            continue
        known, listed = _listed(record, value)
        message = (
            f"{quoted(value)} is too large for a place in {known.name}, which has {shown(listed)}."
            if known.kind == "country" and known != place_of(record)
            else f"{quoted(value)} is far from what {known.name} ({country.value}) has by "
            f"reference, about {shown(listed)}."
        )
        times = (value.number or Decimal(0)) / listed
        computed = f"{figure(value)} ÷ {shown(listed)} = {shown(times)}"
        yield explained(verdict, message, computed)


def _mends(page: Page, value: Value, offers: Sequence[Suggestion]) -> bool:
    """Whether a correction of a figure leaves it among those of the page's other places."""
    siblings = page.siblings(value)
    fit = sibling_fit(siblings, value.number or Decimal(1))
    return any(fit - sibling_fit(siblings, Decimal(offer.value)) < OUTLIER for offer in offers)


def _is_explained(record: Record, page: Page, value: Value) -> bool:
    """Whether a figure is known to be the neighbour's, or to stand in another's place."""
    return is_copied(page, value) or exchange(record, page) is not None


def _is_confirmed(record: Record) -> bool:
    """Whether a stated density is that of the area and the people given."""
    stated = stated_density(record)
    return stated is not None and stated.holds()


def _listed(record: Record, value: Value) -> tuple[Known, Decimal]:
    """What is known of the record's place, else of its country, and its figure for a field."""
    for known in filter(None, (place_of(record), country_of(record))):
        figure = known.area if value.field == "area_km2" else known.population
        if figure:
            return known, figure
    raise LookupError(value.field)


@check(
    "E02",
    Severity.WARNING,
    level=5,
    good=("City: Guiyang\nCountry: China\nProvince: Guizhou",),
    bad={
        "City: Guiyang\nCountry: Japan\nProvince: Guizhou\nPopulation: 4.52 million": ("country",)
    },
)
def regions_lie_in_their_country(
    country: Value, region: Value, record: Record
) -> Iterator[Problem]:
    """Place and region lie in the country that the text names.

    Only where the region is known in another country alone, and the place is known there as well,
    so that no homonym can explain it.
    """
    elsewhere = region_reference(str(region.value))
    if elsewhere is None or not elsewhere.alone:
        return
    code = region_country(elsewhere.code)
    name = text_of(record, "name")
    inside = region_reference(str(region.value), str(country.value)) or place_named(
        name, str(country.value)
    )
    other, listed = country_reference(code), place_named(name, code)
    if code != country.value and inside is None and other is not None and listed is not None:
        yield Problem(
            f"{quoted(region)} and {name} lie in {other.name}, not in {quoted(country)}.",
            (country, region),
            computed=f"{region.value}: {code}; text: {country.value}",
        )


@check(
    "E03",
    Severity.NOTE,
    level=5,
    good=("Country: China\nGDP: 24.3 billion yuan",),
    bad={
        "Country: China\nGDP: 24.3 billion pesos": ("gdp",),
        "Country: China\nGDP: 24.3 billion yuan (34.7 billion dollars)": ("gdp",),
    },
    among=MONEY,
)
def money_is_in_the_country_s_currency(record: Record, page: Page) -> Iterator[Problem]:
    """A GDP is given in the country's currency, in dollars or in euros, and converted as it was worth.

    Another currency is the one of the page's readers, or a mistranslated word: a note. An amount
    whose conversion beside it no rate of the last thirty years makes has lost a digit, a scale word
    or its currency: a warning.
    """
    gdp, code = record.one("gdp"), text_of(record, "country")
    known = country_reference(code) if code else None
    usual = {known.currency} | EVERYWHERE if known else EVERYWHERE
    if gdp is not None and known and gdp.currency and gdp.currency not in usual:
        yield Problem(
            f"{quoted(gdp)} is read as {gdp.currency}, while {known.name} has {known.currency}.",
            (gdp, *record.held("country")),
        )
    yield from converted_wrongly(record, page)
