"""How surely a line is the heading of a profile, by itself and by what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum

from pipeline.model.source import BLANK, BULLET, FIELD, HEADING, PROSE, Line, Span
from pipeline.normalize.place import country_code, country_sign
from pipeline.normalize.text import key
from pipeline.read.grammar import is_open, meaning_at
from pipeline.read.profile.about import is_of_kind
from pipeline.read.profile.described import is_kind
from pipeline.read.profile.heading import (
    DIVIDED,
    is_proper,
    is_section,
    is_title,
)
from pipeline.read.profile.named import opens_name
from pipeline.read.profile.placename import in_country, names_place
from pipeline.read.profile.sheet import Sheet
from pipeline.read.profile.signal import ties
from pipeline.read.profile.untitled import is_byline

_COUNTED = re.compile(r"\s*\(?(?:\d{1,2}|[IVX]{1,4})[.)]")
_HEADS = frozenset([HEADING, BULLET])
_OPENING = 140
_EPITHET = 5  # words
_TOGETHER = frozenset({"population", "area_km2", "agreement"})
_STEP = ' " '  # of a path: "Guide » Norvale » Towns", as folded


class Standing(IntEnum):
    """How a line stands as the heading of a profile."""

    NONE = 0
    MAYBE = 1
    PLACE = 2


NONE, MAYBE, PLACE = Standing


def standings(sheet: Sheet) -> list[Standing]:
    """Whether each line names a place, may name one (its block decides), or is no such heading."""
    return [
        _standing(sheet, index)
        if line.kind in _HEADS or (line.body.start >= line.body.end and is_open(line))
        else NONE
        for index, line in enumerate(sheet.lines)
    ]


def _standing(sheet: Sheet, index: int) -> Standing:
    is_heading = sheet.lines[index].kind is HEADING
    if not (is_heading or heads_labels(sheet, index) or _heads_prose(sheet, index)):
        return NONE
    heading = sheet.said(index)
    if not heading or _is_menu(sheet, index) or is_section(heading) or not _may_head(heading):
        return NONE
    if _goes_on_below(sheet, heading, index) or is_kind(heading) or is_of_kind(heading):
        return NONE
    if names_place(heading) or _begins_below(sheet, heading, index) or _lies_in(sheet, heading):
        return PLACE
    if _is_opened(sheet, index) or _is_signed(sheet, heading):
        return PLACE
    return MAYBE


def _may_head(heading: str) -> bool:
    """Whether words can be a title, and say not only who wrote what is below."""
    return is_title(heading) and not is_byline(heading)


def _is_menu(sheet: Sheet, index: int) -> bool:
    """Whether a line has steps of a path, or words between bars of which none is a country."""
    span = sheet.lines[index].span
    if sheet.text.count("|", *span) > 1:
        return not any(map(country_code, sheet.text[slice(*span)].split("|")))
    return sheet.said(index).count(_STEP) > 1


def _heads_prose(sheet: Sheet, index: int) -> bool:
    """Whether a numbered line stands right above a paragraph: "2. Lyon, France"."""
    lines = sheet.lines
    if index + 1 >= len(lines) or lines[index + 1].kind is not PROSE:
        return False
    return _COUNTED.match(sheet.text, *lines[index].span) is not None


def heads_labels(sheet: Sheet, index: int) -> bool:
    """Whether a short capitalised line stands right above the labels with which a profile begins."""
    below = sheet.below(index)
    if below is None:
        return False
    if _opens_profile(sheet.text, below):
        return is_proper(sheet.said(index)) or names_place(sheet.said(index))
    heads = _heads_section(sheet, index) or _heads_block(sheet, index) or _heads_marks(sheet, index)
    return heads and is_proper(sheet.said(index))


def _heads_marks(sheet: Sheet, index: int) -> bool:
    """Whether a numbered name stands above lines with another mark: "1) Norvale", "- Canada", "- 9,000 people"."""
    lines = sheet.lines
    if _COUNTED.match(sheet.text, *lines[index].span) is None:
        return False
    below = lines[index + 1 : index + 3]
    return len(below) > 1 and all(
        line.body.start > line.span.start and _COUNTED.match(sheet.text, *line.span) is None
        for line in below
        if line.kind is not BLANK
    )


def _heads_block(sheet: Sheet, index: int) -> bool:
    """Whether a place stands right between a blank line and a label of any kind: "Council decision: ..."."""
    lines = sheet.lines
    if not 0 < index < len(lines) - 1 or lines[index - 1].kind is not BLANK:
        return False
    below = lines[index + 1]
    return below.kind is FIELD and below.label is not None and names_place(sheet.said(index))


def is_told(sheet: Sheet, index: int, facts: frozenset[str]) -> bool:
    """Whether a short name stands above two facts that together only places have.

    Above a paragraph an epithet may follow it: "Norvale, the old lady".
    """
    if len(facts & _TOGETHER) < 2:
        return False
    name, comma, more = sheet.said(index).partition(", ")
    if not comma:
        return is_proper(name)
    short = len(more.split()) <= _EPITHET and more[:1].islower()
    below = sheet.below(index) if short and is_proper(name) else None
    return below is not None and below.kind is PROSE


def is_sibling(sheet: Sheet, index: int, sure: Iterable[int]) -> bool:
    """Whether a lone word in capitals stands like two headings that surely name places."""
    if not _is_shouted(sheet.said(index)):
        return False
    return sum(_is_shouted(sheet.said(at)) for at in sure) > 1


def _is_shouted(heading: str) -> bool:
    return heading.isupper() and len(heading.split()) == 1


def _heads_section(sheet: Sheet, index: int) -> bool:
    """Whether a line stands above a section's heading, or its own kind, that stands above labels."""
    lines = sheet.lines
    at = next((i for i in range(index + 1, len(lines)) if lines[i].kind is not BLANK), index)
    opens = at > index and (lines[at].kind is HEADING or is_open(lines[at]))
    between = opens and (is_section(sheet.said(at)) or is_kind(sheet.said(at)))
    below = sheet.below(at) if between else None
    return below is not None and _opens_profile(sheet.text, below)


def _opens_profile(text: str, line: Line) -> bool:
    """Whether a line is a labelled one of a field: with what a profile may begin."""
    return line.label is not None and bool(meaning_at(text, line.label).fields)


def _begins_below(sheet: Sheet, heading: str, index: int) -> bool:
    """Whether the prose below begins by speaking of what the heading names."""
    below = sheet.below(index)
    if below is None or below.kind is not PROSE:
        return False
    name, start = key(DIVIDED.split(heading)[0]), below.body.start
    return len(name) > 1 and name in key(sheet.text[start : start + _OPENING + len(name)])


def _is_opened(sheet: Sheet, index: int) -> bool:
    """Whether a heading says before a name that it is about it: "Partnerstadt Norvale"."""
    start, name = sheet.lines[index].body.start, sheet.name(index).start
    return start < name and opens_name(sheet.text[start:name])


def _lies_in(sheet: Sheet, heading: str) -> bool:
    """Whether a heading gives a name with its country, "Kirn in Germany", that the page says again."""
    name = in_country(heading)
    return bool(name) and sheet.text.count(name) > 1


def _is_signed(sheet: Sheet, heading: str) -> bool:
    """Whether a heading on a page of ties gives a name with the sign of its country: "Lyon (F)"."""
    return country_sign(heading, Span(0, len(heading))) is not None and bool(ties(sheet.text))


def _goes_on_below(sheet: Sheet, heading: str, index: int) -> bool:
    """Whether a line is the middle of a paragraph: small letters right below words, and above others."""
    lines = sheet.lines
    if not heading[:1].islower() or not 0 < index < len(lines) - 1:
        return False
    return BLANK not in {lines[index - 1].kind, lines[index + 1].kind}
