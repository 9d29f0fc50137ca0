"""Checks of what is missing: facts that the neighbours give, values, units and names."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.check import check
from pipeline.checks.page import Page
from pipeline.checks.wording import plain, quoted, spoken
from pipeline.lexicon.taught import teaching_in_force
from pipeline.model.finding import Change, Problem, Severity, Suggestion
from pipeline.model.value import Record

# A field is expected where at least three profiles and two thirds of the page's profiles have it
# (the rule of completeness); of these only what every reader looks for is worth a warning.
EXPECTED_IN, EXPECTED_SHARE = 3, Decimal(2) / 3
# A label that stands alone has lost its value; several are a layout that was not understood.
NEEDED = (
    "website",
    "area_km2",
    "population",
    "sisterhood_date",
    "friendship_date",
    "agreement_date",
)
LOOKED_FOR = ("name", "area_km2", "population")


@check(
    "F01",
    Severity.WARNING,
    level=1,
    good=("City: Lindenau\nCountry: Germany\nArea: 425㎢\nPopulation: 1,220",),
    bad={
        "City: Lindenau\nArea: 425㎢\nPopulation: 1,220\n\n"
        "City: Buchenau\nArea: 310㎢\nPopulation: 4,310\n\n"
        "City: Erlenau\nArea: 92㎢\nPopulation: 2,845\n\n"
        "City: Ulmenau\nPopulation: 3,167": ("area_km2",)
    },
)
def profiles_have_what_their_neighbours_have(record: Record, page: Page) -> Iterator[Problem]:
    """A profile gives its name, country, area and population where its neighbours do.

    Where at least three profiles and two thirds of the page's profiles give a fact, its absence
    is an omission, or a line that could not be read. Elsewhere nothing is expected. A profile
    without a name is always worth a look: nobody can tell whose figures these are. What a person
    said to expect of a page (``[expected]`` in _profiles.toml) is asked for as well.
    """
    for field in LOOKED_FOR:
        if record.one(field) is not None or any(value.qualifier for value in record.all(field)):
            continue
        having = page.having(field)
        if having >= EXPECTED_IN and having >= EXPECTED_SHARE * len(page.records):
            yield Problem(
                f"{spoken(field).capitalize()} is missing; {having} of the page's "
                f"{len(page.records)} profiles give it.",
                field=field,
            )
        elif field == "name" and len(page.records) > 1:
            yield Problem(
                "The profile has no name, so that nobody can tell whose it is.", field=field
            )
    for field in teaching_in_force().expects(page.document.path):
        if field not in LOOKED_FOR and record.one(field) is None:
            yield Problem(
                f"{spoken(field).capitalize()} is missing; every profile here should have it.",
                field=field,
            )


@check(
    "T08",
    Severity.WARNING,
    level=0,
    good=("Area: 7,923 km²",),
    bad={"Website:\nPopulation: 12,400": ("website",)},
)
def figures_have_what_they_need(record: Record) -> Iterator[Problem]:
    """A figure has its unit, a label its value, a unit its number.

    What a person deletes or a translation garbles leaves a number without its unit ("an area of
    7,923 .") or a scale word without its number. The figure is read as best as can be.
    """
    for value in record.values:
        if value.rank == 0 and "unreadable" in value.qualifier:
            number = value.number
            change = Change(value.field, value.id, value.evidence.text, str(value.value))
            reason = "the usual unit of the field"
            offer = (
                (Suggestion(plain(number), "R05", reason, -1.0, (change,)),)
                if number is not None
                else ()
            )
            advice = f" Probably {plain(number)}: {reason}." if number is not None else ""
            yield Problem(
                f"{quoted(value)} is incomplete for {spoken(value.field)}.{advice}", (value,), offer
            )
    empty = [value for value in record.values if value.qualifier == "empty"]
    if len(empty) == 1 and empty[0].field in NEEDED:
        yield Problem(f"The label “{empty[0].label}” has no value.", (empty[0],))
