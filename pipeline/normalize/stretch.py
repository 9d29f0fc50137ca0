"""What a stretch of a page holds: its dates, its figures, and itself without the marks around it.

All take folded text (``text.fold``) and give spans in its offsets, which are the document's.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.lexicon.taught import cached
from pipeline.model.source import Span
from pipeline.model.value import Context, Marks, Reading
from pipeline.normalize.date import find_dates, find_years, search_dates
from pipeline.normalize.dates.window import may_begin_date
from pipeline.normalize.figure import Figure, find_figures
from pipeline.normalize.number import COUNTED
from pipeline.normalize.occurrence import Sought

_YEAR_NOTE = re.compile(r"[(\[][^()\[\]\d]{0,20}(?:1[89]|20)\d\d[^()\[\]\d]{0,20}[)\]]")
_DIGIT = Sought(re.compile(r"\d"))
# Behind digits a letter that means thousands or millions where persons are counted.
_LETTER_BEHIND = re.compile(r"\d(?= ?[KkMmBb])")
_EDGES, _ENDS = " \t\r\n:;,.|-·*", " \t\r\n:;,|"


def dates(text: str, span: Span, order: str = "") -> tuple[tuple[Reading[str], ...], ...]:
    """The dates of a stretch with their rivals; lone years where there is no fuller date."""
    if not may_begin_date(text, *span):
        return ()
    return search_dates(text, span.start, span.end, order) or years(text, span)


def years(text: str, span: Span) -> tuple[tuple[Reading[str], ...], ...]:
    """The figures of a stretch that can be years."""
    return tuple([(reading,) for reading in find_years(text, span.start, span.end)])


def date_spans(text: str, span: Span, order: str = "") -> tuple[Span, ...]:
    """Where the dates of a stretch stand, for passing over their digits."""
    return tuple(rivals[0].span for rivals in find_dates(text, span.start, span.end, order))


def has_figure(text: str, span: Span) -> bool:
    """Whether a stretch of a page has a digit, of which the whole page is searched once."""
    return _DIGIT.begins(text, span.start, span.end)


def digits_of(text: str, span: Span) -> tuple[int, ...]:
    """Where the digits of a stretch of a page stand."""
    return _DIGIT.places(text).between(*span)


def figures(text: str, span: Span, context: Context) -> tuple[Figure, ...]:
    """The figures of a stretch without the digits of its dates and of years in brackets."""
    counted = context.unit in COUNTED and _LETTER_BEHIND.search(text, *span) is not None
    return _figures(text, span, context.marks, context.unit if counted else "")


def all_figures(text: str, span: Span, context: Context) -> tuple[Figure, ...]:
    """The figures of a stretch without the digits of its dates; years in brackets are among them."""
    if not _YEAR_NOTE.search(text, *span):
        return figures(text, span, context)
    return _all_figures(text, span, context)


@cached(8)  # who asks whether a stretch tells something asks again for what it tells
def _all_figures(text: str, span: Span, context: Context) -> tuple[Figure, ...]:
    skip = date_spans(text, span, context.marks.date_order)
    return find_figures(text, span, context, skip)


@cached(256)  # a label, claims and prose ask for the figures of a line
def _figures(text: str, span: Span, marks: Marks, unit: str) -> tuple[Figure, ...]:
    if not has_figure(text, span):
        return ()
    skip = _dated(text, span, marks.date_order) if may_begin_date(text, *span) else ()
    return find_figures(text, span, _context(unit, marks), skip)


@lru_cache
def _context(unit: str, marks: Marks) -> Context:
    return Context(unit=unit, marks=marks)


def _dated(text: str, span: Span, order: str) -> tuple[Span, ...]:
    """Where the dates of a stretch stand, and what is in brackets with a year."""
    noted = _YEAR_NOTE.finditer(text, span.start, span.end)
    return (
        *(rivals[0].span for rivals in search_dates(text, span.start, span.end, order)),
        *(Span(note.start() + 1, note.end() - 1) for note in noted),
    )


def trim(text: str, span: Span) -> Span:
    """A span without blanks and marks at its edges."""
    start, end = span
    if start < end and text[start] not in _EDGES and text[end - 1] not in _ENDS:
        return span
    said = text[start:end].lstrip(_EDGES)
    start = end - len(said)
    return Span(start, start + len(said.rstrip(_ENDS)))
