"""Which headings of a page begin a profile: of places, above facts, like others that surely do."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import BLANK, PROSE
from pipeline.normalize.glossary import Glossary
from pipeline.read.profile.above import named_above
from pipeline.read.profile.heading import is_proper
from pipeline.read.profile.roll import called, tells_where
from pipeline.read.profile.sheet import Sheet
from pipeline.read.profile.signal import SIZES
from pipeline.read.profile.standing import (
    MAYBE,
    NONE,
    PLACE,
    Standing,
    heads_labels,
    is_sibling,
    is_told,
    standings,
)
from pipeline.read.profile.title import find_title

YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def find_headings(sheet: Sheet) -> tuple[int, ...]:
    """Indexes of the headings that begin profiles; of a page with one profile its title."""
    ranks = standings(sheet)
    headings = tuple(sorted(set(_accepted(sheet, ranks))))
    return headings if _repeats(sheet, headings) else find_title(sheet, ranks, headings)


def _repeats(sheet: Sheet, headings: Sequence[int]) -> bool:
    """Whether several headings have the same kind of fact below them, as profiles have."""
    return bool(_repeated(_told(sheet, headings).values()) - {"founded"})


def _told(sheet: Sheet, headings: Sequence[int]) -> dict[int, frozenset[str]]:
    """The facts below each heading, down to the next."""
    bounds = (*headings[1:], len(sheet.lines))
    return {
        index: sheet.told(index + 1, bound) for index, bound in zip(headings, bounds, strict=False)
    }


def _repeated(told: Iterable[frozenset[str]]) -> frozenset[str]:
    """Facts that more than one heading has below it: the sign of a page with several profiles."""
    seen: set[str] = set()
    twice: set[str] = set()
    for facts in told:
        twice |= seen & facts
        seen |= facts
    return frozenset(twice)


def _accepted(sheet: Sheet, ranks: Sequence[Standing]) -> Iterator[int]:
    """Indexes of the headings that begin a profile."""
    candidates = [i for i, rank in enumerate(ranks) if rank and not _is_second(ranks, i)]
    told = _told(sheet, candidates)
    repeated = _repeated(told.values())
    likely = {
        index
        for index in candidates
        if told[index]
        and (
            ranks[index] is PLACE
            or is_told(sheet, index, told[index])
            or tells_where(sheet, index, told[index])
        )
    }
    sure = [index for index in candidates if ranks[index] is PLACE]
    alike = called(sheet, candidates, told)
    if alike and any(sheet.facts[: min(alike)]):  # the district above its towns
        yield from (at for at in find_title(sheet, ranks, ()) if at < min(alike))
    for above, index in pairwise((-1, *candidates)):
        rank = ranks[index]
        if not told[index] and _is_dated(sheet, index, rank, likely):
            yield index
        if not told[index] or (above >= 0 and _repeats_name(sheet, above, index)):
            continue
        if rank is PLACE:
            yield named_above(sheet, ranks, index)
        elif told[index] & repeated and (
            heads_labels(sheet, index)
            or is_sibling(sheet, index, sure)
            or (index in likely and len(likely) > 1)
            or _is_between(sheet, index, likely)
            or _goes_on(sheet, index, likely, told[index])
            or index in alike
        ):
            yield index


def _is_second(ranks: Sequence[Standing], index: int) -> bool:
    """Whether a line only says more right below the name of a place: "Prefecture of Ishikawa"."""
    above = ranks[index - 1] if index else NONE
    return ranks[index] is MAYBE and above is PLACE


def _is_dated(sheet: Sheet, index: int, rank: Standing, likely: Collection[int]) -> bool:
    """Whether a place stands above a paragraph with a year, among or behind two sure ones."""
    among = _is_between(sheet, index, likely) or _follows(sheet, index, likely)
    if rank is not PLACE or not among:
        return False
    return YEAR.search(sheet.text, *sheet.lines[index + 1].body) is not None


def _repeats_name(sheet: Sheet, above: int, index: int) -> bool:
    """Whether a heading says no more than the name in the one above: "About Norvale", "江西省について"."""
    start, end = sheet.lines[index].span
    if _about().search(sheet.text, start, end) is None:
        return False
    own = _about().sub("", sheet.said(index)).strip()
    said = sheet.said(above)
    return own != said and own in said


@cache
def _about() -> Glossary:
    return Glossary(toml_table("structure.toml")["about_words"])


def _is_between(sheet: Sheet, index: int, likely: Collection[int]) -> bool:
    """Whether a short name stands above a paragraph among two that surely tell of places."""
    if not _heads_paragraph(sheet, index):
        return False
    alike = [at for at in likely if _heads_paragraph(sheet, at)]
    name = re.split(r"[,(]", sheet.said(index))[0].strip()
    return len(alike) > 1 and min(alike) < index < max(alike) and is_proper(name)


def _goes_on(sheet: Sheet, index: int, likely: Collection[int], facts: frozenset[str]) -> bool:
    """Whether a lone name above a paragraph that counts a place goes on with two or more such."""
    return bool(facts & SIZES) and _follows(sheet, index, likely)


def _follows(sheet: Sheet, index: int, likely: Collection[int]) -> bool:
    """Whether a short name stands above a paragraph behind two or more that surely tell of places."""
    if not _heads_paragraph(sheet, index):
        return False
    alike = [at for at in likely if at < index and _heads_paragraph(sheet, at)]
    return len(alike) > 1 and is_proper(sheet.said(index))


def _heads_paragraph(sheet: Sheet, index: int) -> bool:
    """Whether a line stands between a blank one and prose."""
    lines = sheet.lines
    above = index == 0 or lines[index - 1].kind is BLANK
    return above and index + 1 < len(lines) and lines[index + 1].kind is PROSE
