"""Lines that begin with the name of another place, set off from what they say of it."""

from __future__ import annotations

import re

from pipeline.model.source import BLANK, BULLET, PROSE, Line
from pipeline.normalize.text import key
from pipeline.read.grammar import meaning_at
from pipeline.read.profile.back import goes_back
from pipeline.read.profile.block import Block
from pipeline.read.profile.described import is_above
from pipeline.read.profile.entry import lead
from pipeline.read.profile.heading import is_parent
from pipeline.read.profile.opening import Opening, Strength, find_opening
from pipeline.read.profile.sheet import Sheet
from pipeline.read.profile.signal import same_place

_TOLD = {PROSE, BULLET}
_FORM = 2  # facts that a form has at least


def set_off(sheet: Sheet, block: Block) -> list[Block]:
    """A block cut where lines begin with the name of another place and its country.

    A lone such line heads what follows it; a paragraph that begins so is a profile by itself, with
    those behind it that go on about it ("The city ...").
    """
    found = {
        index: opening
        for index in range(block.first, block.last)
        if (opening := find_opening(sheet.text, sheet.lines[index]))
        and not _is_own(sheet, block, opening)
    }
    plain = [i for i, opening in found.items() if opening.strength > Strength.SUBJECT]
    if not plain or (len(found) < 2 and found[plain[0]].strength is not Strength.ALONE):
        return [block]
    starts = sorted(found)
    told = [
        Block(at, _reach(sheet, at, bound, found[at]), None, found[at].span)
        for at, bound in zip(starts, [*starts[1:], block.last], strict=True)
    ]
    told = [piece for piece in told if sheet.told(piece.first, piece.last)]
    if not told or (len(told) < 2 and found[told[0].first].strength is not Strength.ALONE):
        return [block]
    first = block._replace(last=told[0].first)
    return [first, *told] if sheet.told(first.first, first.last) else told


def _is_own(sheet: Sheet, block: Block, opening: Opening) -> bool:
    """Whether an opening only repeats the name that heads its block, or says right below it whose it is."""
    if block.heading is None:
        return False
    below = sheet.lines[block.first].span.covers(opening.span)
    if below and is_above(sheet.text[slice(*opening.span)]):  # "Government of Kerala, India"
        return True
    name = key(re.split(r"[,(]", sheet.text[slice(*opening.span)])[0].strip())
    heading = block.heading
    return opening.span == sheet.name(heading) or same_place(name, key(sheet.said(heading)))


def _reach(sheet: Sheet, start: int, bound: int, opening: Opening) -> int:
    """Where the lines end that belong to the place with which one opens."""
    alone = opening.strength is Strength.ALONE
    last = start + 1
    for index in range(start + 1, bound):
        line = sheet.lines[index]
        if line.kind is BLANK:
            continue
        goes_on = line.kind in _TOLD and (alone or goes_back(sheet.text, line))
        if not goes_on and not (alone and _is_known_label(sheet.text, line)):
            break
        last = index + 1
    return last


def _is_known_label(text: str, line: Line) -> bool:
    return line.label is not None and meaning_at(text, line.label).known


def entries(sheet: Sheet, block: Block) -> list[Block]:
    """Lines that each open with a name and state a fact, in a block that no place heads."""
    told = [
        index
        for index in range(block.first, block.last)
        if sheet.facts[index] and not ((label := sheet.named[index]) and label.known)
    ]
    if not told or (block.heading is not None and not is_parent(sheet.said(block.heading))):
        return [block]
    found = [
        Block(index, index + 1, None, name)
        for index in told
        if (name := lead(sheet.text, sheet.lines[index]))
    ]
    listed = len(found) > (block.heading is None) and not _is_form(sheet, block, len(found))
    return found if listed else [block]


def _is_form(sheet: Sheet, block: Block, named: int) -> bool:
    """Whether known labels tell as many facts of one place as there are lines that open with a name."""
    told = [
        index
        for index in range(block.first, block.last)
        if sheet.facts[index] and (label := sheet.named[index]) and label.known
    ]
    return len(told) >= max(_FORM, named)
