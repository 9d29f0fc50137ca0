"""Checks of years told in two calendars side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf

from pipeline.checks.check import check
from pipeline.checks.chronology.calendar_pair import Pair, odd_pairs
from pipeline.checks.chronology.told_jubilee import told_jubilees
from pipeline.checks.mend.date_slip import mended_year
from pipeline.checks.view.moment import DATED, dates_held, is_dated
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import quoted, rewritten
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value

# A year in brackets behind a date.
YEAR, OPENS = 4, frozenset({"(", "（", " ("})


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
    among=DATED,
)
def eras_and_years_agree(record: Record, page: Page) -> Iterator[Problem]:
    """The year of an era and the year in brackets beside it are one year.

    One was computed from the other by hand, or two digits changed places. Both readings are
    offered, first the one that a jubilee counts from. Where a page gives years
    of another calendar throughout, the pair that is not as far apart as the others is odd.
    """
    found = False
    dates = record.once(dates_held)
    for value in dates:
        rival = _other_year(record, value)
        if rival is not None:
            found = True
            yield Problem(
                f"{quoted(value)} gives two years, {str(value.value)[:4]} and "
                f"{str(rival.value)[:4]}. One of the two is mistyped.",
                (value,),
                _by_jubilee(record, page, tuple(_reading(value, one) for one in (rival, value))),
                computed=f"{value.value} ≠ {rival.value}",
            )
    for one, year in _bracketed(_dates_kept(record), page):
        found = True
        yield Problem(
            f"{quoted(one)} is of {str(one.value)[:4]}, but the year beside it in brackets is "
            f"{quoted(year)}. One of the two is mistyped.",
            (one, year),
            _by_jubilee(record, page, _by_slip(one, year, page)),
            computed=f"{one.value} ≠ {year.value}",
        )
    for pair in () if found else page.once(odd_pairs):
        dated = next((value for value in dates if value.evidence.span.meets(pair.span)), None)
        if dated is not None:
            problem = _odd(dated, pair, page)
            yield problem._replace(suggest=_by_jubilee(record, page, problem.suggest))


def _by_jubilee(
    record: Record, page: Page, offers: tuple[Suggestion, ...]
) -> tuple[Suggestion, ...]:
    """The readings, first those that a jubilee of the text counts from."""
    begun = {one.kept - one.years for one in told_jubilees(record, page) if one.of_tie}
    return tuple(sorted(offers, key=lambda one: int(one.value[:YEAR]) not in begun))


def _by_slip(one: Value, year: Value, page: Page) -> tuple[Suggestion, ...]:
    """The date with either of two years, first the one of which a slip makes the other."""
    years = [int(str(value.value)[:YEAR]) for value in (one, year)]
    kept, changed = (_of_year(one, each) for each in years)
    slips = (
        mended_year(year, page.today, years[0], years[0]),
        mended_year(one, page.today, years[1], years[1]),
    )
    likely = [max((offer.score for offer in offers), default=-inf) for offers in slips]
    return (kept, changed) if likely[0] >= likely[1] else (changed, kept)


def _dates_kept(record: Record) -> list[Value]:
    """The dates of a record as they stand, with those in brackets that are kept only beside them."""
    kept = (value for field in DATED for value in record.all(field) if not value.rank)
    return sorted(filter(is_dated, kept), key=lambda value: value.evidence.span)


def _bracketed(dates: Sequence[Value], page: Page) -> Iterator[tuple[Value, Value]]:
    """Dates with another year in brackets right behind them, one of the two years an era's.

    昭和63年6月3日（1986年） or April 16, 2019 (Heisei 13).
    """
    for one, two in pairwise(dates):
        between = page.document.text[one.evidence.span.end : two.evidence.span.start]
        in_brackets = len(str(two.value)) == YEAR and between in OPENS
        of_eras = ["era" in value.evidence.rule for value in (one, two)]
        if in_brackets and one.in_force and any(of_eras) and str(one.value)[:YEAR] != two.value:
            yield one, two


def _odd(value: Value, pair: Pair, page: Page) -> Problem:
    said = " ".join(page.document.quote(pair.span).split())
    return Problem(
        f"“{said}” gives {pair.year}, but as the page counts, {pair.other} is {pair.meant}. One of "
        f"the two years is mistyped.",
        (value,),
        tuple(_of_year(value, year) for year in (pair.meant, pair.year)),
        computed=f"{pair.year} − {pair.other} = {pair.year - pair.other}, elsewhere "
        f"{pair.meant - pair.other}",
    )


def _of_year(value: Value, year: int) -> Suggestion:
    iso = f"{year}{str(value.value)[4:]}"
    return Suggestion(iso, "R10", f"the year {year} of the two", -1.0, (rewritten(value, iso),))


def _other_year(record: Record, value: Value) -> Value | None:
    """The rival reading of a date in two calendars that has another year, or None."""
    if "era" not in value.evidence.rule:
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
