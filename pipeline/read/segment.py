"""Lines cut into profiles: by headings that name a place, by labels that come again, by paragraphs.

Lines are parsed before profiles are cut, because a profile without a heading shows only in its
labels: "Country:" again, with no title.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Line, LineKind, Profile, Span
from pipeline.normalize.lexeme import alternation
from pipeline.normalize.text import key
from pipeline.read.back import goes_back
from pipeline.read.block import Block
from pipeline.read.cut import Cut, cut_places
from pipeline.read.entry import lead
from pipeline.read.heading import (
    Standing,
    heads_labels,
    is_country,
    is_parent,
    is_proper,
    is_short_name,
    place_name,
    standing,
)
from pipeline.read.home import home_text
from pipeline.read.opening import find_opening
from pipeline.read.paragraph import entries, set_off
from pipeline.read.signal import facts_of, headline_of, same_place
from pipeline.read.stretch import counts_own, find_home

_FARTHEST_PARENT = 200
_SEVERAL, _TITLE_LINES = 2, 3
_TOGETHER = frozenset({"population", "area_km2", "agreement"})


def segment(text: str, lines: Sequence[Line], *, alone: bool = True) -> tuple[Profile, ...]:
    """The profiles that the lines of a page hold, in order; lines that speak of none are left out.

    Beside a table (not ``alone``) only labels make a profile: its prose introduces the rows.
    """
    headings = tuple(_accepted(text, lines))
    if not _repeats(text, lines, headings):
        headings = _title(text, lines, headings)
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
    pieces = [piece for piece in pieces if _speaks(text, lines, piece)]
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
        return 3
    return 2 * (heads_labels(text, lines, index) or _mentions(text, lines[index]) > 2)


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
