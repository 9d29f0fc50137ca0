"""Where dates can be: stretches around what no date lacks, so that other text costs little."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from pipeline.model.source import Span
from pipeline.normalize.dates.form import any_of
from pipeline.normalize.dates.part import era_names
from pipeline.normalize.occurrence import Sought

_HELD = 64  # pages, cells and values that are read at the same time
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


_FOUR = Sought(re.compile(r"\d(?=\d{3})"))


@cache
def _eras() -> re.Pattern[str]:
    """Names of eras in scripts without capitals; the others stand beside a year in brackets."""
    return re.compile(any_of(name for name in era_names() if not name[0].isascii()))


@cache
def _hint() -> re.Pattern[str]:
    """Characters without one of which there is no anchor: most lines of prose have none."""
    return re.compile(rf"[\d年년{_first_of_eras()}]")


@cache
def _sign() -> Sought:
    """Where an anchor may begin: searched once a page, so that it takes but the first character."""
    pattern = (
        rf"[\d'‘’ʼ′´年년{_first_of_eras()}-](?:(?<=[年년{_first_of_eras()}])"
        r"|(?<=\d)(?=\d{3}|\d?[./] ?\d{1,2}[./] ?\d)|(?<=['‘’ʼ′´-])(?=\d\d))"
    )
    return Sought(re.compile(pattern))


@cache
def _glyph() -> Sought:
    """Glyphs of years and first ones of eras, with which dates in Han figures are told."""
    return Sought(re.compile(rf"[年년{_first_of_eras()}]"))


def _first_of_eras() -> str:
    return "".join(sorted({re.escape(name[0]) for name in era_names() if not name[0].isascii()}))


def may_hold_date(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` has anything that no date lacks."""
    if not may_begin_date(text, start, end):
        return False
    return any(pattern.search(text, start, end) for pattern in (*_ANCHORS, _eras()))


def may_begin_date(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` has what begins anything that no date lacks.

    Cheaper than ``may_hold_date`` and true more often; of a part of a text the whole is searched once.
    """
    if end - start < len(text):
        return _sign().begins(text, start, end)
    return _hint().search(text, start, end) is not None


def may_be_spelled(text: str, start: int, end: int) -> bool:
    """Whether a part of a text has a glyph that dates have where they have no digits."""
    return _glyph().begins(text, start, end)


def may_begin_year(text: str, start: int, end: int) -> bool:
    """Whether four figures begin in ``text[start:end]``, of which three may stand behind it."""
    if end - start < len(text):
        return _FOUR.begins(text, start, end)
    return _FOUR.pattern.search(text, start, end) is not None


def windows(text: str, first: int, stop: int) -> Iterator[Span]:
    """The stretches of ``text[first:stop]`` to search for dates, in order, joined where they overlap."""
    anchors = _anchors(text)
    low = high = first
    for start, end in anchors[bisect_left(anchors, (first,)) : bisect_left(anchors, (stop,))]:
        if end > stop:
            continue
        if start - BEFORE > high:
            if high > low:
                yield Span(low, high)
            low = start - BEFORE
        high = max(high, min(stop, end + AFTER))
    if high > low:
        yield Span(low, high)


@lru_cache(_HELD)
def _anchors(text: str) -> Sequence[tuple[int, int]]:
    """Where a year may be written in a whole text, in order."""
    return sorted(
        match.span() for pattern in (*_ANCHORS, _eras()) for match in pattern.finditer(text)
    )
