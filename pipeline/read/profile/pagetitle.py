"""What a heading says of its page beside the name: "CITY CARD - NORVALE", "Norvale at a Glance"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.lexeme import alternation, words
from pipeline.normalize.stretch import trim
from pipeline.read.profile.placename import names_place

_PARTED = re.compile(r"\s*[:|]\s*|\s+-\s+")
_STEPS = re.compile(r"\s*(?:>>?|[›→≫►▶▸])\s*|\s\"\s")  # "»" is folded to a quotation mark
_PARTNER_STEPS = 2
_LEFT = 2  # letters of a name


def last_step(text: str, heading: Span) -> Span:
    """Of a path of two steps the last if that names a place or comes again, "Alba Region >> Norvale", else all.

    One of more steps is the page's own, and no heading, but where the last step but one are the
    partners: "Home > Our city > Sister cities > Norvale, Canada".
    """
    marks = list(_STEPS.finditer(text, *heading))
    if len(marks) != 1:
        return partner_step(text, heading) or heading
    last = trim(text, Span(marks[-1].end(), heading.end))
    name = text[slice(*last)]
    return last if names_place(name) or (name and text.count(name) > 1) else heading


def before_leaf(text: str, heading: Span) -> Span:
    """A heading without the number of its leaf or issue behind wide blanks: "Norvale Guide      p. 3"."""
    if heading.start >= heading.end or not text[heading.end - 1].isdigit():
        return heading
    leaf = _leaf().search(text, *heading)
    return Span(heading.start, leaf.start()) if leaf else heading


@cache
def _leaf() -> re.Pattern[str]:
    told = alternation(toml_table("structure.toml")["leaf_words"])
    return re.compile(rf"(?<=\S)(?:\t|\s{{2,}})\s*{told}\s?\d{{1,4}}$", re.IGNORECASE)


def partner_step(text: str, path: Span) -> Span | None:
    """The place with which a path ends behind a step that has a word for ties or partners; else None."""
    marks = list(_STEPS.finditer(text, *path))
    if len(marks) < _PARTNER_STEPS:
        return None
    step = Span(marks[-2].end(), marks[-1].start())
    last = trim(text, Span(marks[-1].end(), path.end))
    tied = any(glossary(table).search(text, *step) for table in ("agreement_cues", "partner_words"))
    return last if tied and names_place(text[slice(*last)]) else None


def beside_title(text: str, heading: Span) -> Span:
    """A heading without a piece at either end that only says what its page is.

    "Fact sheet - Norvale, Canada", "Norvale Municipality | Official website".
    """
    parts = list(_PARTED.finditer(text, *heading))
    if not parts:
        return heading
    start, end = heading
    if _is_title(text[start : parts[0].start()]):
        start = parts[0].end()
    if parts[-1].end() > start and _is_title(text[parts[-1].end() : end]):
        end = parts[-1].start()
    left = trim(text, Span(start, end))
    return left if left.end - left.start >= _LEFT else heading


def _is_title(said: str) -> bool:
    return profile_titles().fullmatch(said.strip(" .!")) is not None


@cache
def profile_titles() -> Glossary:
    """Words that say that a page tells of a place, or whose site it is, and name none."""
    sites = toml_table("structure.toml")["site_words"]
    return Glossary((*words("profile_titles"), *sites))


def is_publisher(heading: str) -> bool:
    """Whether a heading names who publishes a page: "Embassy of Norvale", "Norvale Observer"."""
    if _openings().match(heading) is not None:
        return True
    return any(hit.first and hit.last == len(heading) for hit in _endings().spans(heading))


@cache
def _openings() -> Glossary:
    return Glossary(toml_table("structure.toml")["publisher_openings"])


@cache
def _endings() -> Glossary:
    return Glossary(toml_table("structure.toml")["publisher_endings"])
