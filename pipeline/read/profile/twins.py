"""Lists of partner towns on the page of another: "Twin towns", then "Lyon, France, since 1979"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from pipeline.model.source import BLANK, BULLET, FIELD, NOTE, PROSE, Line, Profile, Span
from pipeline.normalize.digits import has_digit
from pipeline.normalize.lexeme import alternation, words
from pipeline.normalize.place import country_code, find_countries
from pipeline.normalize.stretch import dates
from pipeline.read.profile.heading import is_proper
from pipeline.read.profile.named import place_name
from pipeline.read.profile.signal import ties
from pipeline.read.profile.since import LONGEST, before_tail, tie_tail

_LONGEST_HEADING = 60
_LONGEST_ROW, _FEWEST = 600, 2
_NAME = r"[^\W\d_](?:[^\d()\[\],;:.]|\.(?=\w)){1,40}?"
_DAY = r"[^()\[\]]{4,24}"
_ITEM = re.compile(rf"(?P<name>{_NAME})\s*[(\[](?P<day>{_DAY})[)\]]")
_TELLING = {PROSE, FIELD}


def take_twins(text: str, lines: Sequence[Line]) -> tuple[tuple[Profile, ...], tuple[Line, ...]]:
    """The partner towns listed below a heading of ties, and the lines with theirs made notes."""
    found: dict[int, tuple[Profile, ...]] = {}
    above: Line | None = None  # the last line that is no twin
    for index, line in enumerate(lines):
        if line.kind is BLANK:
            continue
        heads = index + 1 < len(lines) and lines[index + 1].kind in _TELLING
        twins: tuple[Profile, ...] = ()
        if above is not None and not heads and _has_day(text, line) and _heads_ties(text, above):
            twin = _twin(text, line, above.span)
            twins = tuple(_row(text, line, above.span)) if twin is None else (twin,)
        if twins:
            found[index] = twins
        else:
            above = line
    if not found:
        return (), tuple(lines)
    rest = (
        line._replace(kind=NOTE, label=None) if index in found else line
        for index, line in enumerate(lines)
    )
    return tuple(chain.from_iterable(found.values())), tuple(rest)


def _has_day(text: str, line: Line) -> bool:
    """Whether a line is short enough for twins and has a digit, without which it tells no day."""
    return line.span.end - line.span.start <= _LONGEST_ROW and has_digit(text, *line.span)


def _heads_ties(text: str, line: Line) -> bool:
    said = text[slice(*line.span)]
    return len(said) <= _LONGEST_HEADING and not any(map(str.isdigit, said)) and bool(ties(said))


def _twin(text: str, line: Line, heading: Span) -> Profile | None:
    """The profile of a line that is a town with its country and its day, and nothing else."""
    tail = tie_tail(text, line.span) if line.span.end - line.span.start <= LONGEST else None
    if tail is None:
        return None
    body = before_tail(text, place_name(text, line._replace(body=line.span, label=None)))
    town, _, country = text[slice(*body)].replace("(", ",").rpartition(",")
    if not is_proper(town.split(",")[0]) or not country_code(country.strip(" )")):
        return None
    told = Line(BULLET, line.span, None, tail, heading)
    return Profile(Span(body.start, tail.end), body, (told,))


def _row(text: str, line: Line, heading: Span) -> Iterator[Profile]:
    """The profiles of a line that lists towns with their days: "Alba (4 Oct 1963), Norvale (1972)"."""
    if not _items().fullmatch(text, *line.span):
        return
    items = [
        (Span(*m.span("name")), Span(*m.span("day"))) for m in _ITEM.finditer(text, *line.span)
    ]
    if len(items) < _FEWEST or not all(
        is_proper(text[slice(*name)]) and dates(text, day) for name, day in items
    ):
        return
    parent = heading if find_countries(text, *heading) else None
    for name, day in items:
        told = Line(BULLET, Span(name.start, day.end), None, day, heading)
        yield Profile(Span(name.start, day.end), name, (told,), parent)


@cache
def _items() -> re.Pattern[str]:
    """Nothing but names with their days, with commas or words for and between them."""
    joint = rf"[,;、.]?\s*(?:{alternation(words('and_words'))}\s)?"
    return re.compile(rf"(?:{_NAME}\s*[(\[]{_DAY}[)\]]{joint}){{2,40}}", re.IGNORECASE)
