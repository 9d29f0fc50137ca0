"""Checks of time told in years against dates: a jubilee counts from its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.checks.check import check
from pipeline.checks.cue import Cue
from pipeline.checks.mend.date_slip import mended_year
from pipeline.checks.moment import agreements, is_dated
from pipeline.checks.page import Page
from pipeline.checks.wording import AGREEMENTS, quoted
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Problem, Severity
from pipeline.model.source import Span
from pipeline.model.value import Record
from pipeline.normalize.lexeme import alternation, flatten

# A jubilee is kept in its year or, of a tie signed in winter, in the next.
KEPT_LATER = 1
# Nobody keeps the third or seventh year of a town; fifty years have half of them as jubilees.
LEAST_YEARS, MOST_YEARS = 5, 1500
FIRST_FOUNDING = 1
_YEAR = re.compile(r"(?<![\d.,])(?:1[0-9]|20)\d\d(?![\d,]|\.\d)")
# The point behind a figure ("2004. 10") or before a small letter ("incl. mayor") ends no sentence.
_SENTENCE = re.compile(r"(?<=[^\W\d][.!?])\s(?![a-zà-ÿа-я])|[。\n]")


class Jubilee(NamedTuple):
    """So many years kept in a year; ``of_tie`` tells a tie's from a town's."""

    span: Span
    years: int
    kept: int
    of_tie: bool


def _tells_jubilees(page: Page) -> bool:
    """Whether a word for a jubilee may stand on the page."""
    return page.may_have(_jubilee_cue())


@check(
    "D10",
    Severity.WARNING,
    level=1,
    good=(
        "Sister city since: May 6, 1984\nIn 2004 a choir came for the 20th anniversary of the tie.",
        "Founded: 1203\nThe town kept its 800th anniversary of its founding in 2003.",
    ),
    bad={
        "Sister city since: May 6, 1948\nIn 2004 a choir came for the 20th anniversary of the tie.": (
            "agreement_dates",
        ),
        "Founded: 1230\nIn 2003 the town kept the 800th anniversary of its founding.": ("founded",),
    },
    among=(*AGREEMENTS, "founded"),
    told=_tells_jubilees,
)
def jubilees_count_from_their_dates(record: Record, page: Page) -> Iterator[Problem]:
    """A jubilee counts from the date of the tie or of the founding.

    Legends and charters, letters of intent and deeds give a place more than one beginning, so that
    a difference alone proves nothing. Where one slip of the year makes of the date what the jubilee
    counts from (two digits transposed, one mistyped), the year is in doubt.
    """
    for jubilee in _jubilees(record, page):
        field = "tie" if jubilee.of_tie else "founding"
        begun = record.once(agreements) if jubilee.of_tie else record.held("founded")
        dates = [value for value in begun if is_dated(value)]
        if not dates or any(_fits(str(value.value), jubilee) for value in dates):
            continue
        for value in dates:
            first = {} if jubilee.of_tie else {"first": FIRST_FOUNDING}
            offers = tuple(
                one for one in mended_year(value, page.today, **first) if _fits(one.value, jubilee)
            )
            if offers:
                said = " ".join(page.document.quote(jubilee.span).split())
                yield Problem(
                    f"“{said}” kept in {jubilee.kept} counts from {jubilee.kept - jubilee.years}, "
                    f"but the {field} is of {quoted(value)}. Probably {offers[0].value}: "
                    f"{offers[0].reason}.",
                    (value,),
                    offers,
                    computed=f"{jubilee.kept} − {jubilee.years} = {jubilee.kept - jubilee.years}",
                )
                break


def _fits(iso: str, jubilee: Jubilee) -> bool:
    return 0 <= jubilee.kept - jubilee.years - int(iso[:4]) + KEPT_LATER <= 2 * KEPT_LATER


def _jubilees(record: Record, page: Page) -> Iterator[Jubilee]:
    """The jubilees that a profile tells of with the year in which they were kept."""
    if not page.may_tell(_jubilee_cue(), record.span):
        return
    for match in _told().finditer(page.folded, *record.span):
        years = int(match["behind"] or match["before"])
        start, end = _sentence(page, record, match)
        words = page.folded[start:end]
        kept = [
            int(year[0])
            for year in _YEAR.finditer(words)
            if start + year.start() != match.start("behind")
        ]
        of_tie, of_town = bool(_ties().search(words)), bool(_foundings().search(words))
        if len(kept) == 1 and LEAST_YEARS <= years <= MOST_YEARS and of_tie != of_town:
            yield Jubilee(Span(*match.span()), years, kept[0], of_tie)


def _sentence(page: Page, record: Record, match: re.Match[str]) -> tuple[int, int]:
    """The sentence, or the line, that a match lies in."""
    starts = (
        one.end() for one in _SENTENCE.finditer(page.folded, record.span.start, match.start())
    )
    start = max(starts, default=record.span.start)
    stop = _SENTENCE.search(page.folded, match.end(), record.span.end)
    return start, stop.start() if stop else record.span.end


@cache
def _jubilee_cue() -> Cue:
    table = toml_table("slips.toml")["anniversaries"]
    return Cue(flatten((table["behind"], table["before"])))


@cache
def _told() -> re.Pattern[str]:
    table = toml_table("slips.toml")["anniversaries"]
    ordinal = r"(?:st|nd|rd|th|er|ère|e|è|º|°|ª|\.|-|'inci|'ıncı|\. yıl)?"
    behind = (
        rf"(?<![\d.,])(?P<behind>\d{{1,4}}){ordinal}[\s-]*{alternation(flatten(table['behind']))}"
    )
    before = rf"{alternation(flatten(table['before']))}[\s-]*(?P<before>\d{{1,4}})(?![\d.,])"
    return re.compile(f"{behind}|{before}", re.IGNORECASE)


@cache
def _ties() -> re.Pattern[str]:
    return _any_of(toml_table("slips.toml")["anniversaries"]["ties"])


@cache
def _foundings() -> re.Pattern[str]:
    return _any_of(toml_table("slips.toml")["anniversaries"]["foundings"])


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(alternation(flatten(words)), re.IGNORECASE)
