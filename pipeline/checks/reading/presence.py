"""Checks of facts that a profile lacks and its neighbours give."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.check import check
from pipeline.checks.reading.opening import opens_with_words
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import spoken
from pipeline.lexicon.taught import teaching_in_force
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record
from pipeline.normalize.dimension import dimension_of
from pipeline.schema.place import BY_NAME

# A field is expected where at least three profiles and two thirds of the page's profiles have it
# (the rule of completeness). A warning it is only where six fill in a form and one leaves the line
# out: who writes sentences, or fewer profiles, leaves out what there was no need to tell.
# Where fewer profiles have a name it is our reading that found none.
NAMED_SHARE = Decimal("0.5")
EXPECTED_IN, EXPECTED_SHARE = 3, Decimal(2) / 3
FORM_IN, FORM_SHARE = 6, Decimal("0.8")
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
