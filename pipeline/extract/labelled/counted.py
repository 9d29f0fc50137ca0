"""When residents were counted, where a page says it once: "(Census 2012)", "Source: INE, 2011"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.extract.labelled.census import speaks_of_counts
from pipeline.extract.labelled.yearly import with_years
from pipeline.extract.page import Candidate, Page, Read
from pipeline.model.source import Cover, Line, LineKind, Profile, Span
from pipeline.normalize.date import find_dates
from pipeline.normalize.stretch import years
from pipeline.read.grammar import is_open, line_meaning

_LONGEST = 300
_EDGE = re.compile(r"[()\[\]|;。\n]|\.\s+(?=[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯІЇЄҐ])")
_DATED = re.compile(r"\d{4}|\d{2,3}\s?年")


class Counted(NamedTuple):
    """A day of counting and where the page says it; a heading says it for what is below."""

    at: int
    day: str
    in_heading: bool


def with_days(page: Page, read: Sequence[Read]) -> list[Read]:
    """The profiles' candidates, with the page's day of counting where a population has none.

    A statement inside a profile is that profile's; one above holds for the profiles below it, one
    behind all of them for all.
    """
    read = [(profile, with_years(page, profile, found)) for profile, found in read]
    people = [c for _, found in read for c in found if c.field == "population"]
    if not any(map(_is_undated, people)):
        return read
    profiles = [profile for profile, _ in read]
    told = _told(page, profiles)
    return [
        (profile, [_dated(c, told, profiles, profile.span) for c in found])
        if told
        else (profile, found)
        for profile, found in read
    ]


def _dated(
    candidate: Candidate, told: Sequence[Counted], profiles: Sequence[Profile], own: Span
) -> Candidate:
    if candidate.field != "population" or not _is_undated(candidate):
        return candidate
    return candidate._replace(as_of=_day(told, profiles, own, candidate.span.start))


def _is_undated(people: Candidate) -> bool:
    return not people.as_of and not people.readings[0].as_of


def _told(page: Page, profiles: Iterable[Profile]) -> tuple[Counted, ...]:
    """What a page says beside no figure of its own, nor any label but those of counts."""
    labelled: list[Span] = []
    headings: list[Span] = []
    for profile in profiles:
        for line in profile.lines:
            if line.kind is LineKind.HEADING or is_open(line):
                headings.append(line.span)
            elif line.kind is LineKind.FIELD and _says_other(page.text, line):
                labelled.append(line.span)
    known, heads = Cover(labelled), Cover(headings)
    return tuple(
        Counted(span.start, day, heads.meets(span))
        for line in _lines(page.text)
        if not known.meets(line)
        for span, day in _of_line(page, line)
    )


def _says_other(text: str, line: Line) -> bool:
    """Whether a known label is of something else than residents: "Residents: census 2011" is not."""
    meaning = line_meaning(text, line)
    return meaning.known and meaning.fields != ("population",)


def _day(told: Sequence[Counted], profiles: Sequence[Profile], own: Span, at: int) -> str:
    """The day that holds for a figure: its profile's, else the last above it, else the one below."""
    inside = [t.day for t in told if _in(own, t.at) and not t.in_heading]
    if inside:
        return inside[0]
    last = max(profile.span for profile in profiles)
    others = Cover(profile.span for profile in profiles if profile.span != last)
    body = [_body(profile, told) for profile in profiles]
    bodies, end = Cover(body), max(span.end for span in body)
    above, below = "", set()
    for day in told:
        here = Span(day.at, day.at + 1)
        if not _in(Span(own.start, at), day.at) and (bodies if day.in_heading else others).meets(
            here
        ):
            continue
        if day.at < at:
            above = day.day
        elif day.at >= (end if day.in_heading else last.start):
            below.add(day.day)
    return above or (below.pop() if len(below) == 1 else "")


def _body(profile: Profile, told: Sequence[Counted]) -> Span:
    """From the first to the last labelled line with a value; all of a profile without any."""
    ends = [
        line.body.end
        for line in profile.lines
        if line.label and not is_open(line) and not any(_in(line.span, day.at) for day in told)
    ]
    return Span(profile.span.start, max(ends, default=profile.span.end))


def _in(span: Span, at: int) -> bool:
    return span.start <= at < span.end


def _lines(text: str) -> Iterator[Span]:
    """The lines that have a year and are not too long."""
    start = 0
    for line in text.split("\n"):
        if len(line) <= 4 * _LONGEST and _DATED.search(line):
            yield Span(start, start + len(line))
        start += len(line) + 1


def _of_line(page: Page, line: Span) -> Iterator[tuple[Span, str]]:
    found = find_dates(page.text, *line, page.marks.date_order)
    full = Cover(readings[0].span for readings in found)
    found += tuple(y for y in years(page.text, line) if not full.meets(y[0].span))
    for readings in found:
        clause = _clause(page.text, line, readings[0].span, [f[0].span for f in found])
        if speaks_of_counts(page.text, line, clause, readings[0].span):
            yield readings[0].span, readings[0].value


def _clause(text: str, line: Span, date: Span, known: Sequence[Span]) -> Span:
    """The bracket or the sentence that a date stands in."""
    edges = [
        m.span()
        for m in _EDGE.finditer(text, *line)
        if not any(span.start <= m.start() < span.end for span in known)
    ]
    start = max((end for _, end in edges if end <= date.start), default=line.start)
    end = min((start for start, _ in edges if start >= date.end), default=line.end)
    return Span(start, end)
