"""The value behind a label: which of its literals the field of the label holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from pipeline.extract.labelled.listed import read_list
from pipeline.extract.page import LABELLED, Candidate, Page
from pipeline.extract.tie.event import is_other_event
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Line, Span
from pipeline.model.value import Context
from pipeline.normalize.date import find_years
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import alternation, words
from pipeline.normalize.reader import Readings
from pipeline.normalize.stretch import dates, figures, trim
from pipeline.normalize.unit import find_unit
from pipeline.read.profile.when import only_says_when
from pipeline.schema.field import Field, Kind
from pipeline.schema.place import AGREEMENTS, BY_NAME

_MEANS = {"elevation_m"}  # fields of which a range gives no value
_EVENT = 24
_FIRST_COUNTS = "1700"  # before, nobody counted: "Hindu 97648 and others 1565"
_YEAR = 4  # letters of one
_ROUNDING = Decimal("0.04")  # "1.2 square miles (3.2 square km)"


def read_field(
    page: Page, line: Line, field: str, context: Context, label: str
) -> Iterator[Candidate]:
    """What a field reads in the value behind its label, the literal that holds first."""
    declared = BY_NAME[field]
    if declared.is_list and declared.kind is not Kind.DATE:
        yield from read_list(page, line.body, field, label)
        return
    read = declared.read(page.text, line.body, context)
    figure = declared.kind in {Kind.COUNT, Kind.MONEY, Kind.NUMBER}
    if declared.kind is Kind.COUNT and only_says_when(page.text, line.body):
        return
    as_of = _dated(page, line.body, read, context.as_of) if figure else ""
    kept = _plainly(page, line.body, _without_dates(page, line.body, read, as_of))
    kept = _own_unit_first(page, declared, kept)
    if field in AGREEMENTS:
        kept = _without_events(page, [*_opening_year(page, line.body, kept), *kept])
    for order, readings in enumerate(kept):
        weight = LABELLED if order == 0 or declared.is_list else LABELLED / (2 + order)
        again = declared.kind is Kind.DATE and _restates(page, kept, order)
        if again or (field in _MEANS and is_range(page, line.body)):
            weight = 0.0
        dated = as_of if order == 0 else context.as_of
        yield Candidate(field, readings, "labelled", weight, label, as_of=dated)


def _dated(page: Page, body: Span, read: Sequence[Readings], told: str) -> str:
    """The date of the first figure: the one beside it, else the one that its label has (``told``).

    Where the label has one, a date behind a second figure is that one's: "1,555, up from 1,617 in 2016".
    """
    if told and len(read) > 1:
        days = [found[0].span for found in dates(page.text, body, page.marks.date_order)]
        others = [one[0].span for one in read[1:]]
        second = next((o for o in others if not any(day.meets(o) for day in days)), None)
        body = body if second is None else Span(body.start, second.start)
    return _as_of(page, body, read) or told


def _as_of(page: Page, body: Span, read: Sequence[Readings]) -> str:
    """The date beside a figure: "(as of 2013)", "(30-11-2023)", "оценка 2010"."""
    taken = [readings[0].span for readings in read[:1]]
    for readings in dates(page.text, body, page.marks.date_order):
        span = readings[0].span
        value = str(readings[0].value)
        if value >= _FIRST_COUNTS and not any(span.meets(other) for other in taken):
            return value
    return ""


def _without_dates(
    page: Page, body: Span, read: Sequence[Readings], as_of: str
) -> Sequence[Readings]:
    """The readings of a body but for the date beside the first one: "(as of 2013)" is no figure."""
    if not as_of or len(read) < 2:
        return read
    spans = [found[0].span for found in dates(page.text, body, page.marks.date_order)]
    return [
        readings
        for order, readings in enumerate(read)
        if order == 0 or not any(span.covers(readings[0].span) for span in spans)
    ]


def _opening_year(page: Page, body: Span, read: Sequence[Readings]) -> Iterator[Readings]:
    """The year with which a value opens that has fuller dates behind it: "2003 (renewed in May 2013)"."""
    start = trim(page.text, body).start
    if not read or read[0][0].span.start <= start:
        return
    first = next(iter(find_years(page.text, start, read[0][0].span.start)), None)
    if first is not None and first.span.start == start:
        yield (first,)


def _without_events(page: Page, read: Sequence[Readings]) -> Sequence[Readings]:
    """The days of a tie without later ones of another event: "since 1990 (merged 2005)"."""
    ends = [0, *(readings[0].span.end for readings in read)]
    return [
        readings
        for order, (end, readings) in enumerate(zip(ends, read, strict=False))
        if order == 0 or not _is_of_event(page.text, end, readings[0].span.start)
    ]


def _is_of_event(text: str, end: int, date: int) -> bool:
    """Whether words before a date and behind the last one speak of another event; a renewal is none."""
    if _conceding().search(text, end, date):
        return True
    start = max(end, date - _EVENT)
    return is_other_event(text, start, date) and not _renewing().search(text, start, date)


@cache
def _conceding() -> Glossary:
    """Words with which a value goes on to what came before the tie: "2006, though ties date from 1988"."""
    return Glossary(toml_table("structure.toml")["conceding_words"])


@cache
def _renewing() -> Glossary:
    return Glossary(toml_table("structure.toml")["renewing_words"])


def _plainly(page: Page, body: Span, read: Sequence[Readings]) -> Sequence[Readings]:
    """Readings without those of a template's marks beside the same in words: "{{start date|1947}}"."""
    if page.text.find("{{", body.start, body.end + 1) < 0:
        return read
    said = [readings[0].value for readings in read]
    return [
        readings
        for readings in read
        if not page.text.startswith("{{", readings[0].span.start)
        or said.count(readings[0].value) == 1
    ]


def _restates(page: Page, read: Sequence[Readings], order: int) -> bool:
    """Whether a year only says again, in a bracket, of when the date before it is: "昭和36年9月22日（1961年）"."""
    if not order:
        return False
    before, own = read[order - 1][0], read[order][0]
    between = page.text[before.span.end : own.span.start].strip()
    is_fuller = len(str(before.value)) > len(str(own.value)) == _YEAR
    return between == "(" and is_fuller


def _own_unit_first(page: Page, declared: Field, read: Sequence[Readings]) -> Sequence[Readings]:
    """One amount in two units with that of the field first: "87 square miles (226 square km)"."""
    if len(read) < 2 or declared.kind is not Kind.NUMBER:
        return read
    first, second = read[0], read[1]
    written = [find_unit(page.text, *readings[0].span) for readings in (first, second)]
    names = [unit.name if unit else "" for unit in written]
    if names[0] in {"", declared.unit} or names[1] != declared.unit:
        return read
    return (second, first, *read[2:]) if _agree(first[0].value, second[0].value) else read


def _agree(one: object, other: object) -> bool:
    """Whether two amounts are one but for rounding."""
    if not isinstance(one, Decimal) or not isinstance(other, Decimal):
        return False
    return abs(one - other) <= _ROUNDING * max(abs(one), abs(other))


def is_range(page: Page, body: Span) -> bool:
    """Whether a value goes from one figure to another: "190 to 270 m" gives no mean."""
    found = figures(page.text, body, page.context)
    return len(found) > 1 and bool(
        _range_mark().fullmatch(page.text, found[0].span.end, found[1].span.start)
    )


@cache
def _range_mark() -> re.Pattern[str]:
    words_to = alternation((*words("to_words"), *words("until_words")))
    return re.compile(rf"\s*(?:[-~]|{words_to})\s*", re.IGNORECASE)
