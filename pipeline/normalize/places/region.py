"""First-level regions in running text, with exact spans and the word for their kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.lexicon.tables import Region, regions
from pipeline.model.source import Span
from pipeline.model.value import Reading
from pipeline.normalize.places.beside import look_beside
from pipeline.normalize.places.country import is_elsewhere
from pipeline.normalize.places.index import Match
from pipeline.normalize.places.mention import (
    BARE,
    POSTAL_SIGN,
    REGION,
    country_meanings,
    matches,
    told_names,
)
from pipeline.normalize.places.name import is_glyphic

_KIND_SIGNS = "省市县県府都도시성현"
_POSTAL = re.compile(r"[a-z]\.?, ([A-Z]{2})(?![\w.])")
_BESIDE = re.compile(r"\.?[,，、]? ?[(（]?")


def find_regions(text: str, start: int = 0, end: int | None = None) -> tuple[Reading[str], ...]:
    """First-level regions that a range of the text names, as ISO 3166-2 codes.

    The rule is ``region:full`` with a word for its kind ("Guizhou province", inside the span),
    ``region:name`` without, ``region:postal`` for "Boston, MA".
    """
    stop = len(text) if end is None else end
    if told_names(text).is_silent(start, stop):
        return ()
    found = (None, *matches(text, start, stop), None)
    named = [
        reading
        for before, match, after in zip(found, found[1:], found[2:], strict=False)
        if match
        for reading in _region_readings(text, (before, match, after), stop)
    ]
    return tuple(sorted((*named, *_postal(text, start, stop)), key=lambda reading: reading.span))


def _region_readings(
    text: str, around: tuple[Match | None, Match, Match | None], end: int
) -> Iterator[Reading[str]]:
    before, match, after = around
    for kind, code in sorted(match.meanings):
        if kind not in {REGION, BARE}:
            continue
        region = regions()[code]
        beside = look_beside(text, Span(match.start, match.end), region, end)
        if beside.kind in {"town", "feature"}:
            continue
        full = beside.kind == "region" or _says_kind(text[match.start : match.end])
        in_country = _touches(text, before, match, region) or _touches(text, match, after, region)
        if not full and not in_country and (kind == BARE or _is_part(text, match)):
            continue
        unsure = not full and not in_country and _is_abroad(match, code)
        qualifier = "ambiguous" if unsure else ""
        rule = "region:full" if full else "region:name"
        yield Reading(code, beside.span, rule, qualifier=qualifier)


def _is_part(text: str, match: Match) -> bool:
    """Whether a name is joined to another by a hyphen: "Norvale-Bihar" is in no Bihar."""
    before, after = text[max(0, match.start - 2) : match.start], text[match.end : match.end + 2]
    return (before[1:] == "-" and before[0].isalpha()) or (after[:1] == "-" and after[1:].isupper())


def _is_abroad(match: Match, region: str) -> bool:
    named = country_meanings(match.meanings)
    return any(is_elsewhere(region, country.code) for country in named)


def _says_kind(literal: str) -> bool:
    return is_glyphic(literal) and literal[-1] in _KIND_SIGNS


def _touches(text: str, left: Match | None, right: Match | None, region: Region) -> bool:
    """Whether one of two neighbouring names is the region's country: "Victoria, Australia"."""
    if left is None or right is None or not _BESIDE.fullmatch(text, left.end, right.start):
        return False
    codes = {known.code for match in (left, right) for known in match.meanings}
    return region.country in codes


def _postal(text: str, start: int, end: int) -> Iterator[Reading[str]]:
    if not POSTAL_SIGN.search(text, start, end):
        return
    for found in _POSTAL.finditer(text, start, end):
        for country in ("US", "CA"):
            code = f"{country}-{found.group(1)}"
            if code in regions():
                yield Reading(code, Span(*found.span(1)), "region:postal")
