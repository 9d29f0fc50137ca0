"""Which facts lines state, judged cheaply: enough to tell a profile from the rest of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from pipeline.lexicon.taught import cached
from pipeline.model.source import BLANK, FIELD, HEADING, NOTE, Line, Span
from pipeline.normalize.date import find_dates, find_years
from pipeline.normalize.digits import has_digit
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.lexeme import words
from pipeline.normalize.mark import page_context
from pipeline.normalize.prepared import cuts_word
from pipeline.normalize.stretch import figures
from pipeline.read.grammar import line_meaning, meaning_at
from pipeline.read.profile.land import has_land
from pipeline.read.profile.when import is_of_census, may_count, only_says_when
from pipeline.schema.place import AGREEMENTS, BY_NAME

_MENU = re.compile(r"\S(?:\s{2,}|\s*\|\s*)\S")  # "Residents   Business   Visit"
CORE = frozenset({"area_km2", "population", "agreement", "density_per_km2", "gdp", "households"})
SIZES = frozenset({"area_km2", "population"})  # those that nearly every profile has
NOTHING: frozenset[str] = frozenset()
_SILENT = frozenset([BLANK, NOTE, HEADING])
_NAMES = frozenset({"name", "country"})
_CUES = ("area_cues", "population_cues", "founded_cues")
_AGREEMENT_KINDS = ("sisterhood", "friendship", "other")


def facts_of(text: str, lines: Iterable[Line]) -> frozenset[str]:
    """The core facts that lines state by label or in prose; every tie counts as ``agreement``."""
    return NOTHING.union(*[line_facts(text, line) for line in lines])


def line_facts(text: str, line: Line) -> frozenset[str]:
    """The core facts that one line states."""
    if line.kind is FIELD:
        return labelled_facts(text, line, _named(text, line))
    return NOTHING if line.kind in _SILENT else told_facts(text, line.body)


def _named(text: str, line: Line) -> frozenset[str]:
    """The core facts that the label of a line names, or the group above it where it has none."""
    if line.label is None:
        return core(meaning_at(text, line.group).fields) if line.group else NOTHING
    named = core(line_meaning(text, line).fields)
    if line.group and meaning_at(text, line.label).total:
        named |= CORE.intersection(meaning_at(text, line.group).fields)
    return named


def labelled_facts(text: str, line: Line, named: frozenset[str]) -> frozenset[str]:
    """Those core facts named by its label for which a line has a value, else those of its words."""
    if (line.label or line.group) is None or line.body.start == line.body.end:
        return NOTHING
    if not named:
        return told_facts(text, line.body)
    said = text[line.body.start : line.body.end]
    if "population" in named and only_says_when(text, line.body):
        return NOTHING
    if not _is_numbered(said):
        return NOTHING if _MENU.search(said) else named - {"agreement"}
    return (
        named - {"agreement"} if "agreement" in named and not _is_dated(text, line.body) else named
    )


@lru_cache
def core(fields: tuple[str, ...]) -> frozenset[str]:
    """The core facts among the fields of a label."""
    return CORE.intersection("agreement" if field in AGREEMENTS else field for field in fields)


def _is_numbered(said: str) -> bool:
    """Whether a stretch has a digit, or a numeral of any script."""
    return has_digit(said) or (not said.isascii() and any(map(str.isnumeric, said)))


def has_headline(text: str, lines: Iterable[Line]) -> bool:
    """Whether a line's label is one with which a profile begins, or of a core fact: not a name alone."""
    labelled = (line for line in lines if line.kind is FIELD and line.label is not None)
    return any(headline_fields(line_meaning(text, line).fields) - _NAMES for line in labelled)


@lru_cache
def headline_fields(fields: tuple[str, ...]) -> frozenset[str]:
    """Those of a label's fields with which a profile begins, or which are core facts."""
    return frozenset(f for f in fields if BY_NAME[f].headline or f in AGREEMENTS)


def told_facts(text: str, span: Span) -> frozenset[str]:
    """The core facts that a stretch of a page seems to state, asked where most state none."""
    start, end = span
    if not has_digit(text, start, end):
        return NOTHING
    if cuts_word(text, start):  # only the rest of the word counts
        text, start, end = text[start:end], 0, end - start
    return _stated(text, start, end) if _cues().search(text, start, end) else NOTHING


@cached(8192)
def _stated(text: str, start: int, end: int) -> frozenset[str]:
    return frozenset(_found(text, Span(start, end)))


@cache
def _cues() -> Glossary:
    """The words without which no fact is stated."""
    tables = *_CUES, "person_nouns", "agreement_cues"
    return Glossary((word for table in tables for word in words(table)), are_keys=True)


def _found(text: str, span: Span) -> Iterator[str]:
    """The facts for which a word stands in a sentence, and a figure or a date of their kind."""
    areas, counts, foundings = _CUES
    counted = glossary(counts).search(text, *span) is not None
    wanted = {"area"} if glossary(areas).search(text, *span) else set()
    people = counted or glossary("person_nouns").search(text, *span) is not None
    if people and not counted:
        wanted.add("person")
    measured = _dimensions(text, span, wanted) if wanted else wanted
    if "area" in measured or (people and has_land(text, span)):
        yield "area_km2"
    if "person" in measured or (counted and _counts(text, span)):
        yield "population"
    if glossary(foundings).search(text, *span) and _is_dated(text, span):
        yield "founded"
    if speaks_of_tie(text, span) and _is_dated(text, span):
        yield "agreement"


def _counts(text: str, span: Span) -> bool:
    """Whether a sentence with a word for residents has any figure but sums, shares and years of a census."""
    found = figures(text, span, page_context(text))
    if is_of_census(text, span) and not any(may_count(text, one) for one in found):
        return False
    return not found or any(one.dimension not in {"money", "share"} for one in found)


def _is_dated(text: str, span: Span) -> bool:
    """Whether a sentence has a date or a year; years are found faster."""
    return bool(find_years(text, *span) or find_dates(text, *span))


def _dimensions(text: str, span: Span, wanted: set[str]) -> set[str]:
    """Those of the dimensions wanted that a sentence has a figure of."""
    return wanted & {figure.dimension for figure in figures(text, span, page_context(text))}


@lru_cache(maxsize=256)
def ties(sentence: str) -> str:
    """Which kind of tie a sentence speaks of: sisterhood, friendship, other, or none (empty)."""
    if glossary("agreement_cues").search(sentence):
        for kind in _AGREEMENT_KINDS:
            if glossary("agreement_cues", kind).search(sentence):
                return kind
    return ""


def tells_of_partners(text: str) -> bool:
    """Whether a page speaks of ties, by a word for one or by two words for partners."""
    if ties(text):
        return True
    table = glossary("partner_words")
    first = table.search(text)
    return first is not None and table.search(text, first.end()) is not None


def speaks_of_tie(text: str, span: Span) -> bool:
    """Whether a stretch has a word for a tie of any kind."""
    return glossary("agreement_cues").search(text, *span) is not None


def tie_kinds(text: str, start: int = 0, end: int | None = None) -> tuple[str, ...]:
    """The kinds of ties that a sentence names; one of unsaid kind only where it names no other."""
    if glossary("agreement_cues").search(text, start, end) is None:
        return ()
    named = {k: glossary("agreement_cues", k).search(text, start, end) for k in _AGREEMENT_KINDS}
    found = tuple(kind for kind, word in named.items() if word)
    return found if found == ("other",) else tuple(kind for kind in found if kind != "other")


def tie_end(text: str, span: Span, kind: str) -> int:
    """Where the first word for a tie of a kind ends in a sentence."""
    match = glossary("agreement_cues", kind).search(text, *span)
    return match.end() if match else span.start


def same_place(name: str, other: str) -> bool:
    """Whether one name stands whole inside the other, in keys (``text.key``)."""
    short, long = sorted((name, other), key=len)
    at = long.find(short)
    if at < 0 or not short:
        return False
    edges = long[at - 1 : at] + long[at + len(short) : at + len(short) + 1]
    return not any(edge.isalpha() and edge.isascii() for edge in edges)
