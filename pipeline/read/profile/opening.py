"""A place set off where a line begins: "Lyon, France. The city ...", "Lyon (France) - since 1973"."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import BULLET, FIELD, HEADING, PROSE, Line, Span
from pipeline.normalize.lexeme import alternation
from pipeline.normalize.place import country_code, find_regions
from pipeline.read.profile.heading import is_section
from pipeline.read.profile.named import name_start

_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яёіїєґ]"
_SMALL = r"(?:of|the|and|de|del|da|do|di|du|la|le|an|am|im|sur|upon|on|y|e|en|der|van)"
_NAME = rf"(?:d['’]|l['’]|')?{_CAPITAL}[\w'’-]*\.?(?: (?:{_SMALL} ){{0,2}}(?:d['’]|l['’])?{_CAPITAL}[\w'’-]*\.?){{0,4}}"
_WORD = rf"(?:(?:[A-Z]\.){{2,}}|St\.|{_CAPITAL}[\w'’-]*)"
_PARENT = rf"(?:the )?{_WORD}(?: (?:{_SMALL} ){{0,2}}{_WORD}){{0,4}}"
# Nothing stands behind a name with its parents, or a mark that sets it off.
_SET_OFF = re.compile(r"(?P<ALONE>\s*[:.-]?\s*$)|(?P<SET_OFF>(?<=\.)\s|\s?[.:;]\s|\s+-\s)")
_PARTED = re.compile(r"[(,/]")  # what stands between a name and its parents
_OPENED = frozenset([PROSE, BULLET, HEADING])
_BRACKET = r"[^()\n\d]{2,40}"  # of what stands in brackets behind a name


class Strength(IntEnum):
    """How plainly a line opens with a place: as what the sentence is about, set off, or alone."""

    SUBJECT = 1
    SET_OFF = 2
    ALONE = 3


class Opening(NamedTuple):
    """The name with its parents at the start of a line."""

    span: Span
    strength: Strength


def find_opening(text: str, line: Line) -> Opening | None:
    """The name with its country or region that a line of folded text begins with."""
    is_label = line.kind is FIELD and line.label is not None
    start, end = line.label if is_label and line.label else line.body
    if not _PARTED.search(text, start, end) or not (is_label or line.kind in _OPENED):
        return None
    if not is_label:
        start = name_start(text, Span(start, end))
    match = _opening().match(text, start, end)
    if match is None or is_section(match["name"]) or country_code(match["name"]):
        return None
    told = (match[group] for group in ("bracket", "closed", "parents", "beside"))
    if not any(_is_parent(said) for said in told if said):
        return None
    strength = _strength(text, match.end(), line.body.end)
    if line.label is not None:
        strength = Strength.SET_OFF
    return Opening(Span(match.start(), match.end()), strength) if strength else None


def _is_parent(said: str) -> bool:
    """Whether words behind a name end with a country or a region."""
    pieces = [piece.strip() for piece in re.split(r"[,;/]", said) if piece.strip()]
    last = pieces[-1].removeprefix("the ") if pieces else ""
    if country_code(last) or country_code(last.rstrip(".")):
        return True
    return any(
        region.span.end - region.span.start >= len(last) - 1 for region in find_regions(last)
    )


def _strength(text: str, end: int, stop: int) -> Strength | None:
    match = _SET_OFF.match(text, end, stop) or _behind().match(text, end, stop)
    return Strength[match.lastgroup] if match and match.lastgroup else None


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?i:the )?(?i:city|town|municipality) of )?(?P<name>{_NAME})"
        rf"(?: ?\((?P<bracket>{_BRACKET})\)(?!,)|(?: ?\((?P<beside>{_BRACKET})\))?(?P<parents>(?:(?:, ?| / ){_PARENT}){{1,3}})"
        rf"| ?\((?P<closed>{_BRACKET})\))"
    )


@cache
def _behind() -> re.Pattern[str]:
    """What else may stand behind a name with its parents: a word for since, a verb."""
    since = alternation(toml_table("structure.toml")["since_words"])
    verbs = alternation(toml_table("structure.toml")["subject_verbs"])
    return re.compile(
        rf"(?P<SET_OFF>,? \(?{since}\b)|(?P<SUBJECT>,?\s(?i:{verbs})\b|,\s)", re.IGNORECASE
    )
