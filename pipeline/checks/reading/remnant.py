"""Checks of what is left of a statement: a figure without its unit, a unit or label alone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.check import check
from pipeline.checks.mend.candidate import INHERITED
from pipeline.checks.reading.clause import clause_end
from pipeline.checks.reading.fragment import Fragment, fragments, is_cut_off, measured, units_alone
from pipeline.checks.reading.veiled import veiled
from pipeline.checks.relation import bound
from pipeline.checks.relation.choice import ASSUMED, is_of_unknown_unit
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, plain, quoted, rewritten, shown, spoken
from pipeline.model.finding import Change, Problem, Severity, Suggestion
from pipeline.model.value import Record, Value
from pipeline.normalize.dimension import dimension_of

# Two thirds of a page's figures of one fact are its habit.
USUAL_SHARE = Decimal(2) / 3
# A label that stands alone has lost its value; several are a layout that was not understood.
NEEDED = (
    "website",
    "area_km2",
    "population",
    "sisterhood_date",
    "friendship_date",
    "agreement_date",
)
# A noun behind a bare figure says what is counted: "an area of 5 football fields".
# One other area with a unit may be the odd one; from two on a bare figure is.
FEWEST_NAMED = 2
FEWEST_BESIDE = 3


@check(
    "T08",
    Severity.WARNING,
    level=0,
    good=(
        "City: Lindenau\nCountry: Germany\nArea: 7,923 km²\nPopulation: 12,000",
        "Lindenau covers an area of 7,923 square kilometres. 12,000 people live there.",
        "Lindenau has 12,000 people and a population density of 312 per km².",
        "City: Lindenau\nArea: 44 km²\nPopulation: 12,000\nBudget: #########",
        "City: Lindenau\nArea: 44\nPopulation: 12,000\nForest: 12 km2\nGrowth: 9.3%",
        "City: Lindenau\nArea: 44 km²\nPopulation: 12,000\n### Population ###",
    ),
    bad={
        "City: Lindenau\nCountry: Germany\nPopulation: 12,000\nLindenau has an area of 7,923 . It lies by a lake.": (
            "area_km2",
        ),
        "城市: 大分\n大分的面积为501广场，人口为470,000。": ("area_km2",),
        "City: Lindenau\nLindenau has an area of square kil, with 35 thousand persons.": (
            "area_km2",
        ),
        "City: Lindenau\nCountry: Germany\nPopulation: million": ("population",),
        "City: Lindenau\nArea: 1.378,1\nPopulation: 12.000\nCoast: 18 km\nForest: 12 km2\nGrowth: 9,3%": (
            "area_km2",
        ),
        "City: Lindenau\nArea: 44 km²\nPopulation: ########\nDensity: 312 per km²": ("population",),
        "Lindenau, Germany\nThe town has ###### inhabitants on 44 km².": ("population",),
        "City: Lindenau\nArea: 44 km²\nInhabitants: ca.  thousand": ("population",),
        "City: Lindenau\nPopulation: 12,000\nTown area: 12.4 km2\nRural area: km2": (
            "other:rural-area",
        ),
        "City: Lindenau\nIts density of population is 312 per, as against 304.": (
            "density_per_km2",
        ),
    },
)
def figures_have_what_they_need(record: Record, page: Page) -> Iterator[Problem]:
    """A figure has its unit, a label its value, a unit its number.

    A column too narrow shows "########" for its figure, which a stated density gives again. What a
    person deletes or a translation garbles leaves a number without its unit ("an area of
    7,923 ."), a unit without its number ("area of  square kil"), a scale word alone or a label
    without a value. A figure is read in the unit of its field where that can be right.
    """
    for value in record.values:
        if value.field not in measured() or not value.in_force:
            continue
        if _lacks_unit(value, page) or is_cut_off(value, page):
            yield _unitless(value)
    hidden = tuple(veiled(record, page))
    yield from hidden
    for one in fragments(record, page):
        if all(one.field != problem.field for problem in hidden):
            yield _remnant(record, page, one)
    empty = [
        value
        for value in record.values
        if value.qualifier == "empty" and value.field in NEEDED and record.one(value.field) is None
    ]
    if len(empty) == 1:
        yield Problem(f"The label “{empty[0].label}” has no value.", (empty[0],))
    for value, span in units_alone(record, page):
        said = page.document.quote(span)
        message = f"“{value.label}” has the unit “{said}” and no figure before it."
        yield Problem(message, (value,), span=span)


def _lacks_unit(value: Value, page: Page) -> bool:
    """Whether an area has no unit, in a sentence or beside others on the page that have one."""
    if value.field != "area_km2" or ASSUMED not in value.qualifier:
        return False
    if is_of_unknown_unit(value, page):
        return False
    if value.evidence.rule.startswith("prose"):
        return bool(clause_end().match(page.folded, value.evidence.span.end))
    beside = page.siblings(value)
    if not beside:
        return _is_bare_among_named(value, page)
    named = sum(ASSUMED not in one.qualifier for one in beside)
    return named >= FEWEST_NAMED and named >= USUAL_SHARE * len(beside)


def _is_bare_among_named(value: Value, page: Page) -> bool:
    """Whether the labels of the only profile of a page give their figures with units, but not the area."""
    own = page.record_of(value)
    if own is None or not value.label or "km" in value.label.lower():
        return False
    named = {one.label for one in own.figures if one.label and _has_unit(one)}
    return len(named - {value.label}) >= FEWEST_BESIDE


def _has_unit(value: Value) -> bool:
    """Whether a figure is one of money, a share or a measure with its unit."""
    return ASSUMED not in value.qualifier and bool(
        value.currency or value.unit == "percent" or dimension_of(value.unit)
    )


def _unitless(value: Value) -> Problem:
    number = plain(value.number or Decimal(0))
    reason = f"the unit of the {spoken(value.field)} is lost"
    change = rewritten(value, number)
    return Problem(
        f"{quoted(value)} has no unit. Probably {figure(value)}: {reason}.",
        (value,),
        (Suggestion(number, "R05", reason, INHERITED, (change,)),),
    )


def _remnant(record: Record, page: Page, one: Fragment) -> Problem:
    said = " ".join(page.document.quote(one.span).split())
    name = spoken(one.field)
    if one.number is None or not _is_believable(record, one):
        return Problem(
            f"“{said}” should give the {name}, but its figure cannot be read.",
            field=one.field,
            span=one.span,
        )
    number = plain(one.number)
    reason = f"the unit of the {name} is lost or garbled"
    change = Change(one.field, "", page.document.quote(one.span), number)
    return Problem(
        f"“{said}” gives no unit. Probably {shown(one.number)} km²: {reason}.",
        suggest=(Suggestion(number, "R05", reason, INHERITED, (change,)),),
        field=one.field,
        span=one.span,
    )


def _is_believable(record: Record, one: Fragment) -> bool:
    """Whether the figure in km² makes a usual density with the people of the record."""
    people = record.one("population")
    if people is None or not people.number or not one.number:
        return True
    return bound.DENSITY_AT_ALL.covers(people.number / one.number)
