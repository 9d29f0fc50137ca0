"""The header of a table: the lines above its body, brought to one label for each column of cells.

A header has as many cells as the rows, or it is wrapped inside its cells, or it stands in two rows of
which the upper one spans columns, or in one cell a line, or above the columns by position. Every way
that fits is tried, and the one whose labels suit the cells best is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.text import key
from pipeline.normalize.unit import dimension_of
from pipeline.read.align import Column, align, fits, is_missing
from pipeline.read.body import EVEN, Body
from pipeline.read.cells import Separator, separator, split, trim_edges
from pipeline.read.grammar import heads_meaning
from pipeline.read.position import columns_at, extent, extents, placed
from pipeline.schema.field import Field, Kind
from pipeline.schema.label import label_keys
from pipeline.schema.place import BY_NAME

_CONTINUES = re.compile(r"[(\[\d²]")
_FIGURES = re.compile(r"\d[ .,]\d|\d{5}")
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_SKIPPED = re.compile(r"[\s|:+=_-]*|(?:\W*\d{1,2}\b){2,}\W*")  # rules, numbers of columns
_MARKS = re.compile(r"[:;]|, ")
_TAG = re.compile(r"</?\w+\s*/?>")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_MOST_LINES = 14
_LONGEST_LINE = 300
_LONGEST_HEAD = 110
_MOST_JOINED = 6
_SAMPLE = 8
FIGURE, WORDS, KNOWN = 3.0, 1.0, 0.5  # what a column is worth whose cells suit its label
SAID_BESIDE = 0.55
NO_LABEL, NO_CELLS, LINE, JOIN, CELL, CUT = -1.0, -1.5, -0.15, -0.3, -0.8, -4.0
LABELS = ((2.0, 0.5), (0.0, 2.0))  # what a known label is worth, and each of its words
TOLD = 0.3  # the unit or the date of a column

Heads = tuple[tuple[Span, ...], ...]
Scored = tuple[float, Heads]


class Piece(NamedTuple):
    """A piece of a header; ``weak`` tells one that may go on the cell before it."""

    span: Span
    weak: bool


def read_header(text: str, above: Sequence[Span], body: Body) -> tuple[tuple[Column, ...], int]:
    """The columns that the lines right above a body name, and how many of the lines do.

    No column where no label of a figure or a date suits the cells below it.
    """
    best, depth = 0.0, 0
    chosen: tuple[Column, ...] = ()
    cells = _sample(text, body)
    for lines in range(1, len(above) + 1):
        for heads in _arrangements(text, above[len(above) - lines :], body, cells):
            columns = tuple(_column(text, head) for head in heads)
            score = _total(text, columns, body, cells) + LINE * lines
            if score > best:
                best, chosen, depth = score, columns, lines
    return chosen, depth


def lines_above(text: str, lines: Sequence[Span], first: int, floor: int) -> tuple[Span, ...]:
    """The lines that may head a body, top first: up to a blank line, a sentence, another table."""
    found: list[Span] = []
    for index in range(first - 1, max(floor, first - _MOST_LINES - 2) - 1, -1):
        line = trim_edges(text, lines[index])
        if _SKIPPED.fullmatch(text, *line) and (not found or line.start < line.end):
            continue
        if line.start == line.end or line.end - line.start > _LONGEST_LINE:
            break
        found.append(lines[index])
    return tuple(reversed(found[:_MOST_LINES]))


def _column(text: str, heads: tuple[Span, ...]) -> Column:
    if not heads or sum(head.end - head.start for head in heads) > _LONGEST_HEAD:
        return Column(heads, "", known=False)
    meaning = heads_meaning(text, heads)
    said = _IN_BRACKETS.sub("", " ".join(text[slice(*head)] for head in heads))
    if _FIGURES.search(said) and not meaning.context.as_of:
        return Column(heads, "", known=False)
    field = next(iter(meaning.fields), "")
    return Column(heads, field, meaning.known or meaning.total, meaning.context)


def _sample(text: str, body: Body) -> tuple[tuple[str, ...], ...]:
    """What the first rows hold, column by column."""
    if body.by is Separator.GAP:
        columns = extents(text, body)
        return _said(text, [placed(text, cut.cells, columns) for cut in body.rows[:_SAMPLE]])
    usual = [cut.cells for cut in body.rows if len(cut.cells) == body.size]
    return _said(text, usual[:_SAMPLE])


def _said(text: str, rows: Sequence[Sequence[Span | None]]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(
            said for cell in column if cell and not is_missing(said := text[cell.start : cell.end])
        )
        for column in zip(*rows, strict=True)
    )


def _total(
    text: str, columns: Sequence[Column], body: Body, cells: Sequence[Sequence[str]]
) -> float:
    """How well labels suit the cells below them; nothing where no figure or date is named."""
    if len(columns) != len(cells) or body.by is Separator.BLANK:
        joinable = not body.by.keeps_empty
        rows = [align(text, cut.cells, columns, joinable=joinable) for cut in body.rows[:_SAMPLE]]
        cells = _said(text, [row for score, row in rows if score > 0])
    scores = [
        NO_CELLS if _is_repeated(columns[:index], columns[index]) else _suits(column, said)
        for index, (column, said) in enumerate(zip(columns, cells, strict=False))
    ]
    named = any(
        score > 0 and column.field and BY_NAME[column.field].kind is not Kind.TEXT
        for column, score in zip(columns, scores, strict=False)
    )
    return sum(scores) if named and len(columns) > 1 else 0.0


def _is_repeated(before: Sequence[Column], column: Column) -> bool:
    """Whether a column before means the same figure of the same day: then one is misread."""
    return (
        bool(column.field)
        and BY_NAME[column.field].kind is not Kind.TEXT
        and any((column.field, column.context) == (b.field, b.context) for b in before)
    )


def _suits(column: Column, said: Sequence[str]) -> float:
    if not column.heads:
        return NO_LABEL
    if not column.field:
        return KNOWN * column.known
    if not said:
        return NO_CELLS
    field = BY_NAME[column.field]
    worth = WORDS if field.kind is Kind.TEXT else FIGURE
    fitting = sum(_fit(cell, column.field) for cell in said) / len(said)
    return worth * (2 * fitting - 1) + _said_more(column, field, worth)


def _said_more(column: Column, field: Field, worth: float) -> float:
    """What a column's unit and date add: one of another kind shows that the label is misread."""
    unit = column.context.unit
    if unit and dimension_of(unit) != dimension_of(field.unit):
        return -worth
    dated = bool(column.context.as_of) and field.kind is Kind.COUNT
    return TOLD * (bool(unit) + dated)


def _fit(cell: str, field: str) -> float:
    """How well a cell suits a field; words with a figure among them ("$30,000 for hosting") a little."""
    if fits(cell, field):
        return 1.0
    return SAID_BESIDE if BY_NAME[field].kind is not Kind.TEXT and _DIGIT.search(cell) else 0.0


def _arrangements(
    text: str, block: Sequence[Span], body: Body, cells: Sequence[Sequence[str]]
) -> Iterator[Heads]:
    """The ways to read some lines as the labels of a body's columns."""
    if body.by is Separator.BLANK:
        tokens = [] if _is_prose(text, block) else _tokens(text, block)
        for worth in LABELS:
            heads = _free(text, tokens, worth)
            known = sum(_column(text, head).known for head in heads)
            if known >= 2 and 2 * known >= len(heads):
                yield heads
        return
    rows = [_edged(text, line, split(text, line, body.by), len(cells)) for line in block]
    if all(len(row) == len(cells) for row in rows):
        yield _stacked(rows)
    if body.by in EVEN:
        return
    if body.by is Separator.GAP:
        yield _by_position(text, rows, body)
        if len(block) == 1:
            yield _fitted(text, _tokens(text, block), cells)
        return
    yield from _spanned(text, rows, cells)
    pieces = _pieces(text, block)
    if len(block) == 1 and len(pieces) > body.size and body.by <= Separator.TAB:
        yield tuple((piece.span,) for piece in pieces)
    elif len(pieces) <= 3 * body.size:
        yield _fitted(text, pieces, cells)


def _edged(text: str, line: Span, row: Sequence[Span], count: int) -> Sequence[Span]:
    """A row that lacks a cell with the empty one before its first pipe or behind its last."""
    start, end = trim_edges(text, line)
    if len(row) < count and text[start : start + 1] == "|":
        row = (Span(start, start), *row)
    if len(row) < count and text[end - 1 : end] == "|":
        row = (*row, Span(end, end))
    return row


def _is_prose(text: str, block: Sequence[Span]) -> bool:
    """Whether lines of words have figures or colons, which labels without a separator have not."""
    said = _TAG.sub(" ", " ".join(text[slice(*line)] for line in block))
    said = _IN_BRACKETS.sub("", said)
    return _MARKS.search(said) is not None or (
        _DIGIT.search(said) is not None and not _YEAR.search(said)
    )


def _stacked(rows: Sequence[Sequence[Span]]) -> Heads:
    """Rows of labels one above the other; a label spans the empty cells behind it."""
    filled = [list(row) for row in rows]
    for upper, lower in pairwise(filled):
        for index in range(1, len(upper)):
            spans = _is_said(lower[index]) and _is_said(lower[index - 1])
            if not _is_said(upper[index]) and spans:
                upper[index] = upper[index - 1]
    return tuple(
        tuple(dict.fromkeys(cell for cell in column if _is_said(cell)))
        for column in zip(*filled, strict=True)
    )


def _is_said(cell: Span) -> bool:
    return cell.start < cell.end


def _spanned(
    text: str, rows: Sequence[Sequence[Span]], cells: Sequence[Sequence[str]]
) -> Iterator[Heads]:
    """Two rows of labels of which the upper lost how many columns each of its cells spans."""
    even = [len(row) == len(cells) for row in rows]
    if len(rows) < 2 or all(even) or not all(even[2:]):
        return
    upper, lower = (tuple(filter(_is_said, row)) for row in rows[:2])
    ways: dict[tuple[int, int], Scored] = {(0, 0): (0.0, ())}
    for label in upper:
        ways = dict(sorted(_spans(text, label, lower, ways, cells), key=lambda way: way[1][0]))
    if (len(lower), len(cells)) in ways:
        _, heads = ways[len(lower), len(cells)]
        below = [tuple(filter(_is_said, column)) for column in zip(*rows[2:], strict=True)]
        yield tuple(a + b for a, b in zip(heads, below or [()] * len(cells), strict=True))


def _spans(
    text: str,
    label: Span,
    lower: Sequence[Span],
    ways: Mapping[tuple[int, int], Scored],
    cells: Sequence[Sequence[str]],
) -> Iterator[tuple[tuple[int, int], Scored]]:
    """The ways to go on with a label above none, one or several of the labels below it."""
    for (used, column), (score, heads) in ways.items():
        for size in range(min(_MOST_JOINED, len(lower) - used) + 1):
            own: list[tuple[Span, ...]] = [(label, below) for below in lower[used : used + size]]
            own = own or [(label,)]
            said = cells[column : column + len(own)]
            if len(said) == len(own):
                worth = sum(map(_suits, (_column(text, head) for head in own), said))
                yield (used + size, column + len(own)), (score + worth, (*heads, *own))


def _by_position(text: str, rows: Sequence[Sequence[Span]], body: Body) -> Heads:
    """Labels above the columns they stand over, a wide one above several."""
    columns = extents(text, body)
    heads: list[tuple[Span, ...]] = [()] * len(columns)
    for row in rows:
        for order, cell in enumerate(row):
            even = len(row) == len(columns)
            for index in (order,) if even else columns_at(extent(text, cell), columns):
                heads[index] = (*heads[index], cell)
    return tuple(_shared(text, heads))


def _shared(text: str, heads: Sequence[tuple[Span, ...]]) -> Iterator[tuple[Span, ...]]:
    """Labels with the upper one of the column before, where it begins above that and spans both."""
    before: tuple[Span, ...] = ()
    for head in heads:
        spans = len(before) > 1 and len(head) == 1 and head[0].start > before[0].end
        shared = spans and not _column(text, head).field and _same_line(text, before[-1], head[0])
        before = (*before[:-1], *head) if shared else head
        yield before


def _same_line(text: str, one: Span, other: Span) -> bool:
    return "\n" not in text[one.end : other.start]


def _pieces(text: str, block: Sequence[Span]) -> list[Piece]:
    """The cells of all lines in order; the first of a line may go on the last of the line above."""
    return [
        Piece(cell, weak=order == 0)
        for line in block
        for order, cell in enumerate(split(text, line, min(separator(text, line), Separator.GAP)))
    ]


def _tokens(text: str, block: Sequence[Span]) -> list[Piece]:
    """The words of all lines; behind a wide gap begins another cell."""
    return [
        Piece(word, weak=order == 0 or inner > 0)
        for line in block
        for order, cell in enumerate(split(text, line, Separator.GAP))
        for inner, word in enumerate(split(text, cell, Separator.BLANK))
    ]


def _fitted(text: str, pieces: Sequence[Piece], cells: Sequence[Sequence[str]]) -> Heads:
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
    return _suits(_column(text, run_head(run)), said) + joins


def _free(text: str, pieces: Sequence[Piece], worth: tuple[float, float]) -> Heads:
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
    column = _column(text, run_head(run))
    said = key(text[run[0].span.start : run[-1].span.end])
    bare = _IN_BRACKETS.sub("", said).strip()
    words = len(bare.split()) if bare in label_keys() else 0
    worth = label + word * words if column.field else KNOWN if column.known else JOIN * len(run)
    cuts = (
        bool(_CONTINUES.match(said)) + _goes_on(said) + (said.partition(" ")[0] in _joining_words())
    )
    return worth + CELL + CUT * cuts


@cache
def _joining_words() -> frozenset[str]:
    return frozenset(toml_table("structure.toml")["joining_words"])


def _goes_on(said: str) -> bool:
    """Whether a label ends in a word that asks for another: "Name of the"."""
    return said.rpartition(" ")[2] in _joining_words()
