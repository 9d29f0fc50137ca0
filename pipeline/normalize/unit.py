"""Units beside figures, and where a stretch names one that so many people share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.lexicon.taught import cached
from pipeline.model.source import Span
from pipeline.normalize.dimension import area_spellings, known_units, unit_spellings
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import beginnings, first_words, flatten
from pipeline.normalize.text import key, past_blank

_TWO_BLANKS = re.compile(r"[ \t\xa0]{2}")
_LONGEST = 20  # characters of a word for per
_EXPONENTS = frozenset("²³")
_FIGURE_BEFORE = re.compile(r"[\d.,]")
_EDGE = re.compile(r"(?<=[ (\[/])(?=\S)|(?=/)")  # where a unit can begin in a label


class Unit(NamedTuple):
    """A unit beside a figure: where it stands, pint's name for it and its dimension."""

    span: Span
    name: str
    dimension: str


class _Table(NamedTuple):
    """What is known of units, with the words of the teaching in force: looked up once a figure."""

    beginnings: frozenset[str]
    units: Glossary
    per_opens: tuple[str, ...]
    per: Glossary
    one: Glossary
    land: Glossary
    spellings: Mapping[str, tuple[str, str]]


@cached()
def _table() -> _Table:
    per = toml_table("units.toml")["per"]
    first = beginnings(unit_spellings()) | beginnings(flatten(per["before"]))
    units, land = Glossary(unit_spellings()), Glossary(area_spellings())
    opens, before = first_words(per["before"]), Glossary(per["before"])
    return _Table(first, units, opens, before, Glossary(per["one"]), land, known_units())


def unit_beginnings() -> frozenset[str]:
    """The characters with which a unit or a word for per begins."""
    return _table().beginnings


def unit_at(text: str, at: int, end: int) -> Unit | None:
    """The unit that begins at an offset of folded text, after a blank or two on its line."""
    table = _table()
    if text[at : min(end, at + 3)].lstrip()[:1] not in table.beginnings:
        return None
    start = _behind_gap(text, at) if text[at].isspace() else at
    said = _first(table.units, text, start, end)
    if said is None:
        return _density_at(table, text, start, end)
    word = text[slice(*said)]
    name, dimension = table.spellings.get(word) or table.spellings[key(word)]
    return Unit(said, name, dimension)


def _behind_gap(text: str, at: int) -> int:
    """Where what follows a blank or two on one line begins."""
    return at + 2 if _TWO_BLANKS.match(text, at) else at + 1


def _first(spellings: Glossary, text: str, at: int, end: int) -> Span | None:
    """The longest spelling that begins here without an exponent behind it: "km" is none of "km²"."""
    hit = spellings.match(text, at, end)
    if hit is None:
        return None
    if hit.last >= end or text[hit.last] not in _EXPONENTS:
        return Span(hit.first, hit.last)
    hits = spellings.matches(text, at, end)
    found = (hit for hit in hits if hit.last >= end or text[hit.last] not in _EXPONENTS)
    return next((Span(*hit) for hit in found), None)


def _density_at(table: _Table, text: str, at: int, end: int) -> Unit | None:
    """A unit of area behind a word for per: "je km²", "на 1 кв. км", "to the square mile"."""
    if not text[at : at + _LONGEST].lower().startswith(table.per_opens):
        return None
    for per in table.per.matches(text, at, end):
        start = past_blank(text, per.last)
        for begin in (*_behind_one(table, text, start, end), start):
            if land := _first(table.land, text, begin, end):
                area, _ = table.spellings[key(text[slice(*land)])]
                return Unit(Span(at, land.end), f"1 / {area}", "density")
    return None


def _behind_one(table: _Table, text: str, at: int, end: int) -> tuple[int, ...]:
    """Where a unit may begin behind a word for one."""
    return tuple(past_blank(text, one.last) for one in table.one.matches(text, at, end))


def find_bases(text: str, span: Span) -> Iterator[Span]:
    """Where a stretch names one unit of area that so many people share: "1平方キロあたり"."""
    start, end = span
    for at, _ in _base_words().spans(text, start, end) if names_land(text, span) else ():
        stop = _base_end(text, at, end) if at >= start else None
        if stop is not None:
            yield Span(at, stop)
            start = stop


def _base_end(text: str, at: int, end: int) -> int | None:
    """Where a unit of area ends with a word for one or each before it, or for per behind it."""
    if _FIGURE_BEFORE.match(text[at - 1 : at]):
        return None
    table, behind = _table(), _behind()
    ones = _behind_one(table, text, at, end)
    for begin in (*ones, at):
        for land in table.land.matches(text, begin, end):
            start = past_blank(text, land.last)
            if per := _first(behind, text, start, end):
                return per.end
    bases = (_first(table.land, text, begin, end) for begin in ones)
    return next((base.end for base in bases if base), None)


@cache
def _behind() -> Glossary:
    """Words for per behind a unit."""
    return Glossary(toml_table("units.toml")["per"]["behind"])


def names_land(text: str, span: Span) -> bool:
    """Whether a unit in which land is measured can stand in a stretch."""
    return _land().may_stand(text, *span)


@cache
def _land() -> Glossary:
    return Glossary(area_spellings())


@cache
def _base_words() -> Glossary:
    """What a base begins with: a word for one, or a unit of area."""
    return Glossary((*toml_table("units.toml")["per"]["one"], *area_spellings()))


def find_unit(text: str, start: int, end: int) -> Unit | None:
    """The first unit in a label or header such as ``Area (In Sq.K.M.)``, or None."""
    edges = (match.start() for match in _EDGE.finditer(text, start, end))
    found = (unit_at(text, at, end) for at in (start, *edges))
    return next((unit for unit in found if unit), None)
