"""Checks of the order of events: ties before ties, copies, dates to come, names before names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from pipeline.checks.check import Doubt, check
from pipeline.checks.date_slip import FIRST_TIE, mended_year
from pipeline.checks.moment import FULL, agreements, is_before, is_dated
from pipeline.checks.page import Page
from pipeline.checks.reference import text_of
from pipeline.checks.wording import AGREEMENTS, quoted, rewritten
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value

# A tie announced for next year is news, one announced for the next century a slip.
ANNOUNCED_DAYS = 730
# Places older than this are in legends, not in registers.
FIRST_FOUNDING = 1
# The rule for a date in a sentence about a tie; "since 1477" alone may be said of anything.
TOLD = "prose: tie"


@check(
    "D01",
    Severity.WARNING,
    level=1,
    good=(
        "Date of Friendship: May 2, 1990\nEstablishment Date of Sisterhood: Dec. 6, 1996",
        "Establishment Date of Sisterhood: Dec. 6, 1996",
    ),
    bad={
        "Date of Friendship Cooperation Conclusion: Oct. 30, 2015\n"
        "Established Sisterhood on: Oct. 15, 2004": ("agreement_dates",),
    },
)
def friendship_comes_before_sisterhood(
    sisterhood_date: tuple[Value, ...], friendship_date: tuple[Value, ...]
) -> Iterator[Problem]:
    """A friendship is concluded before the sisterhood that it leads to, not years after.

    Cities first conclude a friendly cooperation, then a sisterhood. A record that states a
    friendship after a sisterhood has two dates for one tie, or a date of another place. Only
    dates that stand behind labels are compared: prose tells of renewals and visits.
    """
    ties = [value for value in sisterhood_date if value.label and value.value]
    friendships = [value for value in friendship_date if value.label and value.value]
    if len(ties) != 1 or len(friendships) != 1:
        return
    tie, friendship = ties[0], friendships[0]
    if not is_before(str(tie.value), str(friendship.value)):
        return
    yield Problem(
        f"“{tie.label}” says {quoted(tie)}, “{friendship.label}” {quoted(friendship)}: a friendship "
        f"concluded after the sisterhood. One of the two dates is of another event or place.",
        (tie, friendship),
        computed=f"{tie.value} < {friendship.value}",
    )


@check(
    "D11",
    Severity.WARNING,
    level=1,
    good=("City: Hansol\nCountry: Japan\nArea: 425 km²\n提携年月日：昭和62年（1987年）10月4日",),
    bad={
        "City: Hansol\nCountry: Japan\nArea: 425 km²\n提携年月日：昭和62年（1978年）10月4日": (
            "agreement_dates",
        ),
    },
)
def eras_and_years_agree(record: Record) -> Iterator[Problem]:
    """The year of an era and the year in brackets beside it are one year.

    One was computed from the other by hand, or two digits changed places. Both readings are
    offered, as nothing tells which of the two was copied from the deed.
    """
    for value in record.values:
        rival = _other_year(record, value)
        if rival is not None:
            yield Problem(
                f"{quoted(value)} gives two years, {str(value.value)[:4]} and "
                f"{str(rival.value)[:4]}. One of the two is mistyped.",
                (value,),
                tuple(_reading(value, one) for one in (rival, value)),
                computed=f"{value.value} ≠ {rival.value}",
            )


def _other_year(record: Record, value: Value) -> Value | None:
    """The rival reading of a date in two calendars that has another year, or None."""
    if not value.in_force or not is_dated(value) or "era" not in value.evidence.rule:
        return None
    rivals = (
        other
        for other in record.all(value.field)
        if other.rank and other.evidence.span == value.evidence.span and is_dated(other)
    )
    return next((one for one in rivals if str(one.value)[:4] != str(value.value)[:4]), None)


def _reading(value: Value, reading: Value) -> Suggestion:
    iso = str(reading.value)
    change = rewritten(value, iso)
    return Suggestion(iso, "R10", f"the year {iso[:4]} of the two", -1.0, (change,))


@check(
    "D02",
    Severity.WARNING,
    level=2,
    good=("Country: China\nEstablishment Date of Sisterhood: Dec. 6, 1996",),
    bad={
        "City: Ashfield\nCountry: Canada\nArea: 425 km²\n"
        "Establishment Date of Sisterhood: Oct. 15, 2004\n\n"
        "City: Brookton\nCountry: Canada\nArea: 36 km²\n"
        "Establishment Date of Sisterhood: Oct. 15, 2004\n"
        "Date of Friendship: May 30, 2001": ("agreement_dates",),
    },
)
def neighbours_have_dates_of_their_own(page: Page) -> Iterator[Doubt]:
    """The date of a tie is not that of the neighbouring profile.

    Pages are made by copying the profile above. A full date that the neighbour has as well, in a
    profile that gives another date for the same tie, is most likely left over from the copy; so is
    one of a place in another country, as nobody signs in two countries on one day. Two towns of
    one country may have come together, and a date that a third profile has is that of a network:
    nothing is said.
    """
    days = Counter(str(value.value) for record in page.records for value in agreements(record))
    for above, below in pairwise(page.records):
        theirs = {str(value.value): value for value in agreements(above)}
        own = agreements(below)
        for value in own:
            day = str(value.value)
            alone = all(str(other.value) == day for other in own)
            if len(day) == FULL and day in theirs and days[day] == 2:
                if not alone:
                    yield _copied(above, below, value, theirs[day])
                elif _are_abroad(above, below):
                    yield _same_day(above, below, value, theirs[day])


def _are_abroad(one: Record, two: Record) -> bool:
    """Whether two records name countries, and not the same."""
    countries = [text_of(record, "country") for record in (one, two)]
    return all(countries) and countries[0] != countries[1]


def _same_day(above: Record, below: Record, value: Value, source: Value) -> Doubt:
    message = (
        f"{quoted(value)} is also the date of the profile above, a place in another country. "
        f"Probably it was copied with the layout; the place's own date cannot be told from the text."
    )
    computed = f"{value.value} = {source.value}"
    return Doubt(below, Problem(message, (value, source), computed=computed), (above,))


def _copied(above: Record, below: Record, value: Value, source: Value) -> Doubt:
    others = [one for one in agreements(below) if one.value != value.value]
    other = others[0]
    suggestion = Suggestion(
        str(other.value),
        "R08",
        f"the profile's own other date, {quoted(other)}",
        -1.5,
        (rewritten(value, str(other.value), other.evidence.text),),
    )
    message = (
        f"{quoted(value)} is also the date of the profile above, while this one gives "
        f"{quoted(other)} as well. Probably it was copied with the layout."
    )
    return Doubt(below, Problem(message, (value, source, other), (suggestion,)), (above,))


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
