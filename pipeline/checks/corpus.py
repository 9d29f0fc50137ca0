"""Checks over records side by side: copies on a page, duplicates and outliers over the folder."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.check import Doubt, check
from pipeline.checks.copied import COPIED, density_of, is_at_odds, is_telling
from pipeline.checks.mend.candidate import COMPUTED
from pipeline.checks.page import Page
from pipeline.checks.wording import figure, quoted, rewritten, shown, spoken, with_unit
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value


@check(
    "X02",
    Severity.WARNING,
    level=2,
    good=(
        (
            "City: Ashfield\nCountry: Canada\nArea: 425 km²\nPopulation: 50,000\n\n"
            "City: Brookton\nCountry: Canada\nArea: 425 km²\nPopulation: 60,000"
        ),
    ),
    bad={
        "City: Ashfield\nCountry: Canada\nArea: 425.37 km²\nPopulation: 50,000\n\n"
        "City: Brookton\nCountry: Canada\nArea: 425.37 km²\nPopulation: 60,000": ("area_km2",),
    },
)
def neighbours_have_figures_of_their_own(page: Page) -> Iterator[Doubt]:
    """A figure is not that of the neighbouring profile.

    Pages are made by copying the profile above. Four equal significant digits (three of
    people, who are counted one by one) are no coincidence;
    fewer are one only where the figure makes a believable density in one of the places alone. The
    place where it does not, or does not make the density stated, is to blame, else the later one;
    its own figure cannot be told from the text unless a stated density implies it.
    """
    for above, below in zip(page.records, page.records[1:], strict=False):
        for field in COPIED:
            one, two = above.one(field), below.one(field)
            if one is None or two is None or one.number != two.number or not one.number:
                continue
            if is_telling(two) or is_at_odds(below) != is_at_odds(above):
                yield _copy(above, below, one, two)


def _copy(above: Record, below: Record, one: Value, two: Value) -> Doubt:
    blamed_first = is_at_odds(above) and not is_at_odds(below)
    record, other = (above, below) if blamed_first else (below, above)
    value, source = (one, two) if blamed_first else (two, one)
    density = density_of(record)
    unusual = f" It makes {shown(density)} people per km² here." if density else ""
    offers = tuple(_implied(record, value))
    own = (
        f"{offers[0].reason} it is {with_unit(value, Decimal(offers[0].value))}"
        if offers
        else "the place's own figure cannot be told from the text"
    )
    message = (
        f"{spoken(value.field).capitalize()} {quoted(value)} is also that of the profile "
        f"{'below' if blamed_first else 'above'}.{unusual} Probably it was copied; {own}."
    )
    computed = f"{figure(value)} = {figure(source)}"
    return Doubt(record, Problem(message, (value, source), offers, computed), (other,))


def _implied(record: Record, value: Value) -> Iterator[Suggestion]:
    """What the stated density makes of the figure that was copied: computed, not observed."""
    density, area, people = map(record.one, ("density_per_km2", "area_km2", "population"))
    if not (density and density.number and area and area.number and people and people.number):
        return
    made = {
        "area_km2": round(people.number / density.number, 2),
        "population": round(area.number * density.number, 0),
    }
    if number := made.get(value.field):
        change = rewritten(value, number)
        yield Suggestion(change.value, "R13", "by the stated density", COMPUTED, (change,))
