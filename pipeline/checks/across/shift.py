"""The check of columns that slipped by one row: every figure stands beside its neighbour's name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.checks.check import Doubt, check
from pipeline.checks.relation import rule
from pipeline.checks.relation.habit import is_of_other_figures
from pipeline.checks.relation.relation import Relation
from pipeline.checks.view.interval import of
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import plain, rewritten, spoken
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value

COLUMNS = ("population", "area_km2", "density_per_km2")
# So many rows, and four fifths of all, fit with the figure of the row above or below.
FEWEST, SHARE, SHIFTED = 3, Decimal("0.8"), -1.0
ROWS = "City: {}\nArea: {} km²\nPopulation: {}\nPopulation density: {} per km²\n\n"
TOWNS = ("Ashfield", "Brookton", "Corwen", "Denby", "Ebley")
AREAS, PEOPLE, CROWDS = (
    (12, 20, 31, 8, 55),
    (4200, 2400, 9300, 4000, 6600),
    (350, 120, 300, 500, 120),
)


def _page(people: Sequence[int]) -> str:
    rows = zip(TOWNS, AREAS, people, CROWDS, strict=True)
    return "".join(ROWS.format(*row) for row in rows).strip()


@check(
    "X06",
    Severity.WARNING,
    level=2,
    good=(_page(PEOPLE),),
    bad={_page((3100, *PEOPLE[:-1])): ("population",)},
)
def columns_stand_beside_their_rows(page: Page) -> Iterator[Doubt]:
    """No column of a table has slipped by one row.

    A cell that was left out or pasted twice moves all below it. Where most rows miss their stated
    density, which no slip of a pen does, and nearly all keep it with the figure of the row above or
    below, that column is to blame, as one mistake.
    """
    if page.having("density_per_km2") < FEWEST or not is_of_other_figures(page):
        return
    for field in COLUMNS:
        for step in (1, -1):
            found = tuple(_kept(page, field, step))
            if len(found) >= FEWEST and len(found) >= SHARE * (len(page.records) - 1):
                yield _slipped(found, step)
                return


def _kept(page: Page, field: str, step: int) -> Iterator[tuple[Record, Value, Value]]:
    """Rows that keep their density with a figure from ``step`` rows further down."""
    rows = page.records
    for at, record in enumerate(rows):
        other = rows[at + step].one(field) if 0 <= at + step < len(rows) else None
        own, stated = record.one(field), rule.stated_density(record)
        if own is None or other is None or stated is None or stated.holds():
            continue
        if _holds_with(stated, own, other):
            yield record, own, other


def _holds_with(stated: Relation, own: Value, other: Value) -> bool:
    return stated.holds({own.id: of(other)})


def _slipped(found: Sequence[tuple[Record, Value, Value]], step: int) -> Doubt:
    record, value, _ = found[0]
    side = "below" if step > 0 else "above"
    changes = tuple(rewritten(own, other.number or Decimal(0)) for _, own, other in found)
    reason = f"each has the figure of the row {side}"
    name = spoken(value.field)
    message = (
        f"{len(found)} rows miss their density, and keep it with the {name} of the row {side}: the "
        f"column has slipped by one row."
    )
    number = plain(found[0][2].number or Decimal(0))
    offer = Suggestion(number, "R08", reason, SHIFTED, changes)
    values = (value, *(own for _, own, _ in found[1:]))
    return Doubt(record, Problem(message, values, (offer,)), tuple(one for one, *_ in found[1:]))
