"""Checks of the order of events: ties before ties, copies, dates to come, names before names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from pipeline.checks.check import check
from pipeline.checks.chronology.listed_order import Misplaced, out_of_order
from pipeline.checks.chronology.updated import ties_after_update
from pipeline.checks.mend.date_slip import FIRST_TIE, mended_year
from pipeline.checks.view.moment import agreements, dates_held, is_before, is_dated
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import quoted
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record, Value
from pipeline.schema.place import AGREEMENTS

# A tie announced for next year is news, one announced for the next century a slip.
ANNOUNCED_DAYS = 730
# Places older than this are in legends, not in registers.
FIRST_FOUNDING = 1
# The rule for a date in a sentence about a tie; "since 1477" alone may be said of anything.
TOLD, SURE = "prose: tie", Decimal("0.7")


@check(
    "D03",
    Severity.ERROR,
    level=1,
    good=(
        "Establishment Date of Sisterhood: Oct. 15, 2004",
        "Establishment Date of Sisterhood: Oct. 15, 2014\nLast updated: November 8, 2013",
    ),
    bad={
        "Establishment Date of Sisterhood: Oct. 15, 2104": ("agreement_dates",),
        "Establishment Date of Sisterhood: Oct. 15, 2024\nLast updated: November 8, 2013": (
            "agreement_dates",
        ),
    },
)
def no_date_is_still_to_come(record: Record, page: Page) -> Iterator[Problem]:
    """What a page reports has happened: no date lies after the day of the run.

    Two digits of the year are transposed or one is mistyped, mostly. A tie announced for the next
    two years is a warning only. So is a tie of a century in which no towns were twinned, a figure
    as of a year to come, and the one tie of a page that lies years after its last change.
    """
    yield from ties_after_update(record, page)
    yield from _counted_later(record, page)
    for value in record.once(dates_held):
        if value.field in AGREEMENTS and is_before(str(value.value), str(FIRST_TIE)):
            yield _too_early(value, page)
        if not page.is_ahead(str(value.value)):
            continue
        today = page.today.isoformat()
        announced = (page.today + timedelta(days=ANNOUNCED_DAYS)).isoformat()
        first = FIRST_FOUNDING if value.field == "founded" else None
        offers = mended_year(value, page.today, first) if first else mended_year(value, page.today)
        likely = " or ".join(offer.value for offer in offers[:2])
        yield Problem(
            f"{quoted(value)} is still to come on {today}."
            + (f" Probably {likely}: {offers[0].reason}." if offers else ""),
            (value,),
            offers,
            computed=f"{value.value} > {today}",
            severity=None if is_before(announced, str(value.value)) else Severity.WARNING,
        )


def _counted_later(record: Record, page: Page) -> Iterator[Problem]:
    """The figures of the record that say a time after the day of the run."""
    for value in record.values:
        if not value.as_of or not value.in_force or value.number is None:
            continue
        if page.is_ahead(value.as_of):
            today = page.today.isoformat()
            yield Problem(
                f"{quoted(value)} is as of {value.as_of}, which is still to come on {today}.",
                (value,),
                computed=f"{value.as_of} > {today}",
                severity=Severity.NOTE if _is_foreseen(value) else Severity.WARNING,
            )


def _is_foreseen(value: Value) -> bool:
    """Whether a figure may be a forecast: told in a sentence, not under a label."""
    return not value.label


def _too_early(value: Value, page: Page) -> Problem:
    offers = mended_year(value, page.today)
    likely = f" Probably {offers[0].value}: {offers[0].reason}." if offers else ""
    return Problem(
        f"{quoted(value)} lies before {FIRST_TIE}, when no towns were twinned yet.{likely}",
        (value,),
        offers,
        computed=f"{value.value} < {FIRST_TIE}",
        severity=Severity.WARNING if _is_tied(value) else Severity.NOTE,
    )


def _is_tied(value: Value) -> bool:
    """Whether a date is surely that of a tie: labelled as one, or told of in a sentence about it."""
    return bool(value.label) or (value.evidence.rule.startswith(TOLD) and value.confidence >= SURE)


def _out_of_order(found: Misplaced) -> Problem:
    low, high = found.between
    return Problem(
        f"{quoted(found.tie)} stands between {low} and {high} in a list that is in the order of its "
        f"years. Probably {found.offers[0].value}: {found.offers[0].reason}.",
        (found.tie,),
        found.offers,
        computed=f"{low} ≤ year ≤ {high}",
    )


@check(
    "D06",
    Severity.WARNING,
    level=1,
    good=("Founded: 1898\nRenamed: January 25, 2014",),
    bad={
        "City: Lindenau\nCountry: Germany\nPopulation: 322 thousand\nFounded: 1998\nRenamed: January 25, 1914": (
            "renamed_date",
        ),
        "\n\n".join(
            f"City: {name}\nCountry: Canada\nSister city since: May 4, {year}"
            for name, year in (
                ("Ashfield", 1981),
                ("Brookton", 1983),
                ("Corwen", 1948),
                ("Denby", 1988),
                ("Elmswick", 1995),
            )
        ): ("agreement_dates",),
    },
    among=("founded", *AGREEMENTS),
)
def a_place_is_founded_before_it_is_renamed(record: Record, page: Page) -> Iterator[Problem]:
    """A place is founded before it gets another name, and before it concludes a tie.

    A founding after the renaming has its dates mistaken for each other, or a mistyped century. A
    tie older than its town is noted only: towns that were merged keep the ties of their parts. Of a
    list in the order of the years, the one that is far older or younger than all others has a
    year that is mistyped, if a slip of it fits between its neighbours.
    """
    misplaced = page.once(out_of_order)
    if misplaced is not None and misplaced.record_id == record.id:
        yield _out_of_order(misplaced)
    founded, renamed = record.one("founded"), record.one("renamed_date")
    if founded is None or not is_dated(founded):
        return
    if renamed is not None and is_before(str(renamed.value), str(founded.value)):
        yield Problem(
            f"Renamed {quoted(renamed)}, but founded only {quoted(founded)}.",
            (renamed, founded),
            computed=f"{renamed.value} < {founded.value}",
        )
    for tie in record.once(agreements):
        if is_before(str(tie.value), str(founded.value)):
            yield Problem(
                f"The tie is of {quoted(tie)}, but the place was founded only {quoted(founded)}.",
                (tie, founded),
                computed=f"{tie.value} < {founded.value}",
                severity=Severity.NOTE,
            )
