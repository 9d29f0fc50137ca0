"""Dates of running text as ISO 8601 prefixes at the precision written, with their rivals.

Adding a notation is one ``Form`` in ``date_figures``, ``date_words`` or ``date_eras``; of two forms
that begin at the same character the one further up in ``FORMS`` is tried first. What no form
declares is left to dateparser (``date_fallback``).
"""

from __future__ import annotations

from functools import cache, lru_cache

from pipeline.model.source import Span
from pipeline.model.value import Reading
from pipeline.normalize.dates.eras import ERA_FORMS
from pipeline.normalize.dates.fallback import find_unlisted
from pipeline.normalize.dates.figures import FIGURE_FORMS
from pipeline.normalize.dates.form import form_words
from pipeline.normalize.dates.iso import iso_dates
from pipeline.normalize.dates.order import date_order
from pipeline.normalize.dates.part import era_names
from pipeline.normalize.dates.scan import Literal, Scanner
from pipeline.normalize.dates.window import may_begin_date, windows
from pipeline.normalize.dates.words import WORD_FORMS
from pipeline.normalize.dates.year import find_years

__all__ = ["FORMS", "IMPOSSIBLE", "date_order", "find_dates", "find_years", "search_dates"]

IMPOSSIBLE = "impossible"
SHORT_YEAR = "two-digit year"
FORMS = (*FIGURE_FORMS, *WORD_FORMS, *ERA_FORMS)

Readings = tuple[Reading[str], ...]


def date_words() -> tuple[str, ...]:
    """The words of dates besides the names of months: of eras and of what stands between figures."""
    return (*era_names(), *form_words(FORMS))


def find_dates(
    text: str, start: int = 0, end: int | None = None, order: str = ""
) -> tuple[Readings, ...]:
    """The rival readings of every date in ``text[start:end]``, best first, in the text's order.

    All readings of one date share its span. An impossible date (``Feb. 30, 2015``) gives one
    reading with an empty value and the qualifier ``impossible``. ``order`` (``dmy``, ``mdy``,
    ``ymd``, ``minguo``) is the page's own, from ``date_order``: it ranks the rivals of 03/04/2015 and lets
    96.6.19 be a date. Weekdays and times of day are left out of the span.
    """
    stop = len(text) if end is None else end
    return search_dates(text, start, stop, order) if may_begin_date(text, start, stop) else ()


@lru_cache(maxsize=2048)  # several readers ask for the dates of a line
def search_dates(text: str, start: int, end: int, order: str) -> tuple[Readings, ...]:
    """As ``find_dates``, for those who know that a date may begin in the stretch."""
    stretches = windows(text, start, end)
    return tuple([rivals for window in stretches for rivals in _in_window(text, window, order)])


def _in_window(text: str, window: Span, order: str) -> list[Readings]:
    literals = _scanner(with_order=bool(order)).scan(text, window)
    declared = [rivals for literal in literals if (rivals := _readings(literal, order))]
    taken = tuple(rivals[0].span for rivals in declared)
    unlisted = tuple(find_unlisted(text, window, taken))
    if not unlisted:
        return declared
    return sorted((*declared, *unlisted), key=lambda rivals: rivals[0].span)


@cache
def _scanner(*, with_order: bool) -> Scanner:
    return Scanner(tuple(form for form in FORMS if with_order or not form.only_with_order))


def _readings(literal: Literal, order: str) -> Readings:
    """The possible dates of a literal; an impossible one unless its form is loose."""
    rule = f"date:{literal.form.name}"
    short = SHORT_YEAR if {"yy", "s1"} & literal.parts.keys() else ""
    dates = iso_dates(literal.parts, order)
    if dates or literal.form.loose:
        return tuple(Reading(iso, literal.span, rule, qualifier=short) for iso in dates)
    return (Reading("", literal.span, rule, qualifier=IMPOSSIBLE),)
