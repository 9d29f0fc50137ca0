"""Countries in running text, with exact spans; names of regions are read with them.

One index holds both, so that "New Mexico" hides "Mexico" and Georgia is seen to be either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from pipeline.lexicon.tables import Region, regions, toml_table
from pipeline.model.source import Span
from pipeline.model.value import Reading
from pipeline.normalize.places.beside import names_feature
from pipeline.normalize.places.country import country_codes, country_names, is_elsewhere
from pipeline.normalize.places.entry import Meaning, Meanings
from pipeline.normalize.places.index import Match, NameIndex
from pipeline.normalize.places.name import fold_name, without_accents
from pipeline.normalize.places.told import Told

_RULES = {
    "name": "country:name",
    "alias": "country:alias",
    "weak": "country:alias",
    "adjective": "country:adjective",
    "demonym": "country:demonym",
}
REGION = "region"
BARE = "bare region"  # a region by a name that is as often something else
_FLAG = re.compile(
    r"\[([A-Z]{2,3})\]|\{\{(?:[Ff]lag\w{0,7}\|)?([A-Z]{2,3})[}|]|([\U0001f1e6-\U0001f1ff]{2})"
)
_FLAG_SIGN = re.compile("[\\[{\U0001f1e6-\U0001f1ff]")
POSTAL_SIGN = re.compile(r", [A-Z]{2}")
_HELD = 64  # pages, cells and values that are read at the same time
_COMMA = re.compile(r", ?")
_SHOUT_BEFORE = re.compile(r"[A-Z]{2,} $")
_SHOUT_AFTER = re.compile(r" [A-Z]{2,}\b")


def find_countries(text: str, start: int = 0, end: int | None = None) -> tuple[Reading[str], ...]:
    """Countries that a range of the text names, as ISO 3166-1 codes in the order of the text.

    The rule tells a name, an alias, a flag, an adjective and a demonym apart; the qualifier is
    ``weak`` ("Korea") or ``ambiguous`` ("Georgia", "Congo").
    """
    stop = len(text) if end is None else end
    if told_names(text).is_silent(start, stop):
        return ()
    found = matches(text, start, stop)
    named = [
        reading
        for match, following in pairwise((*found, None))
        if match and _names_country(text, match, following, stop)
        for reading in _country_readings(match)
    ]
    named += (reading for match in found for reading in _set_off(text, match))
    return tuple(sorted((*named, *_flags(text, start, stop)), key=lambda reading: reading.span))


def _set_off(text: str, match: Match) -> Iterator[Reading[str]]:
    """The country of a name that is one only by itself behind a place: "Skagnes, Island"."""
    said = text[match.start : match.end]
    if said not in _countries_set_off() or text[match.start - 2 : match.start] not in {", ", " ("}:
        return
    if text[match.end : match.end + 1] in {"", "\n", "\r", ")"}:
        codes = {known.code for known in match.meanings if known.kind == "name"}
        span = Span(match.start, match.end)
        yield from (Reading(code, span, "country:name") for code in codes)


@cache
def _countries_set_off() -> frozenset[str]:
    return frozenset(toml_table("structure.toml")["countries_set_off"])


def matches(text: str, start: int, end: int) -> tuple[Match, ...]:
    """All names of countries and regions in a range of the text, apart and in order."""
    return told_names(text).within(start, end)


@lru_cache(_HELD)
def told_names(text: str) -> Told:
    """The names of countries and regions in a text, found once while it is read."""
    return Told(_index(), text, (_FLAG_SIGN, POSTAL_SIGN))


@cache
def _index() -> NameIndex:
    names: dict[str, Meanings] = {}
    for name, kind, code in (*country_names(), *_region_names()):
        known, meant = names.get(name), _meaning(kind, code)
        names[name] = known | meant if known else meant
    return NameIndex(names)


@cache
def _meaning(kind: str, code: str) -> Meanings:
    """One meaning, which a country's names in all languages share."""
    return frozenset({Meaning(kind, code)})


def _region_names() -> Iterator[tuple[str, str, str]]:
    """Every (name, kind, code) of a region."""
    for code, region in regions().items():
        for name in (region.name, *region.aliases):
            yield name, BARE if _is_bare(name, region) else REGION, code


def _is_bare(name: str, region: Region) -> bool:
    if region.alone or name == region.name:
        return not region.alone
    return without_accents(fold_name(name)) == without_accents(fold_name(region.name))


@cache
def country_meanings(meanings: Meanings) -> tuple[Meaning, ...]:
    """What a name means as a country, one meaning a code; nothing for a name that means none."""
    kinds = {known.kind for known in meanings}
    if "not" in kinds:
        return ()
    best = {
        known.code: known for kind in reversed(_RULES) for known in meanings if known.kind == kind
    }
    return tuple(sorted(best.values(), key=lambda known: known.code))


def _names_country(text: str, match: Match, following: Match | None, end: int) -> bool:
    span = Span(match.start, match.end)
    meanings = country_meanings(match.meanings)
    if not meanings or names_feature(text, span, end) or _is_no_name(text, span):
        return False
    return not (following and _is_inside(text, match, following))


def _is_no_name(text: str, span: Span) -> bool:
    """Whether "US" stands in a line of capitals ("CONTACT US"), where it may be a pronoun, or in "US$"."""
    literal = text[span.start : span.end]
    if len(literal) != 2 or not literal.isascii():
        return False
    if text.startswith("$", span.end):
        return True
    before = _SHOUT_BEFORE.search(text[max(0, span.start - 12) : span.start])
    return bool(before or _SHOUT_AFTER.match(text, span.end))


def _is_inside(text: str, match: Match, following: Match) -> bool:
    """Whether the next name makes a town or a state of it: "Peru, Indiana", "Georgia, USA"."""
    if not _COMMA.fullmatch(text, match.end, following.start):
        return False
    inside = {known.code[:2] for known in following.meanings if known.kind == REGION}
    named = {known.code for known in country_meanings(following.meanings)}
    states = {known.code[:2] for known in match.meanings if known.kind == REGION}
    return inside == {"US"} or not states.isdisjoint(named)


def _country_readings(match: Match) -> Iterator[Reading[str]]:
    span = Span(match.start, match.end)
    for code, rule, qualifier in _qualified(match.meanings):
        yield Reading(code, span, rule, qualifier=qualifier)


@cache
def _qualified(meanings: Meanings) -> tuple[tuple[str, str, str], ...]:
    """The code, the rule and the qualifier of all that a name means as a country."""
    named = country_meanings(meanings)
    elsewhere = any(
        known.kind in {REGION, BARE} and is_elsewhere(known.code, named[0].code)
        for known in meanings
    )
    ambiguous = elsewhere or len({known.code for known in named}) > 1
    return tuple(
        (code, _RULES[kind], "ambiguous" if ambiguous else "weak" if kind == "weak" else "")
        for kind, code in named
    )


def _flags(text: str, start: int, end: int) -> Iterator[Reading[str]]:
    if not _FLAG_SIGN.search(text, start, end):
        return
    for found in _FLAG.finditer(text, start, end):
        letters = next(group for group in found.groups() if group)
        code = letters if letters.isascii() else "".join(chr(ord(i) - 0x1F1A5) for i in letters)
        for known in country_codes(code):
            yield Reading(known, Span(*found.span()), "country:flag")
