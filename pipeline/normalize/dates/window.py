"""Where dates can be: stretches around what no date lacks, so that other text costs little."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.model.source import Span
from pipeline.normalize.dates.form import any_of
from pipeline.normalize.dates.part import era_names

BEFORE, AFTER = 36, 32  # the longest declared literals reach this far from their year

# Years in full; short ones behind a mark; what counts years; three figures with marks. One search
# each, because a pattern that begins with one class of characters is ten times faster than a
# pattern of several.
_ANCHORS = (
    re.compile(r"\d{4}(?!\d)"),
    re.compile(r"['‘’ʼ′´-]\d\d(?!\d)"),
    re.compile(r"[年년]"),
    re.compile(r"\d{1,2}[./] ?\d{1,2}[./] ?\d"),
)


@cache
def _eras() -> re.Pattern[str]:
    """Names of eras in scripts without capitals; the others stand beside a year in brackets."""
    return re.compile(any_of(name for name in era_names() if not name[0].isascii()))


@cache
def _hint() -> re.Pattern[str]:
    """Characters without one of which there is no anchor: most lines of prose have none."""
    first = "".join({re.escape(name[0]) for name in era_names() if not name[0].isascii()})
    return re.compile(rf"[\d年년{first}]")


def may_hold_date(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` has anything that no date lacks."""
    if not _hint().search(text, start, end):
        return False
    return any(pattern.search(text, start, end) for pattern in (*_ANCHORS, _eras()))


def windows(text: str, span: Span) -> Iterator[Span]:
    """The stretches of ``text[span]`` to search for dates, in order, joined where they overlap."""
    if not may_hold_date(text, *span):
        return
    low = high = span.start
    for start, end in _anchors(text, span):
        if start - BEFORE > high:
            yield Span(low, high)
            low = start - BEFORE
        high = max(high, min(span.end, end + AFTER))
    yield Span(low, high)


def _anchors(text: str, span: Span) -> list[tuple[int, int]]:
    """Where a year may be written, in order."""
    return sorted(
        match.span()
        for pattern in (*_ANCHORS, _eras())
        for match in pattern.finditer(text, span.start, span.end)
    )
