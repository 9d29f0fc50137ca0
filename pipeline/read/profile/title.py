"""Which heading of a page with one profile is its title: the place's name, not whose site it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model.source import BLANK, NOTE, Span
from pipeline.normalize.place import find_countries
from pipeline.normalize.stretch import trim
from pipeline.read.profile.about import about_whom, tells_of_nobody
from pipeline.read.profile.authority import without_authority, without_level
from pipeline.read.profile.described import is_above
from pipeline.read.profile.heading import is_country
from pipeline.read.profile.named import name_start
from pipeline.read.profile.pagetitle import is_publisher, partner_step
from pipeline.read.profile.sheet import Sheet
from pipeline.read.profile.signal import ties
from pipeline.read.profile.standing import NONE, PLACE, Standing, heads_labels
from pipeline.read.profile.untitled import is_row, owns_site


def find_title(sheet: Sheet, ranks: Sequence[Standing], headings: Sequence[int]) -> tuple[int, ...]:
    """The heading of a page with one profile: above its facts, of a place, named most often."""
    first = next((i for i, facts in enumerate(sheet.facts) if facts), len(sheet.lines))
    ranked = [
        (
            0 if _is_letterhead(sheet, i, ranks) else trust,
            not owns_site(sheet, i),
            _mentions(sheet, i),
            not (_heads_menu(sheet, i) or tells_of_nobody(sheet.text, sheet.lines[i].span)),
            -i,
        )
        for i in range(first)
        if (trust := _trust(sheet, i, ranks[i]) or _led_to(sheet, i))
    ]
    return (-max(ranked)[-1],) if ranked else tuple(headings[:1])


def _led_to(sheet: Sheet, index: int) -> int:
    """How surely the path of a page ends with its title: as a place behind the step of the partners."""
    line = sheet.lines[index]
    return 4 * (line.kind is NOTE and partner_step(sheet.text, line.body) is not None)


def _trust(sheet: Sheet, index: int, rank: Standing) -> int:
    """How surely a line is the title of a profile: a place, a name above labels, a country, none."""
    if rank is NONE or is_row(sheet, index):
        return 0
    tied = bool(ties(sheet.text))
    if is_country(sheet.said(index)) and not _says_whom(sheet, index):
        return 1
    if not tied and (_is_address(sheet, index) or _governed(sheet, index)):
        return 1 if _is_address(sheet, index) else 3
    if rank is PLACE and is_publisher(sheet.said(index)):
        return 1
    if rank is PLACE:
        return 3 + (tied and _has_country(sheet, index))
    told = heads_labels(sheet, index) or _mentions(sheet, index) > 2
    return 2 * (told or _says_whom(sheet, index))


def _governed(sheet: Sheet, index: int) -> str:
    """The place whose council a line names, if the page says it again; "ELM MUNICIPAL ASSEMBLY"."""
    span = sheet.name(index)
    name = without_authority(sheet.text, span)
    if name == trim(sheet.text, span) or is_above(sheet.text[slice(*span)]):
        return ""
    said = without_level(sheet.text[slice(*name)])
    return said if _times(sheet, said) > 1 else ""


def _is_address(sheet: Sheet, index: int) -> bool:
    """Whether a line stands right below that of a place's council: it says where that is."""
    above = index - 1
    if above < 0 or sheet.lines[above].kind is BLANK:
        return False
    name = _governed(sheet, above)
    return bool(name) and name.lower() not in sheet.said(index).lower()


def _heads_menu(sheet: Sheet, index: int) -> bool:
    """Whether a line stands above the menu of a site, whose name it is."""
    below = sheet.below(index)
    return below is not None and below.kind is NOTE


def _says_whom(sheet: Sheet, index: int) -> bool:
    """Whether a line says that it is about a name: "Norvale at a glance"."""
    whole = sheet.lines[index].span
    told = Span(name_start(sheet.text, whole), whole.end)  # "2 Norvale at a glance"
    return any(about_whom(sheet.text, span) != span for span in (whole, told))


def _is_letterhead(sheet: Sheet, index: int, ranks: Sequence[Standing]) -> bool:
    """Whether a line is only the region of the place in the next: "Province of Alba", "Town of Elm"."""
    following = ranks[index + 1 : index + 2]
    if ranks[index] is not PLACE or following != [PLACE] or not is_above(sheet.said(index)):
        return False
    return not is_above(sheet.said(index + 1))


def _has_country(sheet: Sheet, index: int) -> bool:
    """Whether a heading gives a country with its name: on a page of ties, a partner and not the speaker."""
    return bool(find_countries(sheet.text, *sheet.name(index)))


def _mentions(sheet: Sheet, index: int) -> int:
    """How often the page says the name that a heading begins with, or that its authority has."""
    return _times(sheet, _governed(sheet, index) or sheet.said(index))


def _times(sheet: Sheet, said: str) -> int:
    """How often the page says what words begin with."""
    name = re.split(r"[,(\[|]| - ", said)[0].strip()
    return sheet.text.lower().count(name.lower()) if len(name) > 1 else 0
