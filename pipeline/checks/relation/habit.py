"""What a whole page does alike is a habit, and no slip of one line."""

from __future__ import annotations

from decimal import Decimal

from pipeline.checks.relation import rule
from pipeline.checks.relation.relation import Relation
from pipeline.checks.view.page import Page

# Between two censuses no place grows or shrinks by more than a fifth; where two rows and a fifth
# of all miss their density by no more than this, area or people are of another year than it.
GROWTH, FEWEST, SHARE = Decimal("1.2"), 2, Decimal("0.2")
# Three profiles and most of all are no slips of a writer, but one of their reader.
COLUMN = 3


def is_of_other_years(page: Page, stated: Relation) -> bool:
    """Whether a page's densities miss their figures by what places grow, in several rows."""
    return _is_near(stated) and page.once(_misses_by_little)


def is_of_other_figures(page: Page) -> bool:
    """Whether most of a page's densities miss their figures: a column of them was misread."""
    return page.once(_misses_mostly)


def is_of_a_column(page: Page) -> bool:
    """Whether most of a page's profiles make a density that no place has: a column misread."""
    return page.once(_is_misread)


def _misses_mostly(page: Page) -> bool:
    found = _stated(page)
    missed = sum(not one.holds() for one in found)
    return missed >= COLUMN and missed > len(found) / 2


def _stated(page: Page) -> list[Relation]:
    return [one for record in page.records if (one := rule.stated_density(record)) is not None]


def _misses_by_little(page: Page) -> bool:
    found = _stated(page)
    near = sum(not one.holds() and _is_near(one) for one in found)
    return near >= FEWEST and near >= SHARE * len(found)


def _is_misread(page: Page) -> bool:
    rest = [one for one in page.records if not one.once(rule.has_usual_density)]
    usual = len(page.records) - len(rest)
    found = [one for record in rest if (one := rule.density_range(record)) is not None]
    odd = sum(not one.holds() for one in found)
    return odd >= COLUMN and odd > (usual + len(found)) / 2


def _is_near(stated: Relation) -> bool:
    people, density, area = (value.number or Decimal(0) for value in stated.values)
    made = density * area
    return made > 0 and people > 0 and max(made / people, people / made) <= GROWTH
