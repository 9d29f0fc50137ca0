"""Lines cut into profiles: by headings that name a place, by labels that come again, by paragraphs.

Lines are parsed before profiles are cut, because a profile without a heading shows only in its
labels: "Country:" again, with no title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model.source import BLANK, FIELD, HEADING, PROSE, Line, Profile, Span
from pipeline.read.profile.above import other_headings, parent_above
from pipeline.read.profile.beside import stands_beside
from pipeline.read.profile.block import Block
from pipeline.read.profile.card import is_described
from pipeline.read.profile.cut import Cut, cut_places
from pipeline.read.profile.entry import lead
from pipeline.read.profile.heading import is_parent
from pipeline.read.profile.headline import YEAR, find_headings
from pipeline.read.profile.home import home_text
from pipeline.read.profile.motto import without_mottoes
from pipeline.read.profile.opening import find_opening
from pipeline.read.profile.paragraph import entries, set_off
from pipeline.read.profile.prelude import with_paragraphs
from pipeline.read.profile.sheet import Sheet
from pipeline.read.profile.signal import facts_of
from pipeline.read.profile.speaker import own_block
from pipeline.read.profile.stretch import counts_own

_SEVERAL, _TITLE_LINES = 2, 3
_AHEAD = 5  # labels among which those of a cycle come again


def segment(text: str, lines: Sequence[Line], *, alone: bool = True) -> tuple[Profile, ...]:
    """The profiles that the lines of a page hold, in order; lines that speak of none are left out.

    Beside a table (not ``alone``) only labels make a profile: its prose introduces the rows.
    """
    lines = tuple(without_mottoes(text, tuple(with_paragraphs(text, lines))))
    sheet = Sheet(text, lines)
    headings = find_headings(sheet)
    blocks = tuple(_without_groups(sheet, block) for block in _blocks(lines, headings))
    home = home_text(text, lines)
    if len(headings) > _SEVERAL and _is_title(sheet, headings):
        headings = headings[1:]
        blocks = tuple(
            block._replace(heading=None) if block.heading not in headings else block
            for block in blocks
        )
    if len(headings) > 1:
        blocks = tuple(own_block(sheet, block, home) for block in blocks)
        blocks = tuple(b for b in blocks if b.heading is not None or b.lead is not None)
    pieces = [piece for block in blocks for piece in _cycles(sheet, block)]
    if not alone:
        pieces = [piece for piece in pieces if stands_beside(sheet, piece)]
    several = len(headings) > _SEVERAL
    pieces = [p for p in pieces if _speaks(sheet, p) or (several and _dated(text, lines, p))]
    pieces = [own for piece in pieces for own in set_off(sheet, piece)]
    listed = [entry for piece in pieces for entry in entries(sheet, piece)]
    told = cut_places(text, lines, home) if len(headings) < 2 else Cut((), ())
    if len(told.blocks) > 1 and len(told.blocks) >= max(len(pieces), len(listed)):
        pieces = _with_head(text, told, headings)
        sheet = Sheet(text, told.lines)
    elif len(listed) > 1:
        pieces = listed
    elif len(pieces) == 1:
        pieces = [_widened(sheet, pieces[0])]
    others = other_headings(sheet.lines, pieces)
    return tuple(_profile(sheet, piece, others) for piece in pieces)


def _is_title(sheet: Sheet, headings: Sequence[int]) -> bool:
    """Whether the first heading only says whose page it is: nothing is counted of it."""
    first, following = headings[:2]
    text, lines = sheet.text, sheet.lines
    above = sum(line.kind is not BLANK for line in lines[:first])
    heads_prose = lines[first + 1].kind is PROSE
    if above >= _TITLE_LINES or heads_prose or find_opening(text, lines[first]):
        return False
    below = range(first + 1, following)
    labelled = any(lines[at].label is not None and sheet.facts[at] for at in below)
    return not labelled and not any(counts_own(text, lines[at].body) for at in below)


def _with_head(text: str, told: Cut, headings: Sequence[int]) -> list[Block]:
    """The blocks told of, with the labelled one above them."""
    heading = headings[0] if headings and headings[0] < told.blocks[0].first else None
    head = Block(0 if heading is None else heading + 1, told.blocks[0].first, heading)
    labelled = [line for line in told.lines[head.first : head.last] if line.label is not None]
    return [head, *told.blocks] if facts_of(text, labelled) - {"agreement"} else [*told.blocks]


def _blocks(lines: Sequence[Line], headings: Sequence[int]) -> Iterator[Block]:
    if not headings or headings[0] > 0:
        yield Block(0, headings[0] if headings else len(lines), None)
    for index, heading in enumerate(headings):
        last = headings[index + 1] if index + 1 < len(headings) else len(lines)
        yield Block(heading + 1, last, heading)


def _without_groups(sheet: Sheet, block: Block) -> Block:
    """A block without the headings at its end that are the country or region of what follows."""
    if block.last == len(sheet.lines):
        return block
    last = block.last
    while last > block.first and _is_group(sheet, last - 1):
        last -= 1
    return block._replace(last=last)


def _is_group(sheet: Sheet, index: int) -> bool:
    """Whether a line may stand between the end of a block and a group: blank, or its heading."""
    kind = sheet.lines[index].kind
    return kind is BLANK or (kind is HEADING and is_parent(sheet.said(index)))


def _cycles(sheet: Sheet, block: Block) -> Iterator[Block]:
    """A block cut where the label that began it comes again with further labels repeated."""
    named = sheet.named
    labels = [
        (index, label.headline)
        for index in range(block.first, block.last)
        if (label := named[index]) is not None and label.headline
    ]
    starts = _restarts(labels)
    if not starts:
        yield block
        return
    yield Block(block.first, starts[0], block.heading)
    for index, start in enumerate(starts):
        last = starts[index + 1] if index + 1 < len(starts) else block.last
        yield Block(start, last, None)


def _restarts(labels: Sequence[tuple[int, str]]) -> list[int]:
    """Indexes of lines where the sequence of headline labels begins anew."""
    starts: list[int] = []
    seen: list[str] = []
    for position, (index, field) in enumerate(labels):
        if seen and field == seen[0] and len(set(seen)) > 1:
            rest = {later for _, later in labels[position + 1 : position + 1 + _AHEAD]}
            if not rest.isdisjoint(seen[1:]):
                starts.append(index)
                seen = []
        seen.append(field)
    return starts


def _widened(sheet: Sheet, block: Block) -> Block:
    """The only profile of a page has all its lines; without heading the first fact may open with it."""
    last, opening = len(sheet.lines), None
    if block.heading is None:
        first = next((at for at, facts in enumerate(sheet.facts) if facts), None)
        opening = lead(sheet.text, sheet.lines[first]) if first is not None else None
        opening = opening or _motto(sheet)
    return Block(0, last, block.heading, opening)


def _motto(sheet: Sheet) -> Span | None:
    """The name before a motto in the first line, if the page says it again: "NORVALE: Gate to the Sea"."""
    line = next((line for line in sheet.lines if line.kind is not BLANK), None)
    name = lead(sheet.text, line) if line is not None and line.kind is FIELD else None
    said = sheet.text[slice(*name)].lower() if name else ""
    return name if said and sheet.text.lower().count(said) > 1 else None


def _dated(text: str, lines: Sequence[Line], block: Block) -> bool:
    """Whether a heading among several has a year below it, which is all that is told of a partner."""
    below = lines[block.first : block.last]
    return block.heading is not None and any(YEAR.search(text, *line.body) for line in below)


def _speaks(sheet: Sheet, block: Block) -> bool:
    """Whether a block tells of a place: by a core fact, or else by the labels of a card."""
    run = slice(block.first, block.last)
    return any(sheet.facts[run]) or is_described(sheet.text, sheet.lines[run])


def _profile(sheet: Sheet, block: Block, others: Sequence[int]) -> Profile:
    heading = block.lead if block.heading is None else sheet.name(block.heading)
    lines = sheet.lines[block.first : block.last]
    own = tuple([line for line in lines if line.kind is not BLANK])
    start = heading.start if heading and heading.start < own[0].span.start else own[0].span.start
    parent = parent_above(sheet, block, others) if heading and others else None
    return Profile(Span(start, own[-1].span.end), heading, own, parent)
