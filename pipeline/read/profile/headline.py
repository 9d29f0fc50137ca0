"""Which headings of a page begin a profile: of places, above facts, like others that surely do."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Line, LineKind
from pipeline.normalize.lexeme import alternation
from pipeline.normalize.place import find_countries
from pipeline.read.profile.heading import (
    Standing,
    heads_labels,
    is_country,
    is_parent,
    is_proper,
    is_short_name,
    place_name,
    standing,
)
from pipeline.read.profile.signal import facts_of, ties

YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_TOGETHER = frozenset({"population", "area_km2", "agreement"})


def find_headings(text: str, lines: Sequence[Line]) -> tuple[int, ...]:
    """Indexes of the headings that begin profiles; of a page with one profile its title."""
    headings = tuple(_accepted(text, lines))
    return headings if _repeats(text, lines, headings) else _title(text, lines, headings)


def _repeats(text: str, lines: Sequence[Line], headings: Sequence[int]) -> bool:
    """Whether several headings have the same kind of fact below them, as profiles have."""
    bounds = [*headings[1:], len(lines)]
    return bool(headings) and bool(_repeated(text, lines, headings, bounds) - {"founded"})


def _title(text: str, lines: Sequence[Line], headings: Sequence[int]) -> tuple[int, ...]:
    """The heading of a page with one profile: above its facts, of a place, named most often."""
    first = next((i for i, line in enumerate(lines) if facts_of(text, (line,))), len(lines))
    ranked = [
        (trust, _mentions(text, lines[i]), -i)
        for i in range(min(first, len(lines)))
        if (trust := _trust(text, lines, i))
    ]
    return (-max(ranked)[2],) if ranked else tuple(headings[:1])


def _trust(text: str, lines: Sequence[Line], index: int) -> int:
    """How surely a line is the title of a profile: a place, a name above labels, a country, none."""
    rank = standing(text, lines, index)
    if rank is Standing.NONE:
        return 0
    if is_country(text[slice(*place_name(text, lines[index]))]):
        return 1
    if rank is Standing.PLACE:
        return 3 + (bool(ties(text)) and _has_country(text, lines[index]))
    return 2 * (heads_labels(text, lines, index) or _mentions(text, lines[index]) > 2)


def _has_country(text: str, line: Line) -> bool:
    """Whether a heading gives a country with its name: on a page of ties, a partner and not the speaker."""
    return bool(find_countries(text, *place_name(text, line)))


def _mentions(text: str, line: Line) -> int:
    """How often the page says the name that a heading begins with."""
    span = place_name(text, line)
    name = re.split(r"[,(\[|]| - ", text[slice(*span)])[0].strip()
    return text.lower().count(name.lower()) if len(name) > 1 else 0


def _accepted(text: str, lines: Sequence[Line]) -> Iterator[int]:
    """Indexes of the headings that begin a profile."""
    candidates = [
        (index, rank)
        for index, line in enumerate(lines)
        if (rank := standing(text, lines, index)) is not Standing.NONE
    ]
    candidates = [pair for pair in candidates if not _is_second(pair, candidates)]
    if not candidates:
        return
    bounds = [index for index, _ in candidates[1:]] + [len(lines)]
    repeated = _repeated(text, lines, [index for index, _ in candidates], bounds)
    told = {
        index: facts_of(text, lines[index + 1 : bound])
        for (index, _), bound in zip(candidates, bounds, strict=True)
    }
    likely = {
        index
        for index, rank in candidates
        if told[index] and (rank is Standing.PLACE or _is_told(text, lines[index], told[index]))
    }
    for position, (index, rank) in enumerate(candidates):
        if not told[index] and _is_dated(text, lines, index, rank, likely):
            yield index
        if not told[index] or (
            position and _repeats_name(text, lines, candidates[position - 1][0], index)
        ):
            continue
        if rank is Standing.PLACE:
            yield _named_above(text, lines, index)
        elif told[index] & repeated and (
            heads_labels(text, lines, index)
            or _is_sibling(text, lines, index, candidates)
            or (index in likely and len(likely) > 1)
            or _is_between(text, lines, index, likely)
        ):
            yield index


def _is_second(pair: tuple[int, Standing], candidates: Sequence[tuple[int, Standing]]) -> bool:
    """Whether a line only says more right below the name of a place: "Prefecture of Ishikawa"."""
    index, rank = pair
    return rank is Standing.MAYBE and (index - 1, Standing.PLACE) in candidates


def _is_dated(
    text: str, lines: Sequence[Line], index: int, rank: Standing, likely: Collection[int]
) -> bool:
    """Whether a place stands above a paragraph with a year, among two that surely tell of places."""
    if rank is not Standing.PLACE or not _is_between(text, lines, index, likely):
        return False
    return YEAR.search(text, *lines[index + 1].body) is not None


def _repeats_name(text: str, lines: Sequence[Line], above: int, index: int) -> bool:
    """Whether a heading says no more than the name in the one above: "About Norvale", "江西省について"."""
    own = _about().sub("", text[slice(*place_name(text, lines[index]))]).strip()
    said = text[slice(*place_name(text, lines[above]))]
    return own != said and own in said and _about().search(text, *lines[index].span) is not None


@cache
def _about() -> re.Pattern[str]:
    return re.compile(alternation(toml_table("structure.toml")["about_words"]), re.IGNORECASE)


def _is_between(text: str, lines: Sequence[Line], index: int, likely: Collection[int]) -> bool:
    """Whether a short name stands above a paragraph among two that surely tell of places."""
    alike = [at for at in likely if _heads_paragraph(lines, at)]
    among = len(alike) > 1 and min(alike) < index < max(alike)
    name = re.split(r"[,(]", text[slice(*place_name(text, lines[index]))])[0].strip()
    return among and _heads_paragraph(lines, index) and is_proper(name)


def _heads_paragraph(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands between a blank one and prose."""
    above = index == 0 or lines[index - 1].kind is LineKind.BLANK
    return above and index + 1 < len(lines) and lines[index + 1].kind is LineKind.PROSE


def _is_told(text: str, line: Line, facts: frozenset[str]) -> bool:
    """Whether a short name stands above two facts that together only places have."""
    return len(facts & _TOGETHER) > 1 and is_short_name(text, line)


def _is_sibling(
    text: str, lines: Sequence[Line], index: int, candidates: Sequence[tuple[int, Standing]]
) -> bool:
    """Whether a lone word in capitals stands like two headings that surely name places."""
    sure = (at for at, rank in candidates if rank is Standing.PLACE)
    shouted = [at for at in sure if _is_shouted(text, lines[at])]
    return len(shouted) > 1 and _is_shouted(text, lines[index])


def _is_shouted(text: str, line: Line) -> bool:
    heading = text[slice(*place_name(text, line))]
    return heading.isupper() and len(heading.split()) == 1


def _named_above(text: str, lines: Sequence[Line], index: int) -> int:
    """Of two headings right above one another, the upper where the lower is only its parent."""
    above = next((i for i in range(index - 1, -1, -1) if lines[i].kind is not LineKind.BLANK), None)
    if above is None or standing(text, lines, above) is not Standing.PLACE:
        return index
    own = place_name(text, lines[index])
    return above if is_parent(text[own.start : own.end]) else index


def _repeated(
    text: str, lines: Sequence[Line], starts: Sequence[int], bounds: Sequence[int]
) -> frozenset[str]:
    """Facts that more than one heading has below it: the sign of a page with several profiles."""
    seen: set[str] = set()
    twice: set[str] = set()
    for start, bound in zip(starts, bounds, strict=True):
        facts = facts_of(text, lines[start + 1 : bound])
        twice |= seen & facts
        seen |= facts
    return frozenset(twice)
