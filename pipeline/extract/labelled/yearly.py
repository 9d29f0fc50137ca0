"""Counts in columns below a line of years, each of its year: "2022   2011" above "Population   9,000   8,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extract.page import LABELLED, Candidate, Page
from pipeline.model.source import Line, LineKind, Profile, Span
from pipeline.read.grammar import line_meaning

_YEARS = re.compile(r"[^\W\d_]{0,12}:?\s*(?:(?:1[89]|20)\d\d[\s|]+)+(?:1[89]|20)\d\d")
_YEAR = re.compile(r"\d{4}")
_COUNTS = {"population", "households"}
_OLDER = 0.5  # of the newest one's weight


def with_years(page: Page, profile: Profile, found: Sequence[Candidate]) -> list[Candidate]:
    """A profile's candidates, those below a line of years each with its year, the newest first."""
    years: dict[Span, str] = {}
    for spans, told in _lines(page, profile.lines, found):
        years.update(zip(spans, told, strict=True))
    if not years:
        return list(found)
    return [
        _dated(candidate, years[candidate.span], max(years.values()))
        if candidate.span in years
        else candidate
        for candidate in found
    ]


def _lines(
    page: Page, lines: Sequence[Line], found: Sequence[Candidate]
) -> Iterator[tuple[list[Span], list[str]]]:
    """The figures of every line of counts that has as many as the years above it."""
    told: list[str] = []
    for line in lines:
        said = page.text[slice(*line.span)].strip()
        if _YEARS.fullmatch(said):
            told = _YEAR.findall(said)
        elif told and line.kind is LineKind.FIELD and _counts(page, line):
            spans = sorted(
                {c.span for c in found if c.field in _COUNTS and line.span.covers(c.span)}
            )
            if len(spans) == len(told):
                yield spans, told


def _counts(page: Page, line: Line) -> bool:
    return not _COUNTS.isdisjoint(line_meaning(page.text, line).fields)


def _dated(candidate: Candidate, year: str, newest: str) -> Candidate:
    if candidate.as_of or candidate.readings[0].as_of:
        return candidate
    return candidate._replace(as_of=year, weight=LABELLED if year == newest else LABELLED * _OLDER)
