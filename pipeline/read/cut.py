"""Paragraphs cut where a sentence brings in another place: the subjects of a page with their facts.

A place begins at the sentence for whose name enough speaks: more is needed inside a paragraph than
where one begins, and most where it only tells of an agreement. What follows is of that place as
long as no other begins and the paragraphs go back to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.model.source import Line, LineKind, Span
from pipeline.model.value import Context
from pipeline.normalize.figure import find_figures
from pipeline.normalize.text import key
from pipeline.read.block import Block
from pipeline.read.back import goes_back
from pipeline.read.grammar import meaning_at
from pipeline.read.mention import Mention, find_mention
from pipeline.read.sentences import sentences
from pipeline.read.signal import prose_facts, same_place, ties

# How much has to speak for a name: where a paragraph begins, and inside one.
FIRST, INSIDE, ONLY_TIE, UNTIED, SURE = 3, 4, 2, 1, 1
_OPENING = 3  # so many sentences into a paragraph its place may be named
_OF_PLACES = {"kilometer ** 2", "mile ** 2"}
_COUNTED = {"population", "area_km2", "density_per_km2"}
_FEWEST = 2
_TOLD = {LineKind.PROSE, LineKind.BULLET}
_CLEARLY = 3


class Cut(NamedTuple):
    """Lines, paragraphs cut where it is needed, with the blocks of them that tell of a place each."""

    lines: tuple[Line, ...]
    blocks: tuple[Block, ...]


class Stretch(NamedTuple):
    """Sentences of a paragraph that tell of one place, with the name that they bring in.

    ``home`` is whether it is the page's own place; ``first`` whether the paragraph begins with it.
    """

    line: int
    span: Span
    name: Span
    score: int
    facts: frozenset[str]
    first: bool
    home: bool


def cut_places(text: str, lines: Sequence[Line], home: str) -> Cut:
    """The lines with paragraphs cut between the places that they tell of, and a block for each.

    No blocks where less than two places are told of.
    """
    told = [index for index, line in enumerate(lines) if _is_told(text, line)]
    by_line: dict[int, list[Stretch]] = {}
    for stretch in find_stretches(text, lines, told, home):
        by_line.setdefault(stretch.line, []).append(stretch)
    pieces: list[Line] = []
    blocks: list[Block] = []
    for index, line in enumerate(lines):
        own = by_line.get(index, [])
        if blocks and not own and _goes_on(text, lines, index, pieces, blocks[-1]):
            blocks[-1] = blocks[-1]._replace(last=len(pieces) + 1)
        for piece, stretch in _parts(line, own):
            if stretch is not None:
                blocks.append(Block(len(pieces), len(pieces) + 1, None, stretch.name))
            pieces.append(piece)
    return Cut(tuple(pieces), tuple(blocks))


def _body(line: Line) -> Span:
    return line.body if line.label is None else Span(line.label.start, line.body.end)


def _is_told(text: str, line: Line) -> bool:
    """Whether a line tells something: prose, an item of a list, a name as a label ("Lyon: ...")."""
    named = line.kind is LineKind.FIELD and line.label is not None
    return line.kind in _TOLD or (named and not meaning_at(text, line.label).known)


def _parts(line: Line, stretches: Sequence[Stretch]) -> Iterator[tuple[Line, Stretch | None]]:
    """A line in the parts that its stretches take; whole where it has none or one."""
    if len(stretches) < _FEWEST:
        yield line, next(iter(stretches), None)
        return
    for stretch in stretches:
        yield line._replace(span=stretch.span, body=stretch.span, label=None), stretch


def _goes_on(
    text: str, lines: Sequence[Line], index: int, pieces: Sequence[Line], block: Block
) -> bool:
    """Whether a line goes on about the place of a block: right below it, or in words that go back."""
    line = lines[index]
    if line.kind is LineKind.BLANK or block.last < len(pieces) - 1:
        return False
    close = block.last == len(pieces)
    return line.kind in {*_TOLD, LineKind.FIELD} and (close or goes_back(text, line))


def find_stretches(
    text: str, lines: Sequence[Line], indexes: Sequence[int], home: str
) -> list[Stretch]:
    """The stretches that each tell of another place, where at least two do."""
    tied = bool(ties(text))
    found = [stretch for index in indexes for stretch in _stretches(text, lines, index, home)]
    sure = [s for s in found if _is_enough(s, 0, tied=tied)]
    if len({key(text[slice(*s.name)]) for s in sure}) < _FEWEST:
        return []
    first, last = sure[0].line, sure[-1].line
    return [s for s in found if _is_enough(s, SURE * (first <= s.line <= last + 2), tied=tied)]


def _is_enough(stretch: Stretch, less: int, *, tied: bool) -> bool:
    """Whether enough speaks for the name of a stretch, given the facts that it states."""
    counted = stretch.facts & _COUNTED
    whole = len(counted) > 1 and "population" in counted
    if not stretch.facts or (stretch.home and not counted) or not (tied or whole):
        return False
    needed = (FIRST if stretch.first else INSIDE) - less
    return stretch.score >= needed + ONLY_TIE * (not counted) + UNTIED * (not tied)


def _stretches(text: str, lines: Sequence[Line], index: int, home: str) -> Iterator[Stretch]:
    """A paragraph in stretches: what stands before the first name in it belongs to that name.

    It is cut inside only where people or areas are counted on both sides.
    """
    body = _body(lines[index])
    told = [(s, find_mention(text, s), _facts(text, s)) for s in sentences(text, body)]
    back = goes_back(text, lines[index])
    begun: list[Stretch] = []
    for at, (sentence, mention, facts) in enumerate(told):
        if begun and (mention is None or not _cuts(text, mention, facts, begun, home)):
            begun[-1] = begun[-1]._replace(
                span=Span(begun[-1].span.start, sentence.end), facts=begun[-1].facts | facts
            )
        elif begun and mention is not None:
            begun.append(Stretch(index, sentence, *mention, facts, first=False, home=False))
        elif mention is not None and not back and at < _OPENING and mention.score >= FIRST - SURE:
            span, before = Span(body.start, sentence.end), (f for _, _, f in told[:at])
            own = same_place(key(text[slice(*mention.span)]), home)
            begun.append(
                Stretch(index, span, *mention, facts.union(*before), first=True, home=own)
            )
    yield from _merged(begun)


def _cuts(
    text: str, mention: Mention, facts: frozenset[str], begun: Sequence[Stretch], home: str
) -> bool:
    """Whether a name inside a paragraph is another place's and the one before has its figures."""
    said = key(text[slice(*mention.span)])
    score = mention.score + bool(facts & _COUNTED)
    known = any(same_place(said, key(text[slice(*one.name)])) for one in begun)
    return score >= INSIDE and not known and not same_place(said, home)


def _merged(begun: Sequence[Stretch]) -> Iterator[Stretch]:
    """Stretches with those that count nothing joined to the one before, or to the one behind."""
    found: list[Stretch] = []
    for one in begun:
        before = found[-1] if found else None
        if before is None or (before.facts & _COUNTED and one.facts & _COUNTED):
            found.append(one)
            continue
        better = one if _outdoes(one, before) else before
        span = Span(before.span.start, one.span.end)
        facts = before.facts | one.facts
        found[-1] = better._replace(span=span, facts=facts, first=before.first)
    yield from found


def _outdoes(one: Stretch, before: Stretch) -> bool:
    """Whether a later name is the one that the figures are of, and the one before only led to it."""
    return not before.facts & _COUNTED and (before.home or one.score >= before.score + _CLEARLY)


def _facts(text: str, sentence: Span) -> frozenset[str]:
    """What a sentence states of a place: counted people and areas, and a tie with its day."""
    facts = prose_facts(text[slice(*sentence)]) & (_COUNTED | {"agreement"})
    if "area_km2" not in facts:
        units = {figure.unit for figure in find_figures(text, sentence, Context())}
        facts |= {"area_km2"} if units & _OF_PLACES else set()
    return facts
