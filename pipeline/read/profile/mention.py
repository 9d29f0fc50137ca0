"""The place that a sentence brings in: of its names the one for which most speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.lexeme import alternation
from pipeline.normalize.nation import nation_before
from pipeline.normalize.place import find_countries, find_regions, place_reference
from pipeline.normalize.places.beside import names_feature, opens_with_feature
from pipeline.normalize.text import is_cjk, key
from pipeline.read.profile.glyph import find_glyphic
from pipeline.read.profile.kind import behind_kind, kind_behind, with_kind
from pipeline.read.profile.leading import (
    is_apposed,
    is_feature,
    is_led,
    is_person,
    is_predicate,
    is_thing,
    resumes,
)
from pipeline.read.profile.parent import Parents, parent_beside, side_before
from pipeline.read.profile.proper import CAPITAL, find_names, neighbours
from pipeline.read.profile.signal import same_place
from pipeline.read.profile.tied import is_with, joins, tied_before, tied_behind
from pipeline.read.profile.told import find_subject

# What speaks for a name, and against it.
PARENT, TIED, ALONE, ADJECTIVE, NATION, OF_KIND = 4, 3, 3, 3, 2, 2
PREDICATE, THING, WITH, JOINS, RESUMES = 3, 4, 2, 2, 6
ENOUGH = 3
STARTS, OPENS, NEAR, APPOSED, GOES_ON, KNOWN, SHOUTED = 1, 1, 1, 1, 1, 1, 1
NEIGHBOUR, PERSON = -3, -4
_BEFORE = 28
_MARKER = re.compile(r"\W{0,3}(?:\(?[a-hA-H\d]{1,2}[.)]\s*)?[\W]*")
_AWAY = re.compile(r"\s?[,(]? ?(?:\w+ )?\d[\d.,]* ?(?:km|kilom\w+|miles?|mi)\b", re.IGNORECASE)
# "Norvale, 70 miles west of Easthaven, has": the distance is to the second.
_REFERRED = re.compile(r"(?: \w+){0,2} (?:of|from|von|de|da|di|van|od|от) ")
_FAR_FROM = re.compile(
    r"\d ?(?:km|kilom\w+|miles?|mi)\b(?: \w+){0,2} (?:of|from|to|von|de|da|di|van|od|от) (?:the )?$",
    re.IGNORECASE,
)
_END = re.compile(r"\s?[.:]?\s*$")


class Mention(NamedTuple):
    """A name with what speaks for it."""

    span: Span
    score: int


def find_mention(text: str, sentence: Span, home: str = "") -> Mention | None:
    """The name that a sentence of folded text most likely brings in; None where it has none.

    Where it names the page's own place (``home`` has its names, as a key) beside another for which
    enough speaks, it tells of the other: "Norvale's first partner was the Finnish Elmvaara".
    """
    found = list(_mentions(text, sentence))
    others = [m for m in found if m.score >= ENOUGH and not is_home(text, m.span, home)]
    if home and others and len(others) < len(found):
        found = others
    return max(found, key=lambda mention: (mention.score, -mention.span.start), default=None)


def is_home(text: str, name: Span, home: str) -> bool:
    """Whether a name is one of the page's own place."""
    return same_place(key(text[slice(*name)]), home)


def _mentions(text: str, sentence: Span) -> Iterator[Mention]:
    start = _start(text, sentence)
    parents = (*find_countries(text, *sentence), *find_regions(text, *sentence))
    names = find_names(text, sentence, start, parents)
    beside = [n for n in names if parent_beside(text, n, sentence.end, parents)]
    beside = [n for n in beside if not opens_with_feature(text[slice(*n)])]
    own = [n for n in beside if tied_before(text, n) or not is_led(text, n, start)]
    told = next((n for n in names if _goes_on(text, n, sentence.end)), next(iter(names), None))
    for name in names:
        nation = name == told and not own and any(not name.covers(p.span) for p in parents)
        score = _score(text, name, sentence, start) + PARENT * (name in own) + NATION * nation
        if not names_feature(text, name, sentence.end):
            yield Mention(with_kind(text, name, sentence.end), score)
    if not names:
        yield from _without_capitals(text, sentence, parents)


def _without_capitals(text: str, sentence: Span, parents: Parents) -> Iterator[Mention]:
    """The place that a sentence opens with in a script that has no capitals."""
    opening = find_glyphic(text, sentence)
    if opening is not None:
        yield Mention(opening.span, STARTS + OPENS + GOES_ON + PARENT * opening.beside)
        return
    subject = find_subject(text, sentence)
    if subject is not None and is_cjk(text[subject.start]):
        nation = any(parent.span.start > subject.start for parent in parents)
        yield Mention(subject, STARTS + OPENS + GOES_ON + NATION * nation)


def _start(text: str, sentence: Span) -> int:
    """Where a sentence begins behind marks, numbers and the word for a kind of place."""
    at = _MARKER.match(text, *sentence)
    start = at.end() if at else sentence.start
    return behind_kind(text, start, sentence.end)


def _score(text: str, name: Span, sentence: Span, start: int) -> int:
    said = text[slice(*name)]
    kind = is_apposed(text, name, sentence, start)
    if opens_with_feature(said) and not kind:
        return 0
    of_kind = kind_behind(text, name, sentence.end)
    goes_on = _goes_on(text, Span(name.start, of_kind.last) if of_kind else name, sentence.end)
    score = GOES_ON * goes_on
    if name.start <= start:
        score += STARTS + OPENS * (goes_on or " " in said)
        score += ALONE * bool(_END.match(text, name.end, sentence.end))
    else:
        apposed = (
            text[max(0, name.start - 2) : name.start] == ", "
            and text[name.end : name.end + 1] == ","
        )
        score += NEAR * (name.start < start + _BEFORE) + APPOSED * apposed
        score += RESUMES * resumes(text, name, sentence)
    led = is_predicate(text, name, sentence)
    thing = is_feature(said) or (is_thing(text, name, start) and not led)
    score += OF_KIND * kind + PREDICATE * led - THING * thing
    score += WITH * is_with(text, name, sentence) + JOINS * joins(text, name, sentence)
    score += ADJECTIVE * (nation_before(text, name) is not None)
    score += TIED * (tied_before(text, name) or tied_behind(text, name, sentence.end)) + OF_KIND * (
        of_kind is not None
    )
    score += KNOWN * (place_reference(said) is not None)
    score += SHOUTED * (said.isupper() and len(said) > 3)
    person = name.start <= start and is_person(text, name, sentence)
    return score + NEIGHBOUR * _is_neighbour(text, name, sentence) + PERSON * person


def _goes_on(text: str, name: Span, end: int) -> bool:
    """Whether what follows a name tells of it: a verb, a clause, a mark that sets it off."""
    return bool(_verb().match(text, name.end, end))


@cache
def _verb() -> re.Pattern[str]:
    table = toml_table("structure.toml")
    verbs = alternation(table["subject_verbs"])
    where = alternation((*table["place_prepositions"], *table["locating_words"]))
    return re.compile(
        rf"(?i:,? {verbs}|, |\s?[(:;]| - |\. )|(?i: {where} (?:the )?{side_before()})(?={CAPITAL})"
    )


def _is_neighbour(text: str, name: Span, sentence: Span) -> bool:
    """Whether a name is only of what lies beside the place: "neighbouring Norvale", "Norvale, 20 km"."""
    before = text[max(sentence.start, name.start - _BEFORE) : name.start]
    away = _AWAY.match(text, name.end, sentence.end)
    referred = away and _REFERRED.match(text, away.end(), sentence.end)
    return bool((away and not referred) or _FAR_FROM.search(before) or neighbours().search(before))
