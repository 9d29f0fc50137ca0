"""Countries by name: what CLDR, ISO 3166 and our own words call them, looked up exactly."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from pipeline.lexicon.tables import countries, country_words, csv_rows, regions, toml_table
from pipeline.model.source import Span
from pipeline.model.value import Reading
from pipeline.normalize.geometry import distance_km
from pipeline.normalize.lexeme import alternation, first_words
from pipeline.normalize.places.name import (
    fold_name,
    fold_names,
    without_accents,
    without_article,
)

LONGEST_NAME = 80
SAME_PLACE_KM = 500  # two middles of one place, as two tables see it
NAMING = frozenset({"name", "alias", "weak"})

_BRACKETED = re.compile(r"\s*[(（][^()（）]*[)）]")
_CODE = re.compile(r"[A-Z]{2,3}")
_PLACEHOLDERS = frozenset({"NA"})  # "not available" before it is Namibia


@cache
def country_names() -> tuple[tuple[str, str, str], ...]:
    """Every (name, kind, code) of a country; kinds are "name" and those of the word list."""
    own = [(word.word, word.kind, word.code) for word in country_words()]
    listed = [(country.name, "name", code) for code, country in countries().items()]
    return tuple(dict.fromkeys((*own, *listed, *_cldr_names())))


@lru_cache(maxsize=8192)
def country_code(text: str) -> str:
    """ISO 3166-1 alpha-2 code that the whole text names, "" where it names none or several.

    Exact after folding; two and three letters are codes in capitals only.
    """
    codes = country_codes(text)
    return next(iter(codes)) if len(codes) == 1 and not _also_region(text) else ""


def country_readings(text: str) -> tuple[Reading[str], ...]:
    """All that the whole text can name: "Georgia" is a country, and a state of another one.

    The state's reading has the rule ``country:region``, its own code in ``of``.
    """
    stripped = text.strip()
    start = text.find(stripped)
    span = Span(start, start + len(stripped))
    named = tuple(Reading(code, span, "country:name") for code in sorted(country_codes(text)))
    region = _also_region(text)
    return (*named, Reading(region[:2], span, "country:region", of=region)) if region else named


def country_codes(text: str) -> frozenset[str]:
    """The codes of all countries that the whole text names; a region's name is not looked at."""
    name = text.strip(" \t\r\n[](){}:;,.*|")
    if len(name) > LONGEST_NAME:
        return frozenset()
    if _CODE.fullmatch(name) and name not in _PLACEHOLDERS and name in _iso_codes():
        return frozenset({_iso_codes()[name]})
    folded = fold_name(name)
    if len(folded) < 3 and folded.isascii() and not name.isupper():
        return frozenset()
    exact = _exact()
    found = exact.get(folded) or exact.get(without_article(folded))
    return found or exact.get(without_accents(folded)) or exact.get(_stateless(name), frozenset())


def _stateless(name: str) -> str:
    """The folded name behind the words for what a state is: "République du Bénin", "Kingdom of Sweden".

    A word of several letters has to be left, so that a kingdom is no name.
    """
    form = _state_form().match(name) if _may_be_state(name) else None
    return without_article(fold_name(name[form.end() :])) if form else ""


def is_elsewhere(region: str, country: str) -> bool:
    """Whether a region lies outside a country of its name: Georgia does, Puerto Rico does not."""
    return distance_km(regions()[region], countries()[country]) > SAME_PLACE_KM


def _cldr_names() -> Iterator[tuple[str, str, str]]:
    for row in csv_rows("country_names.csv"):
        name, code, languages = row["name"], row["code"], row["languages"].split()
        yield name, "name", code
        if "(" in name:
            yield _BRACKETED.sub("", name), "name", code
        if "de" in languages and name[-1] not in "sxz":
            yield f"{name}s", "name", code
        for language, endings in _state_endings().items():
            if language in languages:
                yield from ((f"{name}{ending}", "name", code) for ending in endings)


def _may_be_state(name: str) -> bool:
    """Whether a name opens with the first word of a form of state: most names have none."""
    return name.lower().removeprefix("the ").startswith(_state_openings())


@cache
def _state_openings() -> tuple[str, ...]:
    return first_words(toml_table("structure.toml")["state_forms"])


@cache
def _state_form() -> re.Pattern[str]:
    """The words before the name of a state that say what it is, at least one, and what links them to it."""
    table = toml_table("structure.toml")
    forms, links = (alternation(table[each]) for each in ("state_forms", "state_links"))
    return re.compile(rf"(?:the )?(?:{forms}\s+){{1,3}}(?:{links}\s*)?", re.IGNORECASE)


@cache
def _state_endings() -> dict[str, list[str]]:
    """Words behind the name of a state that say what it is, by language: ラトビア共和国."""
    endings: dict[str, list[str]] = toml_table("structure.toml")["state_endings"]
    return endings


@cache
def _exact() -> dict[str, frozenset[str]]:
    named = [(name, code) for name, kind, code in country_names() if kind in NAMING]
    folded = fold_names(name for name, _ in named)
    found: dict[str, set[str]] = defaultdict(set)
    for (_, code), name in zip(named, folded, strict=True):
        found[name].add(code)
        found[without_accents(name)].add(code)
    return {name: frozenset(codes) for name, codes in found.items()}


@cache
def _iso_codes() -> dict[str, str]:
    alpha3 = {country.alpha3: code for code, country in countries().items()}
    return alpha3 | {code: code for code in countries()}


@cache
def _region_names() -> dict[str, str]:
    folded = fold_names(region.name for region in regions().values())
    return dict(zip(folded, regions(), strict=True))


def _also_region(text: str) -> str:
    """Code of a region of another country with this name: Georgia, but not Puerto Rico."""
    code = _region_names().get(fold_name(text), "")
    return code if code and any(is_elsewhere(code, other) for other in country_codes(text)) else ""
