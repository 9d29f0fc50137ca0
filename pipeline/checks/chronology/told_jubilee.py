"""The jubilees that a profile tells of: how many years, of a tie or of a town, kept in which year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.checks.view.cue import Cue
from pipeline.checks.view.moment import agreements
from pipeline.checks.view.page import Page
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Record
from pipeline.normalize.date import find_dates
from pipeline.normalize.lexeme import alternation, flatten, pattern_of
from pipeline.normalize.text import key

# Nobody keeps the third or seventh year of a town; fifty years have half of them as jubilees. The
# oldest tie of towns that pages list is of the twenties.
LEAST_YEARS, MOST_YEARS, MOST_OF_TIES = 5, 1500, 100
_YEAR = re.compile(r"(?<![\d.,])(?:1[0-9]|20)\d\d(?![\d,]|\.\d)")
# The point behind a figure ("2004. 10") or before a small letter ("incl. mayor") ends no sentence.
_SENTENCE = re.compile(r"(?<=[^\W\d][.!?])\s(?![a-zà-ÿа-я])|[。\n]")


class Jubilee(NamedTuple):
    """So many years kept in a year; ``of_tie`` tells a tie's from a town's."""

    span: Span
    years: int
    kept: int
    of_tie: bool


def told_jubilees(record: Record, page: Page) -> Iterator[Jubilee]:
    """The jubilees that a profile tells of with the year in which they were kept.

    A jubilee that says neither what it is of is the tie's, where the profile has one tie and no
    founding.
    """
    if not page.may_tell(jubilee_cue(), record.span):
        return
    for match in _told().finditer(page.folded, *record.span):
        years = int(match["behind"] or match["before"] or _in_words(match))
        sentence = _sentence(page, record, match)
        words = page.folded[sentence.start : sentence.end]
        kept = _years_kept(record, page, sentence, match.start("behind"))
        of_tie, of_town = bool(_ties().search(words)), bool(_foundings().search(words))
        if not of_tie and not of_town:
            of_tie = years <= MOST_OF_TIES and _has_one_tie(record)
        if of_tie == of_town or _states().search(words) or len(kept) != 1:
            continue
        if LEAST_YEARS <= years <= MOST_YEARS:
            yield Jubilee(Span(*match.span()), years, kept.pop(), of_tie)


def _has_one_tie(record: Record) -> bool:
    return len(record.once(agreements)) == 1 and not record.held("founded")


def _years_kept(record: Record, page: Page, sentence: Span, own: int) -> set[int]:
    """The years that a sentence names, those of the tie and the jubilee's own figure aside.

    A year that stands alone is that of the feast, though it may have been taken for the tie's.
    """
    ties = [value.evidence.span for value in record.once(agreements)]
    figures = (
        (Span(year.start(), year.end()), int(year[0]))
        for year in _YEAR.finditer(page.folded, sentence.start, sentence.end)
        if year.start() != own
    )
    start, words = sentence.start, page.folded[sentence.start : sentence.end]
    dates = (
        (Span(start + found[0].span.start, start + found[0].span.end), int(found[0].value[:4]))
        for found in find_dates(words)
        if found[0].value[:4].isdigit()
    )
    told = (*figures, *dates)
    years = {year for _, year in told}
    others = {year for span, year in told if not any(map(span.meets, ties))}
    return others or years if len(ties) > 1 else others


def _sentence(page: Page, record: Record, match: re.Match[str]) -> Span:
    """The sentence, or the line, that a match lies in."""
    starts = (
        one.end() for one in _SENTENCE.finditer(page.folded, record.span.start, match.start())
    )
    start = max(starts, default=record.span.start)
    stop = _SENTENCE.search(page.folded, match.end(), record.span.end)
    return Span(start, stop.start() if stop else record.span.end)


def _in_words(match: re.Match[str]) -> int:
    return _numbers()[key(match["word"])] if match["word"] else _jubilees()[key(match["jubilee"])]


@cache
def jubilee_cue() -> Cue:
    """The words for a jubilee."""
    table = toml_table("slips.toml")["anniversaries"]
    return Cue(flatten((table["behind"], table["before"], list(_jubilees()))))


@cache
def _told() -> re.Pattern[str]:
    table = toml_table("slips.toml")["anniversaries"]
    ordinal = r"(?:st|nd|rd|th|er|ère|e|è|º|°|ª|\.|-|'inci|'ıncı|\. yıl)?"
    number = rf"(?:(?<![\d.,])(?P<behind>\d{{1,4}}){ordinal}|(?P<word>{alternation(_numbers())}))"
    behind = rf"{number}[\s-]*{alternation(flatten(table['behind']))}"
    before = rf"{alternation(flatten(table['before']))}[\s-]*(?P<before>\d{{1,4}})(?![\d.,])"
    whole = rf"(?P<jubilee>{alternation(_jubilees())})"
    return re.compile(f"{behind}|{before}|{whole}", re.IGNORECASE)


@cache
def _numbers() -> dict[str, int]:
    """The years of a jubilee by the word for them, cardinal or ordinal."""
    return _years("jubilee_numbers")


@cache
def _jubilees() -> dict[str, int]:
    """The years of a jubilee by one word for both."""
    return _years("jubilee_words")


def _years(table: str) -> dict[str, int]:
    words = toml_table("slips.toml")[table]
    return {key(word): int(years) for years, said in words.items() for word in flatten(said)}


@cache
def _ties() -> re.Pattern[str]:
    return pattern_of(toml_table("slips.toml")["anniversaries"]["ties"])


@cache
def _foundings() -> re.Pattern[str]:
    return pattern_of(toml_table("slips.toml")["anniversaries"]["foundings"])


@cache
def _states() -> re.Pattern[str]:
    return pattern_of(toml_table("slips.toml")["anniversaries"]["of_states"])
