"""Checks of one figure or date by itself: missing, unreadable, impossible, malformed, doubled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks import bound, rule
from pipeline.checks.check import check
from pipeline.checks.mend.date_slip import mended_day
from pipeline.checks.mend.literal import Written, written
from pipeline.checks.mend.repair import explained, judge
from pipeline.checks.page import Page
from pipeline.checks.wording import figure, plain, quoted, rewritten, shown, spoken
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value
from pipeline.normalize.text import fold
from pipeline.schema.place import BY_NAME

_TWO_ROLES = re.compile(r"\d{1,3}([.,])\d{3}\1\d{1,2}")
_THREE_DIGITS = re.compile(r"\d{1,3}[.,]\d{3}")
# What some literal of a page has that takes a mark for that of decimals: the mark in no place of
# thousands, or another mark in one. Where none has it, no literal need be taken apart.
_COUNTER_EVIDENCE = {
    mark: re.compile(
        rf"\d(?:[{other}' ]\d{{3}}|[{mark}](?: \d|\d{{1,2}}(?!\d)|\d{{4}}))|\d{{4}}[{mark}]"
    )
    for mark, other in ((".", ","), (",", "."))
}
COUNTS = ("population", "households", "students", "schools", "jurisdiction")


def _has_impossible(page: Page) -> bool:
    """Whether a value of the page is said to be impossible."""
    values = (value for record in page.records for value in record.values)
    return any("impossible" in value.qualifier for value in values if value.qualifier)


@check(
    "F02",
    Severity.ERROR,
    level=1,
    good=("Establishment Date of Sisterhood: Oct. 15, 2004",),
    bad={"Establishment Date of Sisterhood: Oct. 155, 2004": ("agreement_dates",)},
    told=_has_impossible,
)
def dates_are_in_the_calendar(record: Record) -> Iterator[Problem]:
    """A date that stands in the text is one that the calendar has.

    "Oct. 155", "Feb. 30" and a thirteenth month are slips of one digit mostly: a digit typed twice,
    two transposed, day and month in the other order.
    """
    for value in record.values:
        if value.qualifier and "impossible" in value.qualifier and value.rank == 0:
            offers = mended_day(value)
            advice = f" Probably {offers[0].value}: {offers[0].reason}." if offers else ""
            yield Problem(f"{quoted(value)} is no date of the calendar.{advice}", (value,), offers)


@check(
    "F04",
    Severity.ERROR,
    level=1,
    good=("Area: 425㎢\nPopulation: 1,220,000",),
    bad={"Country: China\nPopulation: 2,628,000,000": ("population",)},
    among=tuple(bound.POSSIBLE),
)
def figures_are_possible_at_all(record: Record, page: Page) -> Iterator[Problem]:
    """A figure lies within what can be: no place is larger than Russia, no share above 100 %.

    The bounds are those of the extremes that were ever measured, so that nothing outside them can
    be right. What is merely unusual is for other checks.
    """
    for relation in rule.possible(record, outside=True):
        if not relation.holds():
            value = relation.values[0]
            bounds = bound.POSSIBLE[value.field]
            message = (
                f"{quoted(value)} would be a {spoken(value.field)} of {figure(value)}; it can only "
                f"be {shown(bounds.low)} to {shown(bounds.high)}."
            )
            yield explained(judge(record, page, relation), message, f"{shown(value.number or 0)}")


@check(
    "F06",
    Severity.WARNING,
    level=1,
    good=("Population: 4.52 million people",),
    bad={"Area: 8,488㎢\nPopulation: 6.07 people": ("population",)},
    among=rule.COUNTED,
)
def people_are_counted_whole(record: Record, page: Page) -> Iterator[Problem]:
    """A count is a whole number: nobody counts 4.52 people.

    A fraction of a person is what is left of a figure that lost its "million", or whose mark
    groups thousands.
    """
    for relation in rule.counts(record, broken=True):
        if not relation.holds():
            value = relation.values[0]
            message = f"{quoted(value)} is a fraction of a count, which cannot be."
            yield explained(judge(record, page, relation), message, f"{figure(value)}")


@check(
    "F07",
    Severity.WARNING,
    level=1,
    good=("Area: 1,615.5㎢\nPopulation: 1,220,000",),
    bad={
        "Area: 306.1㎢\nPopulation: 1,2220,000": ("population",),
        "Area: 306.1㎢\nPopulation: 120.266": ("population",),
    },
)
def digits_are_grouped_as_on_the_page(record: Record, page: Page) -> Iterator[Problem]:
    """Digits stand in groups of three, set apart by the mark that the page uses for it.

    "1,2220,000" has a digit too many or lacks one. "120.266" people on a page that writes "306.1"
    and "1,220" is read as 120,266, against the page's own marks: a person should confirm it. A page
    that begins decimals now by a point, now by a comma has no marks of its own.
    """
    for value in record.figures:
        marked = _marks(fold(value.evidence.text))
        if not marked and not value.qualifier:
            continue
        if "malformed" in value.qualifier and value.field in BY_NAME:
            relation = rule.well_formed(value)
            message = f"{quoted(value)} has digits in groups that no notation has."
            yield explained(judge(record, page, relation), message, "")
        elif marked and value.field in COUNTS and _is_against_the_page(value, page):
            yield _confirmed(value, page)
        elif marked > 1 and (parts := written(value)) and _TWO_ROLES.fullmatch(parts.digits):
            yield _in_two_roles(value, parts)


def _marks(folded: str) -> int:
    """How often a literal has the mark, comma or point, that it has most often."""
    return max(folded.count(","), folded.count("."))


def _in_two_roles(value: Value, parts: Written) -> Problem:
    mark = next(one for one in parts.digits if not one.isdigit())
    number = plain(value.number or Decimal(0))
    literal = parts.with_digits(f"{parts.amount:,}")
    reason = f"“{mark}” cannot both group thousands and begin decimals"
    offer = Suggestion(number, "R02", reason, -0.5, (rewritten(value, number, literal),))
    return Problem(
        f"{quoted(value)} is read as {figure(value)}, but {reason}. Probably “{literal}” is meant.",
        (value,),
        (offer,),
    )


def _is_against_the_page(value: Value, page: Page) -> bool:
    """Whether a figure's mark was taken to group thousands where the page uses it for decimals."""
    literal = fold(value.evidence.text)
    if not any(mark in literal for mark in page.once(_doubted)):
        return False
    parts = written(value)
    if parts is None or not _THREE_DIGITS.fullmatch(parts.digits) or page.mixes_marks:
        return False
    mark = "." if "." in parts.digits else ","
    read_grouped = (
        value.number == parts.amount * parts.factor
        and parts.amount == parts.amount.to_integral_value()
    )
    beside = page.marks_beside(value)
    if not read_grouped or beside.decimal != mark or beside.grouping in ("", mark):
        return False
    return not any(_is_grouped_by(mark, other) for other in page.siblings(value))


def _doubted(page: Page) -> tuple[str, ...]:
    """The marks that some figure of the page may take for that of decimals."""
    literals = "\n".join(value.evidence.text for record in page.records for value in record.numbers)
    return tuple(mark for mark, shows in _COUNTER_EVIDENCE.items() if shows.search(literals))


def _is_grouped_by(mark: str, value: Value) -> bool:
    """Whether another figure of the field has the mark before its last three digits as well."""
    parts = written(value)
    return parts is not None and bool(re.search(rf"\d{re.escape(mark)}\d{{3}}$", parts.digits))


def _confirmed(value: Value, page: Page) -> Problem:
    number = value.number or Decimal(0)
    beside = page.marks_beside(value)
    parts = written(value)
    literal = value.evidence.text.replace(beside.decimal, beside.grouping) if parts else ""
    change = rewritten(value, f"{number:f}", literal)
    reason = f"the page groups thousands by “{beside.grouping}”"
    return Problem(
        f"{quoted(value)} is read as {figure(value)}, although the page's other figures use "
        f"“{beside.decimal}” for decimals. Probably “{literal}” is meant: {reason}.",
        (value,),
        (Suggestion(f"{number:f}", "R02", reason, -0.5, (change,)),),
    )
