"""Whether a figure of a sentence is another place's: of a bracket, a relative clause, a neighbour."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from pipeline.extract.page import Page
from pipeline.extract.prose.far import is_away, is_road, said
from pipeline.extract.prose.sentence import Sentence
from pipeline.extract.prose.token import Token
from pipeline.lexicon.tables import toml_table
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import flatten, words
from pipeline.normalize.place import country_code, find_countries
from pipeline.normalize.text import key
from pipeline.read.profile.signal import same_place

Names = frozenset[str]
_REACH = 4
_FROM = frozenset(["to", "from", "near"])
_A = frozenset(["a", "an"])


def is_elsewhere(page: Page, sentence: Sentence, token: Token, names: Names) -> bool:
    """Whether a figure is told of a place that the sentence names beside its own subject."""
    ahead = page.text[sentence.span.start : token.span.start]
    bracketed, listed = _has(ahead, "(（"), _has(ahead, ",，、")
    if bracketed or listed or _behind_road(sentence, token):
        before = [t for t in sentence.tokens if t.span.end <= token.span.start]
        if bracketed and _in_bracket(page, before, names):
            return True
        if listed and _behind_comma(page, before, names):
            return True
        if _of_neighbour(page, sentence, before, names):
            return True
    return _of_country(page, sentence, names)


def _has(said: str, marks: str) -> bool:
    return any(mark in said for mark in marks)


def _behind_road(sentence: Sentence, token: Token) -> bool:
    """Whether a distance stands before a figure."""
    return any(is_road(t) and t.span.end <= token.span.start for t in sentence.taken)


def _behind_comma(page: Page, before: Sequence[Token], names: Names) -> bool:
    return (
        _of_apposed(page, before, names)
        or _of_reached(page, before, names)
        or _in_relative_clause(page, before, names)
    )


def _in_bracket(page: Page, before: Sequence[Token], names: Names) -> bool:
    """Inside "Easthaven (2 million people)", where Easthaven is not what the sentence is about."""
    opened = _last(before, "OPEN")
    if opened is None or any(t.tag == "CLOSE" for t in before[opened:]):
        return False
    run = _names_before(before[:opened])
    if not run or _is_own(page, run, names):
        return False
    ahead = before[: opened - len(run)]
    if ahead and said(page, ahead[-1]) in _prepositions() - _FROM and _is_country(page, run):
        return False  # "this town in Norvaland (12,000 inhabitants)"
    return (bool(names) and bool(ahead)) or any(is_road(t) for t in ahead)


def _is_country(page: Page, run: Sequence[Token]) -> bool:
    return bool(country_code(page.text[run[0].span.start : run[-1].span.end]))


def _in_relative_clause(page: Page, before: Sequence[Token], names: Names) -> bool:
    """Behind "Suwon in Gyeonggi Province, which ...": the clause is of the name right before it."""
    comma = _last(before, "COMMA")
    if (
        comma is None
        or comma + 1 >= len(before)
        or said(page, before[comma + 1]) not in _pronouns()
    ):
        return False
    run = _names_before(before[:comma])
    ahead = before[: comma - len(run)]
    return (
        bool(run)
        and bool(ahead)
        and not _is_own(page, run, names)
        and (said(page, ahead[-1]) in _prepositions())
    )


def _of_reached(page: Page, before: Sequence[Token], names: Names) -> bool:
    """In "40 minutes to Easthaven, a city of 300,000": what is told of the place that one goes to."""
    comma = _last(before, "COMMA")
    if not names or comma is None or comma + 1 >= len(before):
        return False
    run = _names_before(before[:comma])
    ahead = before[: comma - len(run)]
    return (
        bool(run and ahead)
        and not _is_own(page, run, names)
        and said(page, before[comma + 1]) in _A
        and said(page, ahead[-1]) in _FROM
    )


def _of_apposed(page: Page, before: Sequence[Token], names: Names) -> bool:
    """Behind "The county seat, Easthaven, has": the clause is of a place in this one."""
    commas = [i for i, t in enumerate(before) if t.tag == "COMMA"]
    if not names or len(commas) < 2 or any(t.tag == "BREAK" for t in before):
        return False
    first, second = commas[:2]
    run = before[first + 1 : second]
    if not run or any(t.tag != "NAME" for t in run) or _is_own(page, run, names):
        return False
    told = first <= _SHORT and any(said(page, t) in _parts() for t in before[:first])
    return told and not _is_country(page, run)  # "The oldest city of Alba, Canada, has"


_SHORT = 6


@cache
def _parts() -> frozenset[str]:
    return _table("part_nouns")


def _of_neighbour(page: Page, sentence: Sentence, before: Sequence[Token], names: Names) -> bool:
    """In "Easthaven, 20 km to the north, has ...": a distance to no named place tells of its subject."""
    return is_away(page, before) and not _opens_with_own(page, sentence, names)


def _of_country(page: Page, sentence: Sentence, names: Names) -> bool:
    """Whether a country is the subject on a page of another place: "China has 1.4 billion people"."""
    if not names:
        return False
    start, end = sentence.span
    found = find_countries(page.text, start, min(end, start + _OPENING))
    first = found[0] if found and found[0].rule in _NAMES_OF_COUNTRIES else None
    if first is None or key(page.text[start : first.span.start]) not in {"", "the"}:
        return False
    said = key(page.text[slice(*first.span)])
    behind = page.text[first.span.end : end].lstrip()
    verb = _verbs().match(behind)
    return verb is not None and not any(same_place(said, name) for name in names)


_OPENING = 30
_NAMES_OF_COUNTRIES = {"country:name", "country:alias"}


def _opens_with_own(page: Page, sentence: Sentence, names: Names) -> bool:
    opening = [t for t in sentence.tokens[:_REACH] if t.tag == "NAME"]
    if _own_subjects().match(page.text, *sentence.span) is not None:
        return True
    return bool(opening) and any(_is_own(page, (t,), names) for t in opening)


@cache
def _own_subjects() -> Glossary:
    """Words for the place itself with which a sentence may open: "It", "The town"."""
    return Glossary(toml_table("structure.toml")["back_references"])


def _is_own(page: Page, run: Sequence[Token], names: Names) -> bool:
    said = key(page.text[run[0].span.start : run[-1].span.end])
    return any(same_place(said, name) for name in names)


def _names_before(before: Sequence[Token]) -> Sequence[Token]:
    """The run of capitalised words that a stretch ends with, a word for its kind included."""
    run = list(takewhile(lambda t: t.tag == "NAME", reversed(before)))
    return run[::-1]


def _last(tokens: Sequence[Token], tag: str) -> int | None:
    return next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].tag == tag), None)


@cache
def _verbs() -> Glossary:
    """Verbs behind a country that make it the subject; none is a "Panama hat", or "the US census"."""
    return Glossary((*toml_table("structure.toml")["subject_verbs"], *words("having_words")))


@cache
def _pronouns() -> frozenset[str]:
    return _table("relative_pronouns")


@cache
def _prepositions() -> frozenset[str]:
    return _table("place_prepositions")


def _table(name: str) -> frozenset[str]:
    return frozenset(map(key, flatten(toml_table("structure.toml")[name])))
