"""Checks of how dates are written: order of day and month, weekday, punctuation."""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.checks.check import check
from pipeline.checks.view.cue import Cue
from pipeline.checks.view.moment import DATED, FULL, dates_held
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import quoted, rewritten
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value
from pipeline.normalize.text import fold

_WEEKDAYS = tuple(name.casefold() for name in day_name)
_WEEKDAY_CUE = Cue(_WEEKDAYS)
_BEFORE = re.compile(rf"\b({'|'.join(_WEEKDAYS)}),?\s{{1,2}}(?:the\s)?$")
_LONGEST_DAY = 14
_COMMA_AFTER_MONTH = re.compile(r"[^\W\d_]+\.?,\s?\d{1,2}\s\d{4}")
_POINT_FOR_COMMA = re.compile(r"[^\W\d_]+\.?\s\d{1,2}\.\s\d{4}")


def _names_weekdays(page: Page) -> bool:
    """Whether a weekday may stand on the page."""
    return page.may_have(_WEEKDAY_CUE)


@check(
    "D04",
    Severity.NOTE,
    level=0,
    good=("Establishment Date of Sisterhood: 15/04/2015",),
    bad={
        "City: Lindenau\nCountry: Germany\nArea: 425 km²\nDate of Sisterhood: 03/04/2015": (
            "agreement_dates",
        )
    },
    among=DATED,
)
def day_and_month_can_be_told_apart(record: Record) -> Iterator[Problem]:
    """Of a date such as 03/04/2015 the page's other dates tell which is the day.

    Where none does, the first reading is kept and the other one offered: a habit of writing, not a
    mistake.
    """
    for value in record.once(dates_held):
        rivals = _rivals(record, value)
        offers = tuple(
            Suggestion(
                str(rival.value),
                "R07",
                "day and month in the other order",
                -1.0,
                (rewritten(value, str(rival.value)),),
            )
            for rival in rivals
        )
        if offers:
            yield Problem(
                f"{quoted(value)} is read as {value.value}; it could be {offers[0].value}.",
                (value,),
                offers,
            )


def _rivals(record: Record, value: Value) -> tuple[Value, ...]:
    return tuple(
        other
        for other in record.all(value.field)
        if other.rank > 0
        and other.evidence.span == value.evidence.span
        and other.value
        and str(other.value)[:4] == str(value.value)[:4]
    )


@check(
    "D05",
    Severity.WARNING,
    level=1,
    good=("Establishment Date of Sisterhood: Friday, December 6, 1996",),
    bad={"Establishment Date of Sisterhood: Monday, December 6, 1996": ("agreement_dates",)},
    among=DATED,
    told=_names_weekdays,
)
def weekdays_are_those_of_their_dates(record: Record, page: Page) -> Iterator[Problem]:
    """A weekday that stands before a date is that of the date.

    The weekday is redundant, which makes it a proof: a date with a mistyped digit falls on another
    one. The nearest dates with that weekday are offered.
    """
    for value in record.once(dates_held):
        if len(str(value.value)) != FULL:
            continue
        start = value.evidence.span.start
        before = page.folded[max(0, start - _LONGEST_DAY) : start].casefold()
        named = _BEFORE.search(before)
        day = date.fromisoformat(str(value.value))
        if named and _WEEKDAYS.index(named[1]) != day.weekday():
            yield Problem(
                f"{quoted(value)} was a {day_name[day.weekday()]}, not a {named[1].title()}.",
                (value,),
                tuple(_same_weekday(value, day, _WEEKDAYS.index(named[1]))),
                computed=f"{day.isoformat()} = {day_name[day.weekday()]}",
            )


def _same_weekday(value: Value, day: date, weekday: int) -> Iterator[Suggestion]:
    ahead = (weekday - day.weekday()) % 7
    for shift in sorted((ahead, ahead - 7), key=abs):
        iso = (day + timedelta(days=shift)).isoformat()
        reason = "the nearest date with that weekday"
        yield Suggestion(iso, "R01", reason, -abs(shift) / 2, (rewritten(value, iso),))


@check(
    "D09",
    Severity.NOTE,
    level=0,
    good=("Establishment Date of Sisterhood: Oct. 27, 2015",),
    bad={"Date of Friendship Cooperation Conclusion: Oct, 27 2015": ("agreement_dates",)},
    among=DATED,
)
def dates_are_punctuated_as_usual(record: Record) -> Iterator[Problem]:
    """A comma or point that has slipped within a date ("Oct, 27 2015") does not change it.

    The date is certain; the note is for who edits the page.
    """
    for value in record.once(dates_held):
        text = fold(value.evidence.text)
        if _COMMA_AFTER_MONTH.fullmatch(text) or _POINT_FOR_COMMA.fullmatch(text):
            yield Problem(
                f"{quoted(value)} has its comma in an odd place; it is read as {value.value}.",
                (value,),
            )
