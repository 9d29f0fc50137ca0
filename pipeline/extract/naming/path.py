"""The country in which the path of a page leads to its places: "Home > Slovakia > Districts"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.source import LineKind, Span
from pipeline.normalize.place import find_countries
from pipeline.normalize.stretch import trim
from pipeline.read.layout import Layout
from pipeline.read.profile.signal import ties

_STEPS = re.compile(r"\s*(?:>>?|[›→≫►▶▸])\s*|\s[\"/]\s")  # "»" is folded to a quotation mark
_FEWEST = 2  # marks
_LONGEST = 160


def country_steps(text: str, layout: Layout) -> Iterator[Span]:
    """The steps of paths that are a country and nothing else.

    None on a page of ties, whose path leads through the home town's own.
    """
    if ties(text):
        return
    inside = (line for profile in layout.profiles for line in profile.lines)
    for line in (*layout.outside, *inside):
        start, end = line.span
        if line.kind is LineKind.NOTE and end - start <= _LONGEST:
            yield from _countries(text, line.span)


def _countries(text: str, line: Span) -> Iterator[Span]:
    marks = list(_STEPS.finditer(text, *line))
    if len(marks) < _FEWEST:
        return
    starts = (line.start, *(mark.end() for mark in marks))
    ends = (*(mark.start() for mark in marks), line.end)
    for start, end in zip(starts, ends, strict=True):
        step = trim(text, Span(start, end))
        if [country.span for country in find_countries(text, *step)] == [step]:
            yield step
