"""Checks over records side by side: copies on a page, duplicates and outliers over the folder."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from pipeline.checks.check import Doubt, check
from pipeline.checks.mend.candidate import COMPUTED
from pipeline.checks.mend.copied import (
    COPIED,
    SIZES,
    UNIQUE,
    density_of,
    digits,
    fits_only,
    is_at_odds,
    is_telling,
)
from pipeline.checks.view.page import Page
from pipeline.checks.view.reference import text_of
from pipeline.checks.view.wording import figure, quoted, rewritten, shown, spoken, with_unit
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
    place where it does not, or does not make the density stated, is to blame, else the one that a
    reference has with quite another figure, else the later one; its own figure cannot be told from
    the text unless a stated density implies it. Five digits are telling from one end of the page to
    the other.
    """
    for above, below in pairwise(page.records):
        for field in COPIED:
            one, two = above.one(field), below.one(field)
            if one is None or two is None or one.number != two.number or not one.number:
                continue
            if is_telling(two) or is_at_odds(below) != is_at_odds(above):
                yield _copy(above, below, (one, two), is_beside=True)
    for field in SIZES:
        yield from _from_afar(page, field)


def _from_afar(page: Page, field: str) -> Iterator[Doubt]:
    """Figures of so many digits that a profile further up has as well, of another place."""
    pairs = page.held(field)
    if len({value.value for _, value in pairs}) == len(pairs):
        return
    seen: dict[Decimal, tuple[int, Record, Value]] = {}
    for at, record in enumerate(page.records):
        value = record.one(field)
        if value is None or value.number is None:
            continue
        before, above, other = seen.get(value.number, (at, record, value))
        seen[value.number] = (at, record, value)
        if (
            before < at - 1
            and (digits(value) >= UNIQUE or _is_odd_copy(above, record, value))
            and text_of(above, "name") != text_of(record, "name")
        ):
            yield _copy(above, record, (other, value), is_beside=False)


def _is_odd_copy(above: Record, below: Record, value: Value) -> bool:
    """Whether a figure of four digits or so makes a believable density in one of two places alone."""
    return is_telling(value) and is_at_odds(above) != is_at_odds(below)


def _copy(above: Record, below: Record, values: tuple[Value, Value], *, is_beside: bool) -> Doubt:
    one, two = values
    odd = is_at_odds(above), is_at_odds(below)
    blamed_first = odd[0] > odd[1] or (odd[0] == odd[1] and fits_only(below, two, above))
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
    side = "below" if blamed_first else "above"
    whose = (
        f"the profile {side}" if is_beside else f"{text_of(other, 'name') or 'a profile'} {side}"
    )
    message = f"{spoken(value.field).capitalize()} {quoted(value)} is also that of {whose}.{unusual} Probably it was copied; {own}."
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
