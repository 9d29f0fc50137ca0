"""Checks of the order of events: ties before ties, copies, dates to come, names before names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from pipeline.checks.check import Doubt, check
from pipeline.checks.date_slip import mended_year
from pipeline.checks.moment import FULL, agreements, is_before, is_dated
from pipeline.checks.page import Page
from pipeline.checks.wording import quoted
from pipeline.model.finding import Change, Problem, Severity, Suggestion
from pipeline.model.value import Record, Value

# A tie announced for next year is news, one announced for the next century a slip.
ANNOUNCED_DAYS = 730
# Places older than this are in legends, not in registers.
FIRST_FOUNDING = 1


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
    "D02",
    Severity.WARNING,
    level=2,
    good=("Country: China\nEstablishment Date of Sisterhood: Dec. 6, 1996",),
    bad={
        "City: Lindenau\nArea: 425㎢\nEstablishment Date of Sisterhood: Oct. 15, 2004\n\n"
        "City: Buchenau\nArea: 310㎢\nEstablishment Date of Sisterhood: Oct. 15, 2004\n"
        "Established Sisterhood on: May 2, 2015": ("agreement_dates",)
    },
)
def neighbours_have_dates_of_their_own(page: Page) -> Iterator[Doubt]:
    """The date of a tie is not that of the neighbouring profile.

    Pages are made by copying the profile above. A full date that the neighbour has as well, in a
    profile that gives another date for the same tie, is most likely left over from the copy. Two
    ties that share their only date may have been signed on one journey: nothing is said.
    """
    for above, below in pairwise(page.records):
        theirs = {str(value.value): value for value in agreements(above)}
        own = agreements(below)
        for value in own:
            date_text = str(value.value)
            alone = all(str(other.value) == date_text for other in own)
            if len(date_text) == FULL and date_text in theirs and not alone:
                yield _copied(above, below, value, theirs[date_text])


def _copied(above: Record, below: Record, value: Value, source: Value) -> Doubt:
    others = [one for one in agreements(below) if one.value != value.value]
    other = others[0]
    suggestion = Suggestion(
        str(other.value),
        "R08",
        f"the profile's own other date, {quoted(other)}",
        -1.5,
        (Change(value.field, value.id, other.evidence.text, str(other.value)),),
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
    two years is a warning only.
    """
    for value in record.values:
        if not value.in_force or not is_dated(value):
            continue
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


@check(
    "D06",
    Severity.WARNING,
    level=1,
    good=("Founded: 1898\nRenamed: January 25, 2014",),
    bad={"Founded: 1998\nRenamed: January 25, 1914": ("renamed_date",)},
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
