"""Checks of figures that are derived from two others: the growth between two counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache

from pipeline.checks.check import check
from pipeline.checks.mend.repair import explained, judge
from pipeline.checks.relation.relation import Relation
from pipeline.checks.view.interval import Interval, exactly
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, quoted, shown
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record, Value
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.text import key

PERCENT = Decimal(100)
# Where this many rows of a page miss their growth, it is that of other columns.
COLUMN = 3
# A derived figure is rounded up or cut off by one unit of its last digit.
ROUNDED = Decimal("0.5")


def _has_changes(page: Page) -> bool:
    """Whether a label of the page names a change."""
    return any(map(_names_change, page.labels))


@check(
    "A13",
    Severity.WARNING,
    level=1,
    good=(
        "City: Lindenau\nPopulation, 2021: 4,267\nPopulation, 2016: 4,212\nChange (%): 1.3",
        "City: Lindenau\nPopulation, 2021: 4,267\nPopulation, 2016: 4,212\nAnnual change (%): 0.3",
    ),
    bad={
        "City: Lindenau\nPopulation, 2021: 4,267\nPopulation, 2016: 4,212\nChange (%): 3.1": (
            "other:change",
        ),
    },
    told=_has_changes,
)
def growth_is_that_between_two_counts(record: Record, page: Page) -> Iterator[Problem]:
    """A change in per cent is that from the older to the newer of two counts.

    Derived figures are typed beside what they derive from, so that a digit or a sign that slipped
    in one of the three shows. Where several rows of a page miss theirs, the change is of other
    figures; yearly rates are left alone.
    """
    relation = _growth(record)
    if relation is None or relation.holds() or page.once(_misses) >= COLUMN:
        return
    change, new, old = relation.values
    implied = ((new.number or Decimal(0)) / (old.number or Decimal(1)) - 1) * PERCENT
    message = (
        f"From {figure(old)} ({old.as_of}) to {figure(new)} ({new.as_of}) is a change of "
        f"{shown(implied)} %, but the text says {quoted(change)}."
    )
    computed = f"{shown(new.number or 0)} ÷ {shown(old.number or 1)} − 1 = {shown(implied)} %"
    yield explained(judge(record, page, relation), message, computed)


def _misses(page: Page) -> int:
    found = map(_growth, page.records)
    return sum(relation is not None and not relation.holds() for relation in found)


def _growth(record: Record) -> Relation | None:
    """That a change is the growth between the record's two counts, where it has just two."""
    counts = [
        v for v in record.all("population") if v.rank == 0 and v.label and v.as_of and v.number
    ]
    if len(counts) != 2:
        return None
    years = {value.as_of[:4]: value for value in counts}
    changes = [value for value in record.values if _is_change(value)]
    if len(years) != 2 or len(changes) != 1:
        return None
    old, new = (years[year] for year in sorted(years))
    return Relation("A13", (changes[0], new, old), _keeps, _solve)


def _keeps(intervals: Sequence[Interval]) -> bool:
    change, new, old = intervals
    half = (change.high - change.low) * ROUNDED
    made = new.over(old).minus(exactly(1)).scaled(PERCENT)
    return Interval(change.low - half, change.high + half).meets(made)


def _solve(intervals: Sequence[Interval], at: int) -> Interval:
    change, new, old = intervals
    factor = change.scaled(1 / PERCENT).plus(exactly(1))
    made = (new.over(old).minus(exactly(1)).scaled(PERCENT), old.times(factor), new.over(factor))
    return made[at]


def _is_change(value: Value) -> bool:
    if not value.in_force or value.number is None or not value.label:
        return False
    shares = value.unit == "percent" or "%" in key(value.label)
    return shares and _names_change(value.label)


@lru_cache(maxsize=4096)
def _names_change(label: str) -> bool:
    said = key(label)
    return bool(_words("change").search(said)) and not _words("yearly").search(said)


@cache
def _words(kind: str) -> Glossary:
    return Glossary(flatten(toml_table("slips.toml")["growth"][kind]))
