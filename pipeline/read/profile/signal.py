"""Which facts lines state, judged cheaply: enough to tell a profile from the rest of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Line, LineKind, Span
from pipeline.model.value import Context
from pipeline.normalize.digits import has_digit
from pipeline.normalize.figure import find_figures
from pipeline.normalize.lexeme import alternation, pattern
from pipeline.normalize.reader import dates
from pipeline.read.grammar import line_meaning, meaning_at
from pipeline.schema.place import AGREEMENTS, BY_NAME

_SHORT = 2
_MENU = re.compile(r"\S(?:\s{2,}|\s*\|\s*)\S")  # "Residents   Business   Visit"
CORE = frozenset({"area_km2", "population", "agreement", "density_per_km2", "gdp", "households"})
_AGREEMENT_KINDS = ("sisterhood", "friendship", "other")


def facts_of(text: str, lines: Iterable[Line]) -> frozenset[str]:
    """The core facts that lines state by label or in prose; every tie counts as ``agreement``."""
    found: set[str] = set()
    for line in lines:
        if line.kind is LineKind.FIELD:
            found |= _labelled(text, line)
        elif line.kind not in {LineKind.BLANK, LineKind.NOTE, LineKind.HEADING}:
            found |= prose_facts(text[line.body.start : line.body.end])
    return frozenset(found)


def _labelled(text: str, line: Line) -> set[str]:
    label = line.group if line.group and line.label is None else line.label
    if label is None or line.body.start == line.body.end:
        return set()
    fields = (line_meaning(text, line) if label is line.label else meaning_at(text, label)).fields
    named = {"agreement" if field in AGREEMENTS else field for field in fields}
    if line.group and meaning_at(text, label).total:
        named |= set(meaning_at(text, line.group).fields)
    said = text[slice(*line.body)]
    if not any(map(str.isnumeric, said)):
        named.discard("agreement")
        named = set() if _MENU.search(said) else named
    return named & CORE or set(prose_facts(text[line.body.start : line.body.end]))


def headline_of(text: str, lines: Iterable[Line]) -> frozenset[str]:
    """The fields among the lines' labels with which a profile begins, or which are core facts."""
    return frozenset(
        field
        for line in lines
        if line.kind is LineKind.FIELD and line.label is not None
        for field in line_meaning(text, line).fields
        if BY_NAME[field].headline or field in AGREEMENTS
    )


@lru_cache(maxsize=8192)
def prose_facts(sentence: str) -> frozenset[str]:
    """The core facts that a piece of prose seems to state."""
    found: set[str] = set()
    span = Span(0, len(sentence))
    if has_digit(sentence):
        dimensions = {figure.dimension for figure in find_figures(sentence, span, Context())}
        if pattern("founded_cues").search(sentence) and dates(sentence, span):
            found.add("founded")
        if "area" in dimensions and pattern("area_cues").search(sentence):
            found.add("area_km2")
        if pattern("population_cues").search(sentence) or "person" in dimensions:
            found.add("population")
        if ties(sentence) and dates(sentence, span):
            found.add("agreement")
    return frozenset(found)


def ties(sentence: str) -> str:
    """Which kind of tie a sentence speaks of: sisterhood, friendship, other, or none (empty)."""
    for kind in _AGREEMENT_KINDS:
        if pattern("agreement_cues", kind).search(sentence):
            return kind
    return ""


def tie_kinds(sentence: str) -> tuple[str, ...]:
    """The kinds of ties that a sentence names; one of unsaid kind only where it names no other."""
    found = tuple(
        kind for kind in _AGREEMENT_KINDS if pattern("agreement_cues", kind).search(sentence)
    )
    return found if found == ("other",) else tuple(kind for kind in found if kind != "other")


def tie_end(sentence: str, kind: str) -> int:
    """Where the first word for a tie of a kind ends in a sentence."""
    match = pattern("agreement_cues", kind).search(sentence)
    return match.end() if match else 0


def since_tail(text: str, span: Span) -> Span | None:
    """The end of a heading that says since when: "Adelaide, Australia - since 1972"."""
    match = _since_tail().search(text, *span)
    return Span(*match.span()) if match and match.start() > span.start else None


def since_behind(text: str, span: Span) -> Span | None:
    """The words right behind a name that say since when: ", since 1972, 9,000 people"."""
    match = _since().match(text, *span)
    return Span(*match.span()) if match else None


@cache
def _since() -> re.Pattern[str]:
    since = (word for word in toml_table("structure.toml")["since_words"] if len(word) > _SHORT)
    return re.compile(
        rf"[\s,()-]{{0,4}}{alternation(since)}\b[^\d\n,;]{{0,15}}\d[^\n,;]{{0,20}}", re.IGNORECASE
    )


@cache
def _since_tail() -> re.Pattern[str]:
    since = (word for word in toml_table("structure.toml")["since_words"] if len(word) > _SHORT)
    return re.compile(
        rf"[\s,(-]{{0,4}}{alternation(since)}\b[^\d\n]{{0,15}}\d[^\n]{{0,20}}$", re.IGNORECASE
    )


def same_place(name: str, other: str) -> bool:
    """Whether one name stands whole inside the other, in keys (``text.key``)."""
    short, long = sorted((name, other), key=len)
    at = long.find(short)
    if at < 0 or not short:
        return False
    edges = long[at - 1 : at] + long[at + len(short) : at + len(short) + 1]
    return not any(edge.isalpha() and edge.isascii() for edge in edges)
