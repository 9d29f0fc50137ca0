"""Two figures for one fact: whether they are equal, and which slip makes one of the other."""

from __future__ import annotations

from pipeline.checks.mend.candidate import Candidate
from pipeline.checks.mend.mechanism import candidates
from pipeline.checks.mend.mending import clue_of, moved
from pipeline.checks.view.interval import Interval, of
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, plain, quoted, rewritten
from pipeline.model.finding import Problem, Suggestion
from pipeline.model.value import Record, Value

# Conversions are rounded to what sounds well: "46 miles (75 km)".
ROUNDED = 50


def about_equal(one: Interval, two: Interval) -> bool:
    """Whether two sizes are the same but for the rounding of a conversion."""
    slack = max(abs(one.high), abs(two.high)) / ROUNDED
    return one.low - slack <= two.high and two.low - slack <= one.high


def slip(record: Record, page: Page, wrong: Value, right: Value) -> Problem | None:
    """The problem that one value is a slip of the other, if a mechanism says so."""
    for one in candidates(clue_of(record, page, wrong)):
        if one.evident and about_equal(moved(wrong, one.number), of(right)):
            return mended(one, wrong, right)
    return None


def mended(one: Candidate, wrong: Value, right: Value) -> Problem:
    """The problem that a figure is a slip of another, with what it was meant to be."""
    change = rewritten(wrong, one.number, one.literal)
    offer = Suggestion(plain(one.number), one.mechanism, one.reason, one.prior, (change,))
    return Problem(
        f"{quoted(wrong)} is {figure(wrong)}, but the text also says {quoted(right)}. "
        f"Probably “{one.literal}” is meant: {one.reason}.",
        (wrong, right),
        (offer,),
        computed=f"{figure(wrong)} ≠ {figure(right)}",
    )


def choice(value: Value) -> Suggestion:
    """One of two figures for one fact, as a suggestion."""
    number = plain(value.number) if value.number is not None else str(value.value)
    return Suggestion(number, "R08", f"{quoted(value)} alone", -1.0, (rewritten(value, number),))
