"""Paragraphs that each tell of a place: set off where they begin, or told of as their subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Line, LineKind, Span
from pipeline.model.value import Context
from pipeline.normalize.figure import find_figures
from pipeline.normalize.lexeme import alternation, flatten, pattern
from pipeline.normalize.text import key
from pipeline.read.block import Block
from pipeline.read.entry import lead
from pipeline.read.grammar import meaning_at
from pipeline.read.heading import is_parent, place_name
from pipeline.read.opening import Opening, Strength, find_opening
from pipeline.read.signal import facts_of, headline_of, same_place, ties
from pipeline.read.told import BESIDE_PARENT, told_place

_TITLE = 80
_TOLD = {LineKind.PROSE, LineKind.BULLET}
_OF_PARTNERS = {"population", "area_km2", "agreement", "density_per_km2"}
_SURE = 5
_OF_PLACES = {"kilometer ** 2", "mile ** 2"}


class _Told(NamedTuple):
    """A paragraph and the name it tells of."""

    line: int
    name: Span | None


def set_off(text: str, lines: Sequence[Line], block: Block) -> list[Block]:
    """A block cut where lines begin with the name of another place and its country.

    A lone such line heads what follows it; a paragraph that begins so is a profile by itself, with
    those behind it that go on about it ("The city ...").
    """
    found = {
        index: opening
        for index in range(block.first, block.last)
        if (opening := find_opening(text, lines[index]))
        and not _is_own(text, lines, block, opening)
    }
    plain = [i for i, opening in found.items() if opening.strength > Strength.SUBJECT]
    if not plain or (len(found) < 2 and found[plain[0]].strength is not Strength.ALONE):
        return [block]
    starts = sorted(found)
    told = [
        Block(at, _reach(text, lines, at, bound, found[at]), None, found[at].span)
        for at, bound in zip(starts, [*starts[1:], block.last], strict=True)
    ]
    told = [piece for piece in told if _states(text, lines, piece)]
    if not told or (len(told) < 2 and found[told[0].first].strength is not Strength.ALONE):
        return [block]
    first = block._replace(last=told[0].first)
    return [first, *told] if facts_of(text, lines[first.first : first.last]) else told


def _is_own(text: str, lines: Sequence[Line], block: Block, opening: Opening) -> bool:
    """Whether an opening only repeats the name that heads its block."""
    if block.heading is None:
        return False
    heading = place_name(text, lines[block.heading])
    name = key(re.split(r"[,(]", text[slice(*opening.span)])[0].strip())
    return opening.span == heading or same_place(name, key(text[slice(*heading)]))


def _reach(text: str, lines: Sequence[Line], start: int, bound: int, opening: Opening) -> int:
    """Where the lines end that belong to the place with which one opens."""
    alone = opening.strength is Strength.ALONE
    last = start + 1
    for index in range(start + 1, bound):
        line = lines[index]
        if line.kind is LineKind.BLANK:
            continue
        goes_on = line.kind in _TOLD and (alone or goes_back(text, line))
        if not goes_on and not (alone and _is_known_label(text, line)):
            break
        last = index + 1
    return last


def _is_known_label(text: str, line: Line) -> bool:
    return line.label is not None and meaning_at(text, line.label).known


def _states(text: str, lines: Sequence[Line], block: Block) -> bool:
    return bool(facts_of(text, lines[block.first : block.last]))


def goes_back(text: str, line: Line) -> bool:
    """Whether a paragraph goes on about the place before it: "It ...", "The city ...", "There ..."."""
    return _back().match(text, *line.body) is not None


@cache
def _back() -> re.Pattern[str]:
    return re.compile(
        alternation(flatten(toml_table("structure.toml")["back_references"])), re.IGNORECASE
    )


def entries(text: str, lines: Sequence[Line], block: Block) -> list[Block]:
    """Lines that each open with a name and state a fact, in a block that no place heads."""
    if block.heading is not None and not is_parent(
        text[slice(*place_name(text, lines[block.heading]))]
    ):
        return [block]
    found = [
        Block(index, index + 1, None, name)
        for index in range(block.first, block.last)
        if (name := lead(text, lines[index])) and facts_of(text, lines[index : index + 1])
    ]
    return found if len(found) > (block.heading is None) else [block]


def paragraphs(text: str, lines: Sequence[Line], block: Block) -> list[Block]:
    """Paragraphs as profiles of their own, where at least two tell of places."""
    if any(_is_headline(text, line) for line in lines[block.first : block.last]):
        return []
    named = _each_of_its_own(text, lines, block) if ties(text) else []
    whole = _whole(text, lines, block)
    told = named if len(named) >= max(2, len(whole)) else whole
    return list(_blocks(text, lines, block, told)) if len(told) > 1 else []


def _whole(text: str, lines: Sequence[Line], block: Block) -> list[_Told]:
    """The paragraphs that state an area and a population, with the name they tell of."""
    return [
        _Told(index, found.span if (found := told_place(text, lines[index].body)) else None)
        for index in _telling(lines, block)
        if _counts_and_measures(text, lines[index])
    ]


def _blocks(
    text: str, lines: Sequence[Line], block: Block, told: Sequence[_Told]
) -> Iterator[Block]:
    """The paragraphs that tell of places, each with those right behind it that go back to it."""
    taken = {one.line for one in told}
    for one in told:
        last = one.line + 1
        for index in range(one.line + 1, block.last):
            if lines[index].kind is LineKind.BLANK:
                continue
            if (
                index in taken
                or lines[index].kind not in _TOLD
                or not goes_back(text, lines[index])
            ):
                break
            last = index + 1
        yield Block(one.line, last, None, one.name)


def _is_headline(text: str, line: Line) -> bool:
    labelled = line.kind is LineKind.FIELD and line.label is not None and line.group is None
    return labelled and bool(headline_of(text, (line,)))


def _telling(lines: Sequence[Line], block: Block) -> list[int]:
    return [index for index in range(block.first, block.last) if lines[index].kind in _TOLD]


def _counts_and_measures(text: str, line: Line) -> bool:
    """Whether a paragraph states an area and a population, with or without words for them."""
    facts = facts_of(text, (line,))
    if "population" not in facts:
        return False
    figures = find_figures(text, line.body, Context()) if "area_km2" not in facts else ()
    return "area_km2" in facts or any(figure.unit in _OF_PLACES for figure in figures)


def _each_of_its_own(text: str, lines: Sequence[Line], block: Block) -> list[_Told]:
    """On a page of partners, the paragraphs with a fact that tell of different places."""
    home = key(text.lstrip().partition("\n")[0][:_TITLE])
    named: dict[str, _Told] = {}
    for index in _telling(lines, block):
        line = lines[index]
        facts = facts_of(text, (line,)) & _OF_PARTNERS
        told = told_place(text, line.body, home) if facts else None
        if told is None or told.score < _enough(text, line, facts):
            continue
        named.setdefault(key(text[slice(*told.span)]), _Told(index, told.span))
    return list(named.values())


def _enough(text: str, line: Line, facts: frozenset[str]) -> int:
    """How much has to speak for a name: most where a paragraph only tells of an agreement."""
    if not facts - {"agreement"}:
        return _SURE
    measured = facts & {"area_km2", "density_per_km2"}
    counted = measured or pattern("population_cues").search(text, *line.body)
    return BESIDE_PARENT if counted else BESIDE_PARENT + 1
