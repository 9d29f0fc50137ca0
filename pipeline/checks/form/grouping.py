"""Checks of the marks in figures: groups of three digits, set apart as the page does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.check import check
from pipeline.checks.mend.literal import Written, written
from pipeline.checks.mend.repair import explained, judge
from pipeline.checks.relation import rule
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, plain, quoted, rewritten
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
# Nobody groups by a mark that begins decimals elsewhere; a page where another figure has it behind
# its first two or three digits and before three more does both.
_LONG_GROUPED, MIXED = re.compile(r"(?<![\d.,])\d{2,3}([.,])\d{3}(?!\d)"), 1
OTHER_MARK, ALL_OTHERS = {".": ",", ",": "."}, 2
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}([.,])\d{3}(?![.,]?\d)")
# A page without decimals shows its mark by as many figures, where no other has this one.
SEVERAL = 3
COUNTS = ("population", "households", "students", "schools", "jurisdiction")


@check(
    "F07",
    Severity.WARNING,
    level=1,
    good=("Area: 1,615.5㎢\nPopulation: 1,220,000",),
    bad={
        "Area: 306.1㎢\nPopulation: 1,2220,000": ("population",),
        "Area: 306.1㎢\nPopulation: 120.266": ("population",),
        "Lindenau\nPopulation: 94.192\nHouseholds: 31,204\nBudget: 12,500 USD\nStudents: 8,204": (
            "population",
        ),
    },
)
def digits_are_grouped_as_on_the_page(record: Record, page: Page) -> Iterator[Problem]:
    """Digits stand in groups of three, set apart by the mark that the page uses for it.

    "1,2220,000" has a digit too many or lacks one. "120.266" people on a page that writes "306.1"
    and "1,220" is read as 120,266, against the page's own marks: a person should confirm it. A page
    that begins decimals now by a point, now by a comma has no marks of its own.
    """
    for value in record.figures:
        literal = fold(value.evidence.text)
        if not (value.qualifier or "," in literal or "." in literal):
            continue
        marked = max(literal.count(","), literal.count("."))  # by the mark it has most often
        if "malformed" in value.qualifier and value.field in BY_NAME:
            relation = rule.well_formed(value)
            message = f"{quoted(value)} has digits in groups that no notation has."
            yield explained(judge(record, page, relation), message, "")
        elif marked and value.field in COUNTS and _is_against_the_page(value, page):
            yield _confirmed(value, page)
        elif marked > 1 and (parts := written(value)) and _TWO_ROLES.fullmatch(parts.digits):
            yield _in_two_roles(value, parts)


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
    if parts is None or not _THREE_DIGITS.fullmatch(parts.digits):
        return False
    read_grouped = (
        value.number == parts.amount * parts.factor
        and parts.amount == parts.amount.to_integral_value()
    )
    return read_grouped and _is_otherwise("." if "." in parts.digits else ",", value, page)


def _is_otherwise(mark: str, value: Value, page: Page) -> bool:
    """Whether the page, or all of at least two figures of the field, have another mark for groups."""
    siblings = page.siblings(value)
    if any(_is_grouped_by(mark, other) for other in siblings):
        return False
    if sum(_is_grouped_by(OTHER_MARK[mark], other) for other in siblings) >= ALL_OTHERS:
        return True
    if page.mixes_marks:
        return False
    beside = page.marks_beside(value)
    if not beside.decimal and _is_alone(mark, page):
        return True
    if beside.decimal != mark or beside.grouping in ("", mark):
        return False
    own = bool(_LONG_GROUPED.search(fold(value.evidence.text)))
    return page.once(_surely_grouped)[mark] - own < MIXED


def _is_alone(mark: str, page: Page) -> bool:
    """Whether one figure alone has this mark before three digits, and several have the other."""
    marks = page.once(_grouped)
    return marks[mark] <= 1 and marks[OTHER_MARK[mark]] >= SEVERAL


def _grouped(page: Page) -> Counter[str]:
    """How many figures of the page have a mark before their last three digits and no other mark."""
    return _marks(page, _GROUPED)


def _surely_grouped(page: Page) -> Counter[str]:
    """How many figures of the page have a mark behind two or three digits and before three."""
    return _marks(page, _LONG_GROUPED)


def _marks(page: Page, pattern: re.Pattern[str]) -> Counter[str]:
    """The marks that a pattern finds in the literals of the page's values, each place of one once."""
    literals = {value.evidence for record in page.records for value in record.values}
    found = {
        (one.span.start + match.start(), match[1])
        for one in literals
        for match in pattern.finditer(fold(one.text))
    }
    return Counter(mark for _, mark in found)


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
    mark = "." if parts and "." in parts.digits else ","
    grouping = beside.grouping.replace(mark, "") or OTHER_MARK[mark]
    literal = value.evidence.text.replace(mark, grouping)
    change = rewritten(value, f"{number:f}", literal)
    reason = f"the page groups thousands by “{grouping}”"
    return Problem(
        f"{quoted(value)} is read as {figure(value)}, although the page's other figures do not "
        f"use “{mark}” so. Probably “{literal}” is meant: {reason}.",
        (value,),
        (Suggestion(f"{number:f}", "R02", reason, -0.5, (change,)),),
    )
