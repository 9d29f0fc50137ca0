"""Headings that say of what they tell: "Norvale at a glance", "Introduction to Norvale", "東港市の概要"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import words
from pipeline.normalize.text import is_cjk, key
from pipeline.read.profile.heading import DIVIDED, SMALL_WORDS, is_common, is_proper, is_section
from pipeline.read.profile.pagetitle import profile_titles
from pipeline.read.profile.placename import is_admin
from pipeline.read.profile.signal import ties
from pipeline.read.profile.told import is_name

_PARTED = re.compile(r"[\s-]+")
_PATH = re.compile(r"[>|]|\s\"\s")  # steps of a path, as folded
_WORD = re.compile(r"\w")
_MARKS = " \t-:,|·"  # between a name and what is said of it
_ADJECTIVES = ("ski", "cki", "zki", "skie", "ckie", "zkie", "ska", "cka", "zka", "ský", "cký", "ská", "cká")  # fmt: skip
_SHORTEST = 3  # letters of a word that tells a name


def about_whom(text: str, heading: Span) -> Span:
    """The name in a heading without the words before or behind it that say that it is told of.

    The heading itself where what is left looks like no name: "Economy at a glance".
    """
    if profile_titles().fullmatch(text[slice(*heading)].strip(" .!")):
        return heading
    closed = _closed_at(text, heading)
    opener = _opener(text, heading) if closed is None else None
    if closed is None and opener is None:
        return heading
    said = Span(heading.start if opener is None else opener, closed or heading.end)
    rest = _unmarked(text, said)
    return rest if rest.start < rest.end and _is_name(text, rest) else heading


def _opener(text: str, heading: Span) -> int | None:
    """Where the words end that open a heading before its name, maybe behind a kind: "PREFECTURE IN FOCUS: "."""
    first = text[slice(*heading)].partition(" ")[0]
    kind = heading.start + len(first) + 1
    starts = (heading.start, kind) if kind < heading.end and is_admin(first) else (heading.start,)
    found = (_openers().match(text, at, heading.end) for at in starts)
    return next((hit.last for hit in found if hit is not None), None)


def is_of_kind(heading: str) -> bool:
    """Whether a heading tells of a place by its kind alone: "Region in brief", "Facts about the town"."""
    if is_cjk(heading[:1]):
        return False
    openers = (_openers().match(heading), profile_titles().match(heading))
    told = [heading[opener.last :] for opener in openers if opener is not None]
    closed = _closed_at(heading, Span(0, len(heading)))
    told += [heading[:closed]] if closed is not None else []
    return any(map(_is_kind_alone, told))


def _is_kind_alone(told: str) -> bool:
    """Whether words are one for a kind of place, with an article or "of" before it."""
    said = [word for word in _PARTED.split(key(told).strip(_MARKS)) if word]
    kinds = [word for word in said if is_admin(word) or words_of_places().fullmatch(word)]
    return bool(kinds) and len(said) - len(kinds) <= 1 and all(map(_is_small, set(said) - {*kinds}))


def _is_small(word: str) -> bool:
    """Whether a word may stand before a noun for a place: an article, "our"."""
    return word in SMALL_WORDS or not is_name(word)


def tells_of_nobody(text: str, heading: Span) -> bool:
    """Whether a heading says that it tells of something, and names nothing: "District at a glance"."""
    tells = _closed_at(text, heading) or _openers().match(text, *heading)
    return bool(tells) and about_whom(text, heading) == heading


def _closed_at(text: str, heading: Span) -> int | None:
    """Where the words begin with which a heading ends behind its name."""
    for hit in _closers().spans(text, heading.start + 1, heading.end):
        if not _WORD.search(text, hit.last, heading.end):
            return hit.first
    return None


def _unmarked(text: str, span: Span) -> Span:
    """A name without the blanks and marks that set it off from the words beside it."""
    said = text[slice(*span)]
    start = span.start + len(said) - len(said.lstrip(_MARKS))
    return Span(start, max(start, span.end - len(said) + len(said.rstrip(_MARKS))))


def _is_name(text: str, rest: Span) -> bool:
    """Whether what is left is a name: a town's own last sign, or a proper one that is no common word."""
    said = text[slice(*rest)]
    first = DIVIDED.split(said)[0].strip()
    if not said[:1].isalpha() or _PATH.search(said) or is_section(said):
        return False
    if is_cjk(said[:1]):
        return len(said) > 1 and said[-1] in _signs() and not ties(said)
    if _is_kind_with_adjective(text, first):
        return True
    if not is_proper(first) or len(first) < _SHORTEST or not is_name(key(first)):
        return False
    named = [word for word in _PARTED.split(first) if word and word not in SMALL_WORDS]
    return not any(
        _no_names().fullmatch(word) or (is_common(text, word) and not is_admin(word))
        for word in named
    )


def _is_kind_with_adjective(text: str, said: str) -> bool:
    """Whether it is a kind with the adjective that names it, and said again: "Powiat norwalski"."""
    kind, _, adjective = said.partition(" ")
    named = adjective.islower() and adjective.isalpha() and adjective.endswith(_ADJECTIVES)
    return named and is_admin(kind) and text.lower().count(said.lower()) > 1


@cache
def _openers() -> Glossary:
    return Glossary(toml_table("structure.toml")["about_openers"])


@cache
def _closers() -> Glossary:
    titles = (title for title in words("profile_titles") if not is_cjk(title[0]))  # "市の概要"
    return Glossary((*toml_table("structure.toml")["about_closers"], *titles))


@cache
def _signs() -> frozenset[str]:
    """The last signs of names of places in scripts without capitals."""
    told = toml_table("structure.toml")["glyphic_kinds"]
    return frozenset((*told, "시", "군", "구", "현", "성", "주"))


@cache
def words_of_places() -> Glossary:
    """Nouns for what a place is: "town", "region"."""
    return Glossary(words("place_nouns"))


@cache
def _no_names() -> Glossary:
    """Things other than places of which headings tell: a council, an association, a budget."""
    told = toml_table("structure.toml")["told_subjects"]
    return Glossary((*words("place_negative_cues", "founded"), *map(key, told)))
