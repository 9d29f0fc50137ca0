"""Labels from pieces: a header wrapped inside its cells, with a label a line, or of single words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.lexicon.taught import cached
from pipeline.model.source import Span
from pipeline.normalize.text import key
from pipeline.read.table.cells import Separator, separator, split
from pipeline.read.table.head import IN_BRACKETS, KNOWN, Heads, Scored, column_of, suits
from pipeline.schema.sieve import may_be_label
from pipeline.schema.vocabulary import label_keys

_CONTINUES = re.compile(r"[(\[\d²]")
_MOST_JOINED = 6
_HELD = 1024  # runs of words, of which each comes in several headers
JOIN, CELL, CUT = -0.3, -0.8, -4.0  # a piece joined, a label more, a label cut in its middle
LABELS = ((2.0, 0.5), (0.0, 2.0))  # what a known label is worth, and each of its words


class Piece(NamedTuple):
    """A piece of a header; ``weak`` tells one that may go on the cell before it."""

    span: Span
    weak: bool


def pieces_of(text: str, block: Sequence[Span]) -> list[Piece]:
    """The cells of all lines in order; the first of a line may go on the last of the line above."""
    return [
        Piece(cell, weak=order == 0)
        for line in block
        for order, cell in enumerate(split(text, line, min(separator(text, line), Separator.GAP)))
    ]


def tokens_of(text: str, block: Sequence[Span]) -> list[Piece]:
    """The words of all lines; behind a wide gap begins another cell."""
    return [
        Piece(word, weak=order == 0 or inner > 0)
        for line in block
        for order, cell in enumerate(split(text, line, Separator.GAP))
        for inner, word in enumerate(split(text, cell, Separator.BLANK))
    ]


def fitted(text: str, pieces: Sequence[Piece], cells: Sequence[Sequence[str]]) -> Heads:
    """Pieces joined to as many labels as there are columns, each to suit its cells."""
    none: Scored = (float("-inf"), ())
    before: list[Scored] = [(0.0, ()), *[none] * len(pieces)]
    for said in cells:
        before = [
            max(_endings(text, pieces[:used], before, said), default=none, key=itemgetter(0))
            for used in range(len(pieces) + 1)
        ]
    return before[-1][1]


def _endings(
    text: str, pieces: Sequence[Piece], before: Sequence[Scored], said: Sequence[str]
) -> Iterator[Scored]:
    """The ways to give the last of some pieces to one column, or none of them."""
    for taken in range(min(_MOST_JOINED, len(pieces)) + 1):
        run = pieces[len(pieces) - taken :]
        if not _joins(run):
            return
        score, heads = before[len(pieces) - taken]
        yield score + _worth(text, run, said), (*heads, run_head(run))


def run_head(run: Sequence[Piece]) -> tuple[Span, ...]:
    """The span of pieces that follow one another."""
    return (Span(run[0].span.start, run[-1].span.end),) if run else ()


def _joins(run: Sequence[Piece]) -> bool:
    return all(piece.weak for piece in run[1:])


def _worth(text: str, run: Sequence[Piece], said: Sequence[str]) -> float:
    joins = sum(
        0.0
        if _CONTINUES.match(text, after.span.start) or _goes_on(key(text[slice(*piece.span)]))
        else JOIN
        for piece, after in pairwise(run)
    )
    return suits(column_of(text, run_head(run)), said) + joins + CUT * _is_rest(text, run)


def _is_rest(text: str, run: Sequence[Piece]) -> bool:
    """Whether words that go on a label are taken for one of their own: "Persons" | "per km2"."""
    if not run or not run[0].weak or key(text[slice(*run[0].span)]) not in _joining_words():
        return False
    return not _told(text[run[0].span.start : run[-1].span.end]).words


def free(text: str, pieces: Sequence[Piece], worth: tuple[float, float]) -> Heads:
    """Words joined to labels where nothing tells their number: known ones are worth most.

    ``worth`` is that of a label and of each of its words: "City Area" is one label or two.
    """
    best: list[Scored] = [(0.0, ())]
    for used in range(1, len(pieces) + 1):
        endings = []
        for taken in range(1, min(_MOST_JOINED, used) + 1):
            run = pieces[used - taken : used]
            if not _joins(run):
                break
            score, heads = best[used - taken]
            endings.append((score + _label_worth(text, run, *worth), (*heads, run_head(run))))
        best.append(max(endings, key=itemgetter(0)))
    return best[-1][1]


def _label_worth(text: str, run: Sequence[Piece], label: float, word: float) -> float:
    """What words are worth as one label: more when it names a field, less when it is unknown."""
    told = _told(text[run[0].span.start : run[-1].span.end])
    known = KNOWN if told.known else JOIN * len(run)
    is_label = told.has_field or told.words > 1  # "Main town" rather than a "Town" behind "Main"
    return (label + word * told.words if is_label else known) + CELL + CUT * told.cuts


class _Told(NamedTuple):
    """What some words tell as a label: whether it is one, how many words it has, where it seems cut."""

    has_field: bool
    known: bool
    words: int
    cuts: int


@cached(_HELD)
def _told(said: str) -> _Told:
    plain = key(said)
    cuts = _cuts(plain)
    if not may_be_label(plain):
        return _Told(has_field=False, known=False, words=0, cuts=cuts)
    column = column_of(said, (Span(0, len(said)),))
    bare = IN_BRACKETS.sub("", plain).strip()
    words = len(bare.split()) if bare in label_keys() else 0
    return _Told(bool(column.field), column.known, words, cuts)


def _cuts(said: str) -> int:
    """In how many ways words look like a label cut in its middle."""
    return (
        bool(_CONTINUES.match(said))
        + _goes_on(said)
        + (said.partition(" ")[0] in _joining_words())
        + (said.count("(") != said.count(")"))
    )


@cache
def _joining_words() -> frozenset[str]:
    return frozenset(toml_table("structure.toml")["joining_words"])


def _goes_on(said: str) -> bool:
    """Whether a label ends in a word that asks for another: "Name of the"."""
    return said.rpartition(" ")[2] in _joining_words()
