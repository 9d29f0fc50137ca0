"""Slips in dates (R01, R02, R10): an impossible day, a year that is still to come."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from math import log
from typing import NamedTuple

from pipeline.checks.mend.candidate import ADDED, DOUBLED, REPLACED, TRANSPOSED
from pipeline.checks.mend.digit_slip import DIGITS
from pipeline.checks.view.wording import rewritten
from pipeline.model.finding import Suggestion
from pipeline.model.value import Value
from pipeline.normalize.date import find_dates
from pipeline.normalize.text import fold

MOST_SUGGESTIONS = 5
# But for Paderborn and Le Mans (836) no towns were twinned before Keighley and Poix-du-Nord (1920).
FIRST_TIE, LAST_YEAR = 1920, 9999
SWAPPED, NEAREST, YEAR = -1.5, -1.0, 4
TOO_LONG = frozenset({3, 5})  # digits of a day or a month, of a year
_RUN = re.compile(r"\d+")


class DateCandidate(NamedTuple):
    """One date that a literal may have been meant to be."""

    literal: str
    iso: str
    mechanism: str
    reason: str
    prior: float


def mended_day(value: Value) -> tuple[Suggestion, ...]:
    """Possible dates for an impossible one, best first."""
    literal = value.evidence.text
    found = (*_shorter_runs(literal), *_swapped_parts(literal), *_nearest_day(literal))
    return _offered(value, found)


def mended_year(
    value: Value, today: date, first: int = FIRST_TIE, last: int = LAST_YEAR
) -> tuple[Suggestion, ...]:
    """Dates of the past for another one, its year mended by one slip, from ``first`` to ``last``."""
    literal, limit = value.evidence.text, today.isoformat()
    slips = (*_year_slips(literal), *_era_slips(literal, str(value.value)))
    found = [one for one in slips if first <= int(one.iso[:4]) <= last and one.iso <= limit]
    return _offered(value, found)


def _offered(value: Value, found: Iterable[DateCandidate]) -> tuple[Suggestion, ...]:
    best: dict[str, DateCandidate] = {}
    for one in found:
        if one.iso not in best or best[one.iso].prior < one.prior:
            best[one.iso] = one
    ranked = sorted(best.values(), key=lambda one: -one.prior)[:MOST_SUGGESTIONS]
    return tuple(_suggestion(value, one) for one in ranked)


def _suggestion(value: Value, one: DateCandidate) -> Suggestion:
    change = rewritten(value, one.iso, one.literal)
    return Suggestion(one.iso, one.mechanism, one.reason, round(one.prior, 2), (change,))


def _shorter_runs(literal: str) -> Iterator[DateCandidate]:
    """A digit typed twice: 155 -> 15, 19994 -> 1994."""
    for run in _RUN.finditer(fold(literal)):
        text = run[0]
        if len(text) in TOO_LONG:
            for at in range(len(text)):
                shorter = text[:at] + text[at + 1 :]
                twice = text[at] in (text[at - 1 : at], text[at + 1 : at + 2])
                reason = (
                    f"“{text}” has a digit typed twice"
                    if twice
                    else f"“{text}” has a digit too many"
                )
                prior = DOUBLED if twice else ADDED - log(len(text))
                yield from _read(literal, run, shorter, ("R01", reason, prior))


def _swapped_parts(literal: str) -> Iterator[DateCandidate]:
    """Day and month taken for each other, or the two digits of a day."""
    runs = list(_RUN.finditer(fold(literal)))
    for run in runs:
        if len(run[0]) == 2:
            yield from _read(
                literal, run, run[0][::-1], ("R01", "two digits transposed", TRANSPOSED)
            )
    short = [run for run in runs if len(run[0]) <= 2]
    if len(short) == 2:
        one, two = short
        between = literal[one.end() : two.start()]
        swapped = f"{literal[: one.start()]}{two[0]}{between}{one[0]}{literal[two.end() :]}"
        yield from _dated(swapped, ("R07", "day and month in the other order", SWAPPED))


def _nearest_day(literal: str) -> Iterator[DateCandidate]:
    """The last day of a shorter month: 30 February, 31 November."""
    for run in _RUN.finditer(fold(literal)):
        if run[0] in {"29", "30", "31"}:
            for day in range(int(run[0]) - 1, 27, -1):
                found = list(
                    _read(literal, run, str(day), ("R12", "the last day of that month", NEAREST))
                )
                yield from (one for one in found if _is_last(one.iso))


def _is_last(iso: str) -> bool:
    parts = [int(part) for part in iso.split("-")]
    return len(parts) == 3 and parts[2] == monthrange(parts[0], parts[1])[1]


def _year_slips(literal: str) -> Iterator[DateCandidate]:
    """The year with two neighbouring digits transposed or one replaced."""
    for run in _RUN.finditer(fold(literal)):
        if len(run[0]) == YEAR:
            yield from _slips_of(literal, run)


def _era_slips(literal: str, iso: str) -> Iterator[DateCandidate]:
    """The year of an era with such a slip, 民國37年 for 73: what changes the year and no more."""
    runs = tuple(_RUN.finditer(fold(literal)))
    if any(len(run[0]) >= YEAR for run in runs):
        return
    for run in runs:
        for one in _slips_of(literal, run):
            if one.iso[YEAR:] == iso[YEAR:] and one.iso[:YEAR] != iso[:YEAR]:
                yield one


def _slips_of(literal: str, run: re.Match[str]) -> Iterator[DateCandidate]:
    """Two neighbouring digits of a run transposed or one replaced."""
    year, length = run[0], len(run[0])
    for at in range(length - 1):
        swapped = year[:at] + year[at + 1] + year[at] + year[at + 2 :]
        slip = ("R10", f"two digits of {year} transposed", TRANSPOSED - log(length - 1))
        yield from _read(literal, run, swapped, slip) if swapped != year else ()
    for at in range(length):
        for digit in DIGITS.replace(year[at], ""):
            slip = ("R10", f"one digit of {year} mistyped", REPLACED - log(9 * length))
            yield from _read(literal, run, year[:at] + digit + year[at + 1 :], slip)


def _read(
    literal: str, run: re.Match[str], digits: str, slip: tuple[str, str, float]
) -> Iterator[DateCandidate]:
    yield from _dated(f"{literal[: run.start()]}{digits}{literal[run.end() :]}", slip)


def _dated(literal: str, slip: tuple[str, str, float]) -> Iterator[DateCandidate]:
    """The literal as a candidate if it reads as one date from end to end; a year alone is one."""
    if re.fullmatch(r"\d{4}", literal):
        yield DateCandidate(literal, literal, *slip)
        return
    for rivals in find_dates(fold(literal)):
        if (
            rivals[0].value
            and rivals[0].span.end - rivals[0].span.start >= len(literal.strip()) - 1
        ):
            yield DateCandidate(literal, rivals[0].value, *slip)
            return
