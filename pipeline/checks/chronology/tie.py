"""Checks of the dates of ties: of one tie against each other, and against the neighbour's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from pipeline.checks.check import Doubt, check
from pipeline.checks.chronology.told_date import (
    as_told,
    headed_otherwise,
    listed_otherwise,
    told_otherwise,
)
from pipeline.checks.view.moment import FULL, agreements, is_before
from pipeline.checks.view.page import Page
from pipeline.checks.view.reference import text_of
from pipeline.checks.view.wording import quoted, rewritten
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value
from pipeline.schema.place import AGREEMENTS


@check(
    "D01",
    Severity.WARNING,
    level=1,
    good=(
        "Date of Friendship: May 2, 1990\nEstablishment Date of Sisterhood: Dec. 6, 1996",
        "Establishment Date of Sisterhood: Dec. 6, 1996",
        "Date of Sisterhood: May 6, 1988\nOn May 6, 1998 the ten years were kept with a concert.",
    ),
    bad={
        "Date of Friendship Cooperation Conclusion: Oct. 30, 2015\n"
        "Established Sisterhood on: Oct. 15, 2004": ("agreement_dates",),
        "Date of Sisterhood: May 6, 1998\nSince the signing on May 6, 1989 choirs have come and gone.": (
            "agreement_dates",
        ),
        "Date of Sisterhood: 1988-05-06\nThe sister city agreement was signed in May 1989 by two mayors.": (
            "agreement_dates",
        ),
    },
    among=AGREEMENTS,
)
def dates_of_one_tie_agree(record: Record, page: Page) -> Iterator[Problem]:
    """A friendship is concluded before the sisterhood that it leads to, and a tie on one day.

    Cities first conclude a friendly cooperation, then a sisterhood. A record that states a
    friendship after a sisterhood has two dates for one tie, or a date of another place. Only
    dates that stand behind labels are compared: prose tells of renewals and visits. A sentence
    that gives the same day of another year, one slip away, contradicts the label, and so does a list of the page that has
    the years of the others, and a heading where the others have the year of the signing: both are
    offered.
    """
    yield from _friendship_after(record)
    for owner, tie, year in page.once(listed_otherwise):
        if owner.id == record.id:
            yield _listed(tie, year)
    for owner, tie, signed in page.once(headed_otherwise):
        if owner.id == record.id:
            yield _headed(tie, signed)
    for tie, other in told_otherwise(record, page):
        yield Problem(
            f"The tie is of {quoted(tie)}, but a sentence says {quoted(other)}: the same "
            f"{_unit(tie, other)} of another year. One of the two years is mistyped.",
            (tie, other),
            (as_told(tie, other), as_told(tie, tie)),
            computed=f"{tie.value} ≠ {other.value}",
        )


def _unit(one: Value, other: Value) -> str:
    return "day" if len(str(one.value)) == len(str(other.value)) == FULL else "month"


def _headed(tie: Value, signed: Value) -> Problem:
    return Problem(
        f"The heading says {quoted(tie)}, but the tie was concluded on {quoted(signed)}; the page's "
        f"other headings have the year of theirs.",
        (tie, signed),
        (as_told(tie, signed), as_told(tie, tie)),
        computed=f"{tie.value} ≠ {signed.value}",
    )


def _listed(tie: Value, year: int) -> Problem:
    iso = f"{year}{str(tie.value)[4:]}"
    reason = "the year that the page's list gives"
    return Problem(
        f"The tie is of {quoted(tie)}, but a list on the page gives {year}, and the years of the "
        f"others agree. One of the two years is mistyped.",
        (tie,),
        (Suggestion(iso, "R10", reason, -1.0, (rewritten(tie, iso),)), as_told(tie, tie)),
        computed=f"{str(tie.value)[:4]} ≠ {year}",
    )


def _friendship_after(record: Record) -> Iterator[Problem]:
    ties = [value for value in record.held("sisterhood_date") if value.label and value.value]
    friendships = [v for v in record.held("friendship_date") if v.label and v.value]
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
    days = Counter(str(value.value) for record in page.records for value in record.once(agreements))
    for above, below in pairwise(page.records):
        theirs = {str(value.value): value for value in above.once(agreements)}
        own = below.once(agreements)
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
    others = [one for one in below.once(agreements) if one.value != value.value]
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
