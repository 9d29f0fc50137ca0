"""Names one below another, each above a paragraph that counts who lives there: "Elm", "1,346 people. ..."."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from pipeline.model.source import BLANK, PROSE
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import alternation, words
from pipeline.normalize.place import find_countries
from pipeline.read.profile.heading import is_proper
from pipeline.read.profile.sheet import Sheet
from pipeline.read.profile.signal import tells_of_partners

_FEWEST = 3
_TOLD = frozenset({"population", "area_km2", "agreement"})
_OPENING = 90  # characters of a paragraph that say what it is about


def called(
    sheet: Sheet, candidates: Iterable[int], told: Mapping[int, Collection[str]]
) -> frozenset[int]:
    """Headings of three or more places that only their paragraphs tell: none of "Farming" or "Schools".

    On a page of ties any count of residents is a partner's.
    """
    found = [at for at in candidates if "population" in told[at] and _is_headed(sheet, at)]
    if len(found) < _FEWEST:
        return frozenset()
    counted = [at for at in found if _counts_below(sheet, at)]
    if len(counted) < _FEWEST and tells_of_partners(sheet.text):
        counted = [at for at in found if "population" in sheet.facts[at + 1]]
    return frozenset(counted) if len(counted) >= _FEWEST else frozenset()


def tells_where(sheet: Sheet, index: int, facts: Collection[str]) -> bool:
    """Whether a name stands above what opens with its kind and its country: "A wine town in Alba"."""
    if not _TOLD.intersection(facts) or not _is_headed(sheet, index):
        return False
    start, end = sheet.lines[index + 1].body
    end = min(end, start + _OPENING)
    kind = _settlements().search(sheet.text, start, end)
    return kind is not None and bool(find_countries(sheet.text, start, end))


def _is_headed(sheet: Sheet, index: int) -> bool:
    """Whether a name stands between a blank line and a paragraph."""
    lines = sheet.lines
    if index + 1 >= len(lines) or lines[index + 1].kind is not PROSE:
        return False
    return (index == 0 or lines[index - 1].kind is BLANK) and is_proper(sheet.said(index))


def _counts_below(sheet: Sheet, index: int) -> bool:
    """Whether the paragraph below a name opens with a count or a town."""
    start, end = sheet.lines[index + 1].body
    opening = sheet.text[start : min(end, start + _OPENING)]
    return bool(_count().search(opening) or _settlements().search(opening))


@cache
def _count() -> re.Pattern[str]:
    """People counted and no more said of them: "1,346 people.", "1,185 inhabitants; founded"."""
    people = alternation(words("person_nouns"))
    return re.compile(rf"(?:^|[.\"'] )\W?\d[\d., ]{{0,9}} ?{people}\s?[.;,]", re.IGNORECASE)


@cache
def _settlements() -> Glossary:
    return Glossary(words("settlement_nouns"))
