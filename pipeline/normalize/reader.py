"""Readers: what a field asks of a stretch of text, each giving rival readings for every literal.

All take folded text (``text.fold``) and give spans in its offsets, which are the document's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Context, Reading
from pipeline.normalize.dimension import dimension_of
from pipeline.normalize.figure import Figure
from pipeline.normalize.occurrence import Sought
from pipeline.normalize.place import country_code, find_countries
from pipeline.normalize.stretch import dates, figures, trim

Readings = tuple[Reading[Decimal], ...] | tuple[Reading[str], ...]
Reader = Callable[[str, Span, Context], tuple[Readings, ...]]

_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'|\])}]+|(?<![@\w.])(?:[\w-]+\.)+[a-z]{2,6}(?:/[^\s<>\"'|\])]*)?",
    re.IGNORECASE,
)
# What every address has: two slashes, or a point before a letter or behind "www".
_OF_URL = Sought(re.compile(r"://|\.(?:(?=[a-z])|(?<=www\.))", re.IGNORECASE))
_MULTIPLE = re.compile(r"[ -]?(?:times|fold|mal|배|倍)")  # of another place: a claim


def measure(dimension: str, unit: str) -> Reader:
    """A reader of measures of one dimension, converted to ``unit``.

    A bare number is taken where the label gives the unit; without any it is read in ``unit`` and
    says so in its qualifier.
    """

    def read(text: str, span: Span, context: Context) -> tuple[Readings, ...]:
        found = figures(text, span, context)
        written = tuple(
            _whole_meters(f, f.read(context, unit)) for f in found if f.dimension == dimension
        )
        return written or tuple(_bare(f, context, unit) for f in found[:1] if f.dimension == "")

    return read


def _bare(figure: Figure, context: Context, unit: str) -> tuple[Reading[Decimal], ...]:
    if dimension_of(context.unit) == dimension_of(unit):
        return _whole_meters(figure, figure.read(context, unit))
    assumed = tuple(
        reading._replace(unit=unit, qualifier=f"{reading.qualifier} unit assumed".strip())
        for reading in figure.read(context._replace(unit=""))
    )
    return _whole_meters(figure, assumed)


def _whole_meters(
    figure: Figure, rivals: tuple[Reading[Decimal], ...]
) -> tuple[Reading[Decimal], ...]:
    """Readings of a height: "2.149 m" gives none to the millimetre, whatever the page's mark."""
    if len(rivals) < 2 or rivals[0].unit != "meter" or figure.unit not in {"", "meter"}:
        return rivals
    return whole_first(figure, rivals)


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


def website(text: str, span: Span, context: Context) -> tuple[Readings, ...]:
    """Web addresses, with or without scheme."""
    del context
    if not _OF_URL.begins(text, span.start, span.end):
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
