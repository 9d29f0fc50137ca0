"""Lines cut into profiles: by headings that name a place, by labels that come again, by paragraphs.

Lines are parsed before profiles are cut, because a profile without a heading shows only in its
labels: "Country:" again, with no title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model.source import Line, LineKind, Profile, Span
from pipeline.normalize.text import key
from pipeline.read.profile.back import goes_back
from pipeline.read.profile.block import Block
from pipeline.read.profile.cut import Cut, cut_places
from pipeline.read.profile.entry import lead
from pipeline.read.profile.heading import (
    is_country,
    is_parent,
    place_name,
)
from pipeline.read.profile.headline import YEAR, find_headings
from pipeline.read.profile.home import home_text
from pipeline.read.profile.opening import find_opening
from pipeline.read.profile.paragraph import entries, set_off
from pipeline.read.profile.signal import facts_of, headline_of, same_place
from pipeline.read.profile.stretch import counts_own, find_home

_FARTHEST_PARENT = 200
_SEVERAL, _TITLE_LINES = 2, 3
_TOGETHER = frozenset({"population", "area_km2", "agreement"})


def segment(text: str, lines: Sequence[Line], *, alone: bool = True) -> tuple[Profile, ...]:
    """The profiles that the lines of a page hold, in order; lines that speak of none are left out.

    Beside a table (not ``alone``) only labels make a profile: its prose introduces the rows.
    """
    headings = find_headings(text, lines)
    blocks = tuple(_without_groups(text, lines, block) for block in _blocks(lines, headings))
    home = home_text(text, lines)
    if len(headings) > _SEVERAL and _is_title(text, lines, headings):
        headings = headings[1:]
        blocks = tuple(
            block._replace(heading=None) if block.heading not in headings else block
            for block in blocks
        )
    if len(headings) > 1:
        blocks = tuple(_own(text, lines, block, home) for block in blocks)
        blocks = tuple(b for b in blocks if b.heading is not None or b.lead is not None)
    pieces = [piece for block in blocks for piece in _cycles(text, lines, block)]
    if not alone:
        pieces = [
            p for p in pieces if headline_of(text, lines[p.first : p.last]) - {"name", "country"}
        ]
    several = len(headings) > _SEVERAL
    pieces = [p for p in pieces if _speaks(text, lines, p) or (several and _dated(text, lines, p))]
    pieces = [own for piece in pieces for own in set_off(text, lines, piece)]
    listed = [entry for piece in pieces for entry in entries(text, lines, piece)]
    told = cut_places(text, lines, home) if len(headings) < 2 else Cut((), ())
    if len(told.blocks) > 1 and len(told.blocks) >= max(len(pieces), len(listed)):
        lines, pieces = told.lines, _with_head(text, told, headings)
    elif len(listed) > 1:
        pieces = listed
    elif len(pieces) == 1:
        pieces = [_widened(text, lines, pieces[0])]
    own = frozenset(piece.heading for piece in pieces if piece.heading is not None)
    return tuple(_profile(text, lines, piece, own) for piece in pieces)


def _is_title(text: str, lines: Sequence[Line], headings: Sequence[int]) -> bool:
    """Whether the first heading only says whose page it is: nothing is counted of it."""
    first, following = headings[:2]
    above = sum(line.kind is not LineKind.BLANK for line in lines[:first])
    heads_prose = lines[first + 1].kind is LineKind.PROSE
    if above >= _TITLE_LINES or heads_prose or find_opening(text, lines[first]):
        return False
    below = lines[first + 1 : following]
    labelled = any(line.label is not None and facts_of(text, (line,)) for line in below)
    return not labelled and not any(counts_own(text, line.body) for line in below)


def _own(text: str, lines: Sequence[Line], block: Block, home: str) -> Block:
    """The block above the first heading, from where it tells of the page's own place, if it does."""
    if block.heading is not None:
        return block
    told = range(block.first, block.last)
    prose = [index for index in told if lines[index].kind is LineKind.PROSE]
    found = find_home(text, lines, prose, home)
    if not found:
        return block
    last = found[0].line + 1
    while last < block.last and goes_back(text, lines[last]):
        last += 1
    return Block(found[0].line, last, None, found[0].name)


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


def _without_groups(text: str, lines: Sequence[Line], block: Block) -> Block:
    """A block without the headings at its end that are the country or region of what follows."""
    last = block.last
    while last > block.first and (
        lines[last - 1].kind is LineKind.BLANK or _is_group(text, lines[last - 1])
    ):
        last -= 1
    return block._replace(last=last) if block.last < len(lines) else block


def _is_group(text: str, line: Line) -> bool:
    return line.kind is LineKind.HEADING and is_parent(text[slice(*place_name(text, line))])


def _cycles(text: str, lines: Sequence[Line], block: Block) -> Iterator[Block]:
    """A block cut where the label that began it comes again with further labels repeated."""
    labels = [
        (index, fields[0])
        for index in range(block.first, block.last)
        if (fields := _headline(text, lines[index]))
    ]
    starts = _restarts(labels)
    if not starts:
        yield block
        return
    yield Block(block.first, starts[0], block.heading)
    for index, start in enumerate(starts):
        last = starts[index + 1] if index + 1 < len(starts) else block.last
        yield Block(start, last, None)


def _headline(text: str, line: Line) -> tuple[str, ...]:
    if line.kind is not LineKind.FIELD or line.label is None or line.group is not None:
        return ()
    return tuple(sorted(headline_of(text, (line,))))


def _restarts(labels: Sequence[tuple[int, str]]) -> list[int]:
    """Indexes of lines where the sequence of headline labels begins anew."""
    starts: list[int] = []
    seen: list[str] = []
    for position, (index, field) in enumerate(labels):
        rest = {later for _, later in labels[position + 1 : position + 6]}
        if seen and field == seen[0] and len(set(seen)) > 1 and rest & set(seen[1:]):
            starts.append(index)
            seen = []
        seen.append(field)
    return starts


def _widened(text: str, lines: Sequence[Line], block: Block) -> Block:
    """The only profile of a page has all its lines; without heading the first fact may open with it."""
    told = (line for line in lines if block.heading is None and facts_of(text, (line,)))
    first = next(told, None)
    return Block(0, len(lines), block.heading, lead(text, first) if first else None)


def _dated(text: str, lines: Sequence[Line], block: Block) -> bool:
    """Whether a heading among several has a year below it, which is all that is told of a partner."""
    below = lines[block.first : block.last]
    return block.heading is not None and any(YEAR.search(text, *line.body) for line in below)


def _speaks(text: str, lines: Sequence[Line], block: Block) -> bool:
    return bool(facts_of(text, lines[block.first : block.last]))


def _profile(text: str, lines: Sequence[Line], block: Block, headings: frozenset[int]) -> Profile:
    heading = block.lead
    if block.heading is not None:
        heading = place_name(text, lines[block.heading])
    own = tuple(line for line in lines[block.first : block.last] if line.kind is not LineKind.BLANK)
    start = heading.start if heading and heading.start < own[0].span.start else own[0].span.start
    parent = _parent(text, lines, block, headings) if heading else None
    return Profile(Span(start, own[-1].span.end), heading, own, parent)


def _parent(text: str, lines: Sequence[Line], block: Block, own: frozenset[int]) -> Span | None:
    """The heading above that names this place among others, else the one that is its country.

    "Bloomington and Normal, Illinois"; "Japan" above the profiles of three Japanese towns.
    """
    first = block.first if block.heading is None else block.heading
    name = key(text[slice(*lines[first].body)])
    above = [
        lines[index]
        for index in range(first - 1, max(-1, first - _FARTHEST_PARENT), -1)
        if lines[index].kind is LineKind.HEADING and index not in own
    ]
    naming = (line for line in above if _names_more(text, line, name))
    countries = (line for line in above if is_country(text[slice(*place_name(text, line))]))
    return next((line.span for line in (*naming, *countries)), None)


def _names_more(text: str, line: Line, name: str) -> bool:
    heading = key(text[slice(*line.span)])
    return name != heading and same_place(name, heading)
