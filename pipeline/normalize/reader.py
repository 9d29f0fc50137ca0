"""Readers: what a field asks of a stretch of text, each giving rival readings for every literal.

All take folded text (``text.fold``) and give spans in its offsets, which are the document's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from pipeline.lexicon.tables import toml_table
from pipeline.lexicon.taught import cached
from pipeline.model.source import Span
from pipeline.model.value import Context, Marks, Reading
from pipeline.normalize.date import find_dates, find_years, search_dates
from pipeline.normalize.dates.window import may_begin_date
from pipeline.normalize.figure import Figure, find_figures
from pipeline.normalize.number import COUNTED
from pipeline.normalize.occurrence import begins, occurrences
from pipeline.normalize.place import country_code, find_countries
from pipeline.normalize.unit import dimension_of

Readings = tuple[Reading[Decimal], ...] | tuple[Reading[str], ...]
Reader = Callable[[str, Span, Context], tuple[Readings, ...]]

_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'|\])}]+|(?<![@\w.])(?:[\w-]+\.)+[a-z]{2,6}(?:/[^\s<>\"'|\])]*)?",
    re.IGNORECASE,
)
# What every address has: two slashes, or a point before a letter or behind "www".
_OF_URL = re.compile(r"://|\.(?:(?=[a-z])|(?<=www\.))", re.IGNORECASE)
_YEAR_NOTE = re.compile(r"[(\[][^()\[\]\d]{0,20}(?:1[89]|20)\d\d[^()\[\]\d]{0,20}[)\]]")
_MULTIPLE = re.compile(r"[ -]?(?:times|fold|mal|배|倍)")  # of another place: a claim
_DIGIT = re.compile(r"\d")
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
    return tuple((reading,) for reading in find_years(text, span.start, span.end))


def date_spans(text: str, span: Span, order: str = "") -> tuple[Span, ...]:
    """Where the dates of a stretch stand, for passing over their digits."""
    return tuple(rivals[0].span for rivals in find_dates(text, span.start, span.end, order))


def has_figure(text: str, span: Span) -> bool:
    """Whether a stretch of a page has a digit, of which the whole page is searched once."""
    return begins(_DIGIT, text, span.start, span.end)


def digits_of(text: str, span: Span) -> tuple[int, ...]:
    """Where the digits of a stretch of a page stand."""
    return occurrences(_DIGIT, text).between(*span)


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
    return tuple(find_figures(text, span, context, skip))


@cached(256)  # a label, claims and prose ask for the figures of a line
def _figures(text: str, span: Span, marks: Marks, unit: str) -> tuple[Figure, ...]:
    if not has_figure(text, span):
        return ()
    skip = _dated(text, span, marks.date_order) if may_begin_date(text, *span) else ()
    return tuple(find_figures(text, span, Context(unit=unit, marks=marks), skip))


def _dated(text: str, span: Span, order: str) -> tuple[Span, ...]:
    """Where the dates of a stretch stand, and what is in brackets with a year."""
    noted = _YEAR_NOTE.finditer(text, span.start, span.end)
    return (
        *(rivals[0].span for rivals in search_dates(text, span.start, span.end, order)),
        *(Span(note.start() + 1, note.end() - 1) for note in noted),
    )


def measure(dimension: str, unit: str) -> Reader:
    """A reader of measures of one dimension, converted to ``unit``.

    A bare number is taken where the label gives the unit; without any it is read in ``unit`` and
    says so in its qualifier.
    """

    def read(text: str, span: Span, context: Context) -> tuple[Readings, ...]:
        found = figures(text, span, context)
        written = tuple(f.read(context, unit) for f in found if f.dimension == dimension)
        return written or tuple(_bare(f, context, unit) for f in found[:1] if f.dimension == "")

    return read


def _bare(figure: Figure, context: Context, unit: str) -> tuple[Reading[Decimal], ...]:
    if dimension_of(context.unit) == dimension_of(unit):
        return figure.read(context, unit)
    return tuple(
        reading._replace(unit=unit, qualifier=f"{reading.qualifier} unit assumed".strip())
        for reading in figure.read(context._replace(unit=""))
    )


def count(unit: str) -> Reader:
    """A reader of whole numbers: of two rival readings the one without a fraction comes first."""

    def read(text: str, span: Span, context: Context) -> tuple[Readings, ...]:
        counted = context._replace(unit=unit)
        found = figures(text, span, counted)
        named = [f for f in found if f.dimension == unit]
        bare = [f for f in found if f.dimension == "" and not _MULTIPLE.match(text, f.span.end)]
        order = whole_first if context.multiplier == 1 else _as_marked
        return tuple(order(f, f.read(counted, unit)) for f in (*named, *bare))

    return read


def whole_first(
    figure: Figure, rivals: tuple[Reading[Decimal], ...]
) -> tuple[Reading[Decimal], ...]:
    """Readings of a count: "14.000 inhabitants" are fourteen thousand, whatever the mark.

    With a scale word a fraction is no objection: "1.220 million".
    """
    if figure.number.explicit:
        return rivals
    return tuple(sorted(rivals, key=lambda reading: reading.rule == "number:decimal"))


# Finer than any page gives a height, an area in hectares or a sum in words.
_FINEST = {"meter": 2, "hectare": 2, "meter ** 2": 2, "money": 2}


def plausible_first(
    figure: Figure, rivals: tuple[Reading[Decimal], ...]
) -> tuple[Reading[Decimal], ...]:
    """Readings of a measure: "1.240 ha" and "1.450 m" are no figures to the millimetre."""
    decimals = _FINEST.get(figure.unit)
    if decimals is None or len(rivals) < 2:
        return rivals
    return tuple(sorted(rivals, key=lambda reading: reading.rule == "number:decimal"))


def _as_marked(
    figure: Figure, rivals: tuple[Reading[Decimal], ...]
) -> tuple[Reading[Decimal], ...]:
    """Readings of a count of thousands: its fraction is no objection ("86.283" thousand)."""
    del figure
    return rivals


def money(text: str, span: Span, context: Context) -> tuple[Readings, ...]:
    """Amounts of money; a bare number takes the currency of its label or of the amount before."""
    currency = context.currency
    found: list[Readings] = []
    for figure in figures(text, span, context):
        if figure.dimension not in {"money", "", "length"}:
            continue
        currency = figure.currency or currency
        found.append(
            tuple(r._replace(currency=currency, unit="money") for r in figure.read(context))
        )
    return tuple(found)


def share(text: str, span: Span, context: Context) -> tuple[Readings, ...]:
    """Percentages, as written: 40.7 % is 40.7."""
    return tuple(
        figure.read(context, "percent")
        for figure in figures(text, span, context)
        if figure.dimension in {"share", ""}
    )


def date(text: str, span: Span, context: Context) -> tuple[Readings, ...]:
    """Dates at the precision written; a lone year where there is no fuller date."""
    return dates(text, span, context.marks.date_order)


def plain(text: str, span: Span, context: Context) -> tuple[Readings, ...]:
    """The text itself, without the blanks and marks around it."""
    del context
    trimmed = trim(text, span)
    quoted = text[trimmed.start : trimmed.end]
    return ((Reading(quoted, trimmed, "text"),),) if quoted else ()


def trim(text: str, span: Span) -> Span:
    """A span without blanks and marks at its edges."""
    start, end = span
    if start < end and text[start] not in _EDGES and text[end - 1] not in _ENDS:
        return span
    said = text[start:end].lstrip(_EDGES)
    start = end - len(said)
    return Span(start, start + len(said.rstrip(_ENDS)))


def website(text: str, span: Span, context: Context) -> tuple[Readings, ...]:
    """Web addresses, with or without scheme."""
    del context
    if not begins(_OF_URL, text, span.start, span.end):
        return ()
    found = []
    for match in _URL.finditer(text[span.start : span.end]):
        address, start = match[0].rstrip(".,;"), span.start + match.start()
        found.append((Reading(address, Span(start, start + len(address)), "url"),))
    return tuple(found)


def country(text: str, span: Span, context: Context) -> tuple[Readings, ...]:
    """A country named: the whole text if it is one or its sign, else those mentioned in it."""
    del context
    trimmed = trim(text, span)
    said = text[trimmed.start : trimmed.end]
    code = country_code(said) or toml_table("structure.toml")["vehicle_signs"].get(said, "")
    if code:
        return ((Reading(code, trimmed, "country:whole"),),)
    return tuple((reading,) for reading in find_countries(text, trimmed.start, trimmed.end))
