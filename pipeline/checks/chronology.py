"""Checks of the order of events: ties before ties, copies, dates to come, names before names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pipeline.checks.check import check
from pipeline.checks.date_slip import FIRST_TIE, mended_year
from pipeline.checks.moment import is_before, is_dated
from pipeline.checks.page import Page
from pipeline.checks.wording import AGREEMENTS, quoted
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record, Value

# A tie announced for next year is news, one announced for the next century a slip.
ANNOUNCED_DAYS = 730
# Places older than this are in legends, not in registers.
FIRST_FOUNDING = 1
# The rule for a date in a sentence about a tie; "since 1477" alone may be said of anything.
TOLD = "prose: tie"


@check(
    "D03",
    Severity.ERROR,
    level=1,
    good=("Establishment Date of Sisterhood: Oct. 15, 2004",),
    bad={"Establishment Date of Sisterhood: Oct. 15, 2104": ("agreement_dates",)},
)
def no_date_is_still_to_come(record: Record, page: Page) -> Iterator[Problem]:
    """What a page reports has happened: no date lies after the day of the run.

    Two digits of the year are transposed or one is mistyped, mostly. A tie announced for the next
    two years is a warning only. So is a tie of a century in which no towns were twinned.
    """
    for value in record.values:
        if not value.in_force or not is_dated(value):
            continue
        if value.field in AGREEMENTS and is_before(str(value.value), str(FIRST_TIE)):
            yield _too_early(value, page)
        if not is_before(page.today.isoformat(), str(value.value)):
            continue
        announced = (page.today + timedelta(days=ANNOUNCED_DAYS)).isoformat()
        first = FIRST_FOUNDING if value.field == "founded" else None
        offers = mended_year(value, page.today, first) if first else mended_year(value, page.today)
        likely = " or ".join(offer.value for offer in offers[:2])
        yield Problem(
            f"{quoted(value)} is still to come on {page.today.isoformat()}."
            + (f" Probably {likely}: {offers[0].reason}." if offers else ""),
            (value,),
            offers,
            computed=f"{value.value} > {page.today.isoformat()}",
            severity=None if is_before(announced, str(value.value)) else Severity.WARNING,
        )


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
    return bool(value.label) or value.evidence.rule.startswith(TOLD)


@check(
    "D06",
    Severity.WARNING,
    level=1,
    good=("Founded: 1898\nRenamed: January 25, 2014",),
    bad={
        "City: Lindenau\nCountry: Germany\nPopulation: 322 thousand\nFounded: 1998\nRenamed: January 25, 1914": (
            "renamed_date",
        )
    },
)
def a_place_is_founded_before_it_is_renamed(
    founded: Value, renamed_date: Value
) -> Iterator[Problem]:
    """A place gets another name after it was founded.

    The two dates are mistaken for each other, or one has a mistyped century.
    """
    if is_before(str(renamed_date.value), str(founded.value)):
        yield Problem(
            f"Renamed {quoted(renamed_date)}, but founded only {quoted(founded)}.",
            (renamed_date, founded),
            computed=f"{renamed_date.value} < {founded.value}",
        )
