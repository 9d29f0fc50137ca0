"""Checks of what figures of one record make together: sums and products."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.arithmetic.told_half import told_halves
from pipeline.checks.check import check
from pipeline.checks.mend.repair import explained, judge
from pipeline.checks.mend.together import together
from pipeline.checks.relation import rule
from pipeline.checks.relation.relation import Relation
from pipeline.checks.view.interval import Interval, of, product, total
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, quoted, shown, span_of, spoken
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record, Value

# Residents are counted at a year's end, what they earn is divided by those of its middle: a place
# grows by less than this in half a year.
MID_YEAR = Interval(Decimal("0.98"), Decimal("1.02"))


@check(
    "A01",
    Severity.WARNING,
    level=1,
    good=(
        "Trade Size: 2.56 billion dollar\nExports: 1.99 billion dollar\nImports: 0.57 billion dollar",
    ),
    bad={
        "City: Lindenau\nCountry: Germany\nPopulation: 322 thousand\nTrade Size: 25.6 billion dollar\nExports: 1.99 billion dollar\n"
        "Imports: 0.57 billion dollar": ("trade",),
        "City: Lindenau\nCountry: Germany\nPopulation: 3,412\nMale: 1,788\nFemale: 1,724": (
            "population",
        ),
        "City: Lindenau\nCountry: Germany\nPopulation: 23,312\nOf the people 11,788 are men and 11,424 "
        "women.": ("population",),
    },
    among=("population", "trade"),
)
def parts_make_their_whole(record: Record, page: Page) -> Iterator[Problem]:
    """The parts of a whole make the whole: exports and imports the trade, men and women the people.

    The figures stand in one sentence or list and share its unit, so that a scale word is often
    written once and meant three times, or lost for the parts. The sum is compared as an interval
    of what the digits stand for; where a digit could be wrong in either part, the one is to blame
    that then fits the other (there are about as many women as men). Halves that a sentence tells
    are compared where they come within a fifth of the residents, else they are of another whole.
    """
    residents = tuple(rule.residents(record)) or tuple(told_halves(record, page))
    for relation in filter(None, (rule.trade(record), *residents)):
        if not relation.holds():
            problem = _wrong_sum(record, page, relation)
            told = any(not value.label for value in relation.values[1:])
            yield problem._replace(field="population") if told else problem


def _wrong_sum(record: Record, page: Page, relation: Relation) -> Problem:
    whole, *parts = relation.values
    made = total(of(part) for part in parts)
    listed = " and ".join(f"{spoken(part.field)} {quoted(part)}" for part in parts)
    message = (
        f"{listed[0].upper()}{listed[1:]} make {span_of(made)}, but the {spoken(whole.field)} is "
        f"given as {quoted(whole)} ({figure(whole)})."
    )
    added = sum((part.number or Decimal(0) for part in parts), Decimal(0))
    computed = f"{' + '.join(map(figure, parts))} = {shown(added)}"
    common = together(whole, parts)
    if common:
        values = (whole, *parts)
        return Problem(f"{message} Probably {common.reason}.", values, (common,), computed)
    return explained(judge(record, page, relation), message, computed)


@check(
    "A03",
    Severity.WARNING,
    level=1,
    good=(
        "Population: 322 thousand\nGDP: 23.2 billion yuan (GDP per person: 72,049 yuan)",
        (
            "Population: 322 thousand people (as of 2020)\nGDP: 9.1 billion yuan (as of 2005)\n"
            "GDP per person: 72,049 yuan"
        ),
    ),
    bad={
        "Population: 322 thousand\nGDP: 23.2 million yuan (GDP per person: 72,049 yuan)": ("gdp",),
        "Population: 322 thousand\nGDP: 24.3 billion yuan (GDP per person: 72,049 yuan)": (
            "gdp_per_capita",
        ),
    },
)
def gdp_is_per_capita_times_population(
    gdp: Value, population: Value, gdp_per_capita: Value, record: Record, page: Page
) -> Iterator[Problem]:
    """GDP equals GDP per person times population, of the same year and currency.

    The three are often copied from different tables: a GDP of one year, a population of another,
    a figure per person that counts registered residents only. Figures that say different years are
    not compared, and two per cent are what a place grows in half a year. Where a scale word or a decimal point explains the difference, that figure is to
    blame; else the derived one, the GDP per person.
    """
    relation = rule.income(record)
    implied = product((of(gdp_per_capita), of(population)))
    if relation is None or product((implied, MID_YEAR)).meets(of(gdp)):
        return
    per_head = (gdp.number or Decimal(0)) / (population.number or Decimal(1))
    message = (
        f"GDP is {quoted(gdp)}, but {quoted(gdp_per_capita)} per person for {figure(population)} "
        f"is {span_of(implied)}; the GDP given would be {shown(round(per_head))} per person."
    )
    computed = (
        f"{shown(gdp_per_capita.number or Decimal(0))} × {shown(population.number or Decimal(0))}"
        f" = {span_of(implied)}; {shown(gdp.number or Decimal(0))} ÷ "
        f"{shown(population.number or Decimal(0))} = {shown(round(per_head))}"
    )
    yield explained(judge(record, page, relation), message, computed)
