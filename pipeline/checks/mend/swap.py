"""R07: two figures of a record that stand in each other's place."""

from __future__ import annotations

from decimal import Decimal

from pipeline.checks.mend.candidate import SWAPPED
from pipeline.checks.mend.column import decimals, usual_decimals
from pipeline.checks.mend.literal import written
from pipeline.checks.mend.mending import joins, moved
from pipeline.checks.mend.steady import is_off
from pipeline.checks.relation import bound
from pipeline.checks.relation.choice import ASSUMED
from pipeline.checks.relation.relation import Relation
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import plain, rewritten, spoken
from pipeline.model.finding import Suggestion
from pipeline.model.value import Record, Value

FEWEST_OTHERS = 5  # figures of a column that tell what it holds


def swapped(area: Value, people: Value) -> Suggestion | None:
    """Area and population exchanged, if neither says by its unit what it is and it then fits.

    The figures as they stand make a density that no place has; exchanged they make a usual one,
    of people who are counted whole.
    """
    if ASSUMED not in area.qualifier or not area.number or not people.number:
        return None
    fits = bound.DENSITY.covers(area.number / people.number)
    if not fits or area.number != area.number.to_integral_value():
        return None
    return _offer((area, people.number), (people, area.number))


def exchanged_columns(area: Value, people: Value, stated: Relation | None) -> Suggestion | None:
    """Area and population of one row exchanged, if the density beside them then fits.

    The digits change places; what a column's header multiplies by stays with the column.
    """
    one, two = written(area), written(people)
    if (
        stated is None
        or stated.holds()
        or one is None
        or two is None
        or not _are_bare(area, people)
    ):
        return None
    size, number = two.amount * one.factor, one.amount * two.factor
    if not stated.holds({area.id: moved(area, size), people.id: moved(people, number)}):
        return None
    return _offer((area, size), (people, number))


def exchanged_rows(area: Value, people: Value, record: Record, page: Page) -> Suggestion | None:
    """Area and population of one row exchanged, if a column that goes with the people then fits."""
    if not _ends_in_digit(area) or not _ends_in_digit(people):
        return None
    if not is_off(record, page, float(people.number or 0)):
        return None
    one, two = written(area), written(people)
    if one is None or two is None or not _are_bare(area, people):
        return None
    size, number = two.amount * one.factor, one.amount * two.factor
    if is_off(record, page, float(number)):
        return None
    return _offer((area, size), (people, number))


def exchanged_cells(area: Value, people: Value, page: Page) -> Suggestion | None:
    """Area and population of one row exchanged, if the decimals of the people's column say so.

    The figure among the people has others than they have, the area theirs; a density that no place
    has becomes a usual one.
    """
    one, two = written(area), written(people)
    if one is None or two is None or not _are_bare(area, people) or not area.number:
        return None
    usual = usual_decimals(page.siblings(people))
    if usual is None or decimals(two.amount) == usual or decimals(one.amount) != usual:
        return None
    size, number = two.amount * one.factor, one.amount * two.factor
    now, then = (people.number or Decimal(0)) / area.number, number / size
    if bound.DENSITY.covers(now) or not bound.DENSITY.covers(then):
        return None
    return _offer((area, size), (people, number))


def exchanged_outliers(area: Value, people: Value, page: Page) -> Suggestion | None:
    """Area and population of one row exchanged, if both are far from their columns and then are not.

    In a list of several places it is enough that both are beyond all others, and then between them.
    A density that no place has becomes a usual one.
    """
    one, two = written(area), written(people)
    if one is None or two is None or not area.number or not _are_bare(area, people):
        return None
    size, number = two.amount * one.factor, one.amount * two.factor
    now, then = (people.number or Decimal(0)) / area.number, number / (size or 1)
    if bound.DENSITY.covers(now) or not bound.DENSITY.covers(then):
        return None
    joined = joins(page, area, size) and joins(page, people, number)
    between = _comes_between(page, area, size) and _comes_between(page, people, number)
    return _offer((area, size), (people, number)) if joined or between else None


def exchanged_decimals(area: Value, density: Value, page: Page) -> Suggestion | None:
    """Area and density of one row exchanged, if each has the decimals of the other's column.

    Their product is the same either way, so that only how the columns are written tells.
    """
    usual = [usual_decimals(page.siblings(value)) for value in (area, density)]
    parts = [written(value) for value in (area, density)]
    own = [decimals(one.amount) for one in parts if one is not None]
    if None in usual or usual[0] == usual[1] or own != usual[::-1]:
        return None
    if not area.number or not density.number or not _are_bare(area, density):
        return None
    return _offer((area, density.number), (density, area.number))


def turned(offer: Suggestion) -> Suggestion:
    """The same exchange as a correction of the other figure."""
    one, two = offer.changes
    return offer._replace(value=two.value, changes=(two, one))


def _comes_between(page: Page, value: Value, number: Decimal) -> bool:
    """Whether a figure is beyond all of its column, and another in its place between them."""
    others = [other.number for other in page.siblings(value) if other.number]
    if len(others) < FEWEST_OTHERS or value.number is None:
        return False
    least, most = min(others), max(others)
    return not least <= value.number <= most and least <= number <= most


def _are_bare(*values: Value) -> bool:
    """Whether the literals have no unit of their own, as in the cells of a table."""
    parts = [written(value) for value in values]
    return all(one is not None and not one.after.strip() and not one.scale for one in parts)


def _ends_in_digit(value: Value) -> bool:
    """Whether a literal may be bare, which costs less to ask than to take it apart."""
    return value.evidence.text.rstrip()[-1:].isdigit()


def _offer(one: tuple[Value, Decimal], two: tuple[Value, Decimal]) -> Suggestion:
    changes = tuple(rewritten(value, number) for value, number in (one, two))
    reason = f"{spoken(one[0].field)} and {spoken(two[0].field)} stand in each other's place"
    return Suggestion(plain(one[1]), "R07", reason, SWAPPED, changes)
