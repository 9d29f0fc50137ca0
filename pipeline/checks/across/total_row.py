"""The check of a table's row of totals, which is no place itself, against the rows above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline.checks.across.total import SUMMED
from pipeline.checks.check import Doubt, check
from pipeline.checks.mend.candidate import Candidate
from pipeline.checks.mend.literal import written
from pipeline.checks.mend.mechanism import candidates, exact_candidates
from pipeline.checks.mend.mending import MOST_SUGGESTIONS, clue_of
from pipeline.checks.mend.plausible import plausibility
from pipeline.checks.view.cue import Cue
from pipeline.checks.view.interval import exactly, of, total
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import plain, quoted, rewritten, shown, spoken
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value
from pipeline.normalize.digits import amounts
from pipeline.normalize.lexeme import alternation, flatten

# Fewer rows make no table; a total of two digits fits by chance; one that is a fifth off is of others.
FEWEST, TELLING, CLOSE = 3, 3, Decimal("0.2")
_CELL = re.compile(r"\d(?:[\d.,']*\d)?")
TABLE = (
    "| Town | Area (km²) | Population |\n|---|---|---|\n| Ashfield | 12.5 | 4,210 |\n"
    "| Brookton | 22.1 | 3,120 |\n| Corwen | 31.6 | 8,450 |\n| {} |"
)


class Column(NamedTuple):
    """The rows of one field above a total, and what they make in the column's own unit."""

    field: str
    rows: tuple[tuple[Record, Value], ...]
    made: Decimal
    factor: Decimal


@check(
    "X11",
    Severity.WARNING,
    level=2,
    good=(f"City: of the table\n\n{TABLE.format('Total | 66.2 | 15,780')}",),
    bad={f"City: of the table\n\n{TABLE.format('Total | 66.2 | 15,870')}": ("population",)},
)
def rows_make_the_total_below_them(page: Page) -> Iterator[Doubt]:
    """The rows of a table make the total that stands below them.

    Where one column makes its total to the last digit, all rows are there. Another one that does
    not has a slip in one of its rows, or in the total: it is told where one slip explains all that
    is missing, the row first in which the figure then fits best.
    """
    if len(page.records) < FEWEST or not page.may_have(_cue()):
        return
    start = 0
    for match in _total_lines().finditer(page.folded):
        rows = [one for one in page.records if start <= one.span.start < match.start()]
        start = match.end()
        columns = [one for field in SUMMED if (one := _column(field, rows)) is not None]
        cells = [cell[0] for cell in _CELL.finditer(match[0])]
        exact = {one.field for one in columns if _is_told(one.made, cells)}
        for column in columns if exact else ():
            if column.field not in exact:
                yield from _missed(page, column, cells)


def _column(field: str, rows: Sequence[Record]) -> Column | None:
    """What the rows make of a field, where all of them have it."""
    found = tuple((one, value) for one in rows if (value := one.one(field)) and value.number)
    parts = written(found[0][1]) if len(found) >= FEWEST and len(found) == len(rows) else None
    if parts is None:
        return None
    made = sum((value.number or Decimal(0) for _, value in found), Decimal(0)) / parts.factor
    return Column(field, found, made, parts.factor)


def _is_told(made: Decimal, cells: Sequence[str]) -> bool:
    telling = len(made.normalize().as_tuple().digits) >= TELLING
    return telling and any(made in _readings(cell) for cell in cells)


def _readings(cell: str) -> tuple[Decimal, ...]:
    return tuple(amount.value for amount in amounts(cell))


def _missed(page: Page, column: Column, cells: Sequence[str]) -> Iterator[Doubt]:
    near = {
        (cell, number)
        for cell in cells
        for number in _readings(cell)
        if abs(number - column.made) <= CLOSE * column.made
    }
    if len(near) != 1:
        return
    cell, said = near.pop()
    if total(of(value) for _, value in column.rows).meets(exactly(said * column.factor)):
        return
    mended = _mended(page, column, said)
    if mended:
        yield _doubt(column, cell, mended)


Mended = list[tuple[float, Record, Value, Candidate]]


def _mended(page: Page, column: Column, said: Decimal) -> Mended:
    """The slips of one row that make the total, the likeliest first."""
    missing = (said - column.made) * column.factor
    found = [
        (one.prior + plausibility(record, page, value, one.number), record, value, one)
        for record, value in column.rows
        for one in _slips(record, page, value)
        if one.number == (value.number or Decimal(0)) + missing
    ]
    return sorted(found, key=lambda one: -one[0])


def _slips(record: Record, page: Page, value: Value) -> Iterator[Candidate]:
    yield from candidates(clue_of(record, page, value))
    yield from exact_candidates(value, page.marks_beside(value))


def _doubt(column: Column, cell: str, mended: Mended) -> Doubt:
    _, record, value, best = mended[0]
    offers = tuple(
        Suggestion(
            plain(one.number),
            one.mechanism,
            one.reason,
            round(score, 2),
            (rewritten(each, one.number, one.literal),),
        )
        for score, _, each, one in mended[:MOST_SUGGESTIONS]
    )
    message = (
        f"The {spoken(column.field)} of the {len(column.rows)} rows make {shown(column.made)}, but "
        f"the total below them is “{cell}”. Probably {quoted(value)} is “{best.literal}”: "
        f"{best.reason}."
    )
    others = tuple(one for _, one in column.rows if one.id != value.id)
    computed = f"{shown(column.made)} ≠ {cell}"
    return Doubt(record, Problem(message, (value, *others), offers, computed))


@cache
def _cue() -> Cue:
    return Cue(flatten(toml_table("slips.toml")["totals"]))


@cache
def _total_lines() -> re.Pattern[str]:
    words = alternation(flatten(toml_table("slips.toml")["totals"]))
    return re.compile(rf"^[^\w\n]{{0,4}}{words}(?=[^\w\n])[^\n]*", re.IGNORECASE | re.MULTILINE)
