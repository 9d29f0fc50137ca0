"""Headings that say of what they tell: "Norvale at a glance", "Introduction to Norvale", "東港市の概要"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import alternation, words
from pipeline.normalize.stretch import trim
from pipeline.normalize.text import is_cjk, key
from pipeline.read.profile.heading import DIVIDED, SMALL_WORDS, is_proper, is_section
from pipeline.read.profile.pagetitle import profile_titles
from pipeline.read.profile.signal import ties
from pipeline.read.profile.told import is_name

_PARTED = re.compile(r"[\s-]+")
_PATH = re.compile(r"[>|]|\s\"\s")  # steps of a path, as folded
_SHORTEST = 3  # letters of a word that tells a name


def about_whom(text: str, heading: Span) -> Span:
    """The name in a heading without the words before or behind it that say that it is told of.

    The heading itself where what is left looks like no name: "Economy at a glance".
    """
    if profile_titles().fullmatch(text[slice(*heading)].strip(" .!")):
        return heading
    closer = _closers().search(text, *heading)
    if closer is not None and closer.start() > heading.start:
        rest = trim(text, Span(heading.start, closer.start()))
        return rest if _is_name(text, rest) else heading
    opener = _openers().match(text, *heading)
    if opener is not None and opener.end() < heading.end:
        rest = trim(text, Span(opener.end(), heading.end))
        return rest if _is_name(text, rest) else heading
    return heading


def _is_name(text: str, rest: Span) -> bool:
    """Whether what is left is a name: a town's own last sign, or a proper one that is no common word."""
    said = text[slice(*rest)]
    first = DIVIDED.split(said)[0].strip()
    if not said[:1].isalpha() or _PATH.search(said) or is_section(said):
        return False
    if is_cjk(said[:1]):
        return len(said) > 1 and said[-1] in _signs() and not ties(said)
    if not is_proper(first) or len(first) < _SHORTEST or not is_name(key(first)):
        return False
    named = [word for word in _PARTED.split(first) if word and word not in SMALL_WORDS]
    return not any(_no_names().fullmatch(word) or _is_common(text, word) for word in named)


def _is_common(text: str, word: str) -> bool:
    """Whether a page also says a word with a small letter."""
    low = word.lower()
    return low != word and low in text


@cache
def _openers() -> re.Pattern[str]:
    return re.compile(rf"{alternation(_table('about_openers'))}[\s:-]*", re.IGNORECASE)


@cache
def _closers() -> re.Pattern[str]:
    titles = (title for title in words("profile_titles") if not is_cjk(title[0]))  # "市の概要"
    closing = alternation({*_table("about_closers"), *titles})
    return re.compile(rf"(?:\s*[-:,|·]\s*|\s*){closing}\W*$", re.IGNORECASE)


def _table(name: str) -> list[str]:
    found: list[str] = toml_table("structure.toml")[name]
    return found


@cache
def _signs() -> frozenset[str]:
    """The last signs of names of places in scripts without capitals."""
    told = toml_table("structure.toml")["glyphic_kinds"]
    return frozenset((*told, "시", "군", "구", "현", "성", "주"))


@cache
def _no_names() -> Glossary:
    """Things other than places of which headings tell: a council, an association, a budget."""
    told = toml_table("structure.toml")["told_subjects"]
    return Glossary((*words("place_negative_cues", "founded"), *map(key, told)))
