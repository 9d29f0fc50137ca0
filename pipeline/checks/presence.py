"""Checks of what is missing: facts that the neighbours give, values, units and names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks import bound
from pipeline.checks.check import check
from pipeline.checks.choice import ASSUMED, is_of_unknown_unit
from pipeline.checks.fragment import Fragment, fragments, is_cut_off, measured
from pipeline.checks.mend.candidate import INHERITED
from pipeline.checks.opening import opens_with_words
from pipeline.checks.page import Page
from pipeline.checks.wording import figure, plain, quoted, rewritten, shown, spoken
from pipeline.lexicon.taught import teaching_in_force
from pipeline.model.finding import Change, Problem, Severity, Suggestion
from pipeline.model.value import Record, Value
from pipeline.normalize.unit import dimension_of
from pipeline.schema.place import BY_NAME

# A field is expected where at least three profiles and two thirds of the page's profiles have it
# (the rule of completeness). A warning it is only where six fill in a form and one leaves the line
# out: who writes sentences, or fewer profiles, leaves out what there was no need to tell.
# Where fewer profiles have a name it is our reading that found none.
NAMED_SHARE = Decimal("0.5")
EXPECTED_IN, EXPECTED_SHARE = 3, Decimal(2) / 3
FORM_IN, FORM_SHARE = 6, Decimal("0.8")
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
_ENDED = re.compile(r"\s*(?:[.,;)。、]|$|and\b|with\b|und\b|mit\b|et\b|y\b|con\b)", re.MULTILINE)
# One other area with a unit may be the odd one; from two on a bare figure is.
FEWEST_NAMED = 2
LOOKED_FOR = ("name", "area_km2", "population")


@check(
    "F01",
    Severity.WARNING,
    level=1,
    good=("City: Lindenau\nCountry: Germany\nArea: 425㎢\nPopulation: 1,220",),
    bad={
        "City: Ashfield\nCountry: Canada\nArea: 425 km²\nPopulation: 4,220\n\n"
        "City: Brookton\nCountry: Canada\nArea: 36 km²\nPopulation: 17,310\n\n"
        "City: Corwen\nCountry: Canada\nArea: 12.5 km²\nPopulation: 9,470\n\n"
        "City: Denby\nCountry: Canada\nArea: 81 km²\n": ("population",),
    },
)
def profiles_have_what_their_neighbours_have(record: Record, page: Page) -> Iterator[Problem]:
    """A profile gives its name, country, area and population where its neighbours do.

    Where at least three profiles and two thirds of the page's profiles give a fact, its absence
    is noted; where six or more fill in the line of a form, and four fifths of all do, it is an
    omission. Elsewhere nothing is expected. A profile without a name is always worth a look:
    nobody can tell whose figures these are; where it opens with words, they may have the name. What
    a person said to expect of a page (``[expected]`` in _profiles.toml) is asked for as well.
    """
    for field in LOOKED_FOR:
        if record.one(field) is not None or _is_told(record, field):
            continue
        having = page.having(field)
        if having >= EXPECTED_IN and having >= EXPECTED_SHARE * len(page.records):
            yield Problem(
                f"{spoken(field).capitalize()} is missing; {having} of the page's "
                f"{len(page.records)} profiles give it.",
                field=field,
                severity=None if _is_left_out(record, field, page) else Severity.NOTE,
            )
        elif field == "name" and having >= NAMED_SHARE * len(page.records) > NAMED_SHARE:
            yield Problem(
                "The profile has no name, so that nobody can tell whose it is.",
                field=field,
                severity=Severity.NOTE if opens_with_words(record, page) else None,
            )
    for field in teaching_in_force().expects(page.document.path):
        if field not in LOOKED_FOR and record.one(field) is None:
            yield Problem(
                f"{spoken(field).capitalize()} is missing; every profile here should have it.",
                field=field,
            )


def _is_left_out(record: Record, field: str, page: Page) -> bool:
    """Whether the fact was left out of a form that the page's other profiles fill in."""
    if field == "name":
        return not opens_with_words(record, page)
    filled = len({owner for owner, value in page.held(field) if value.label})
    return filled >= FORM_IN and filled >= FORM_SHARE * len(page.records)


def _is_told(record: Record, field: str) -> bool:
    """Whether the profile has some figure of the kind: it is there, though its sense is not sure."""
    if any(value.qualifier and value.qualifier != "empty" for value in record.all(field)):
        return True
    unit = BY_NAME[field].unit
    return bool(unit) and any(_is_same_kind(value.unit, unit) for value in record.values)


def _is_same_kind(one: str, two: str) -> bool:
    return one == two or (dimension_of(one) == dimension_of(two) != "")


@check(
    "T08",
    Severity.WARNING,
    level=0,
    good=(
        "City: Lindenau\nCountry: Germany\nArea: 7,923 km²\nPopulation: 12,000",
        "Lindenau covers an area of 7,923 square kilometres. 12,000 people live there.",
        "Lindenau has 12,000 people and a population density of 312 per km².",
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
        "City: Lindenau\nIts density of population is 312 per, as against 304.": (
            "density_per_km2",
        ),
    },
)
def figures_have_what_they_need(record: Record, page: Page) -> Iterator[Problem]:
    """A figure has its unit, a label its value, a unit its number.

    What a person deletes or a translation garbles leaves a number without its unit ("an area of
    7,923 ."), a unit without its number ("area of  square kil"), a scale word alone or a label
    without a value. A figure is read in the unit of its field where that can be right.
    """
    for value in record.values:
        if value.field not in measured() or not value.in_force:
            continue
        if _lacks_unit(value, page) or is_cut_off(value, page):
            yield _unitless(value)
    for one in fragments(record, page):
        yield _remnant(record, page, one)
    empty = [
        value
        for value in record.values
        if value.qualifier == "empty" and value.field in NEEDED and record.one(value.field) is None
    ]
    if len(empty) == 1:
        yield Problem(f"The label “{empty[0].label}” has no value.", (empty[0],))


def _lacks_unit(value: Value, page: Page) -> bool:
    """Whether an area has no unit, in a sentence or beside others on the page that have one."""
    if value.field != "area_km2" or ASSUMED not in value.qualifier:
        return False
    if is_of_unknown_unit(value, page):
        return False
    if value.evidence.rule.startswith("prose"):
        return bool(_ENDED.match(page.folded, value.evidence.span.end))
    beside = page.siblings(value)
    named = sum(ASSUMED not in one.qualifier for one in beside)
    return named >= FEWEST_NAMED and named >= EXPECTED_SHARE * len(beside)


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
