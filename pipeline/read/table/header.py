"""The header of a table: the lines above its body, brought to one label for each column of cells.

A header has as many cells as the rows, or it is wrapped inside its cells, or it stands in two rows of
which the upper one spans columns, or in one cell a line, or above the columns by position. Every way
that fits is tried, and the one whose labels suit the cells best is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from pipeline.model.source import Span
from pipeline.read.blank import trim_blank
from pipeline.read.table.align import Column, align, is_missing
from pipeline.read.table.body import Body, is_value
from pipeline.read.table.cells import MARKS, Separator, split
from pipeline.read.table.head import (
    IN_BRACKETS,
    NO_CELLS,
    Heads,
    column_of,
    is_repeated,
    suits,
    without_peaks,
)
from pipeline.read.table.headed import DIGIT, SENTENCE_MARKS, YEAR
from pipeline.read.table.marked import marked
from pipeline.read.table.position import extents, placed
from pipeline.read.table.spanned import by_position, spanned, stacked
from pipeline.read.table.wrapped import LABELS, Piece, fitted, free, pieces_of, tokens_of
from pipeline.schema.field import Kind
from pipeline.schema.label import says_only_context
from pipeline.schema.place import BY_NAME
from pipeline.schema.sieve import may_be_label

_TAG = re.compile(r"</?\w+\s*/?>")
FEWEST_LABELS = 2  # of a header between single blanks
_MOST_WORDS = 4  # of a label, on average
_KNOWN_LABELS = 0.65  # of all of them
_SAMPLE = 8
LINE = -0.15  # what every line costs that a header takes


def read_header(
    text: str, above: Sequence[Span], body: Body, topic: Span | None = None
) -> tuple[tuple[Column, ...], int]:
    """The columns that the lines right above a body name, and how many of the lines do.

    ``topic`` is the word for residents in a title: then columns of years and totals are of them.
    No column where no label of a figure or a date suits the cells below it.
    """
    best, depth = 0.0, 0
    chosen: tuple[Column, ...] = ()
    cells = _sample(text, body)
    for lines in range(1, len(above) + 1):
        if lines < len(above) and text[slice(*above[-lines - 1])].rstrip().endswith(","):
            continue  # "Density of population," goes on in the line below
        for heads in _arrangements(text, above[len(above) - lines :], body, cells):
            for columns in _columns(text, heads, topic):
                score = _total(text, columns, body, cells) + LINE * lines
                if score > best:
                    best, chosen, depth = score, columns, lines
    return without_peaks(text, chosen), depth


def _columns(text: str, heads: Heads, topic: Span | None) -> Iterator[tuple[Column, ...]]:
    """Labels as columns; those that say only when or that all are meant are also the topic's."""
    plain = tuple(column_of(text, head) for head in heads)
    yield plain
    if topic is not None and all(column.field != "population" for column in plain):
        told = tuple(
            (topic, *head) if head and says_only_context([text[slice(*h)] for h in head]) else head
            for head in heads
        )
        if told != heads:
            yield tuple(column_of(text, head) for head in told)


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
    scores: list[float] = []
    suiting: list[Column] = []  # among those before
    for column, said in zip(columns, cells, strict=False):
        score = NO_CELLS if is_repeated(suiting, column) else suits(column, said)
        suiting += [column] if score > 0 else []
        scores.append(score)
    named = any(
        score > 0 and column.field and BY_NAME[column.field].kind is not Kind.TEXT
        for column, score in zip(columns, scores, strict=False)
    )
    return sum(scores) if named and len(columns) > 1 else 0.0


def _arrangements(
    text: str, block: Sequence[Span], body: Body, cells: Sequence[Sequence[str]]
) -> Iterator[Heads]:
    """The ways to read some lines as the labels of a body's columns."""
    if len(block) == 1:
        yield from marked(text, block[0], body)
    if body.by is Separator.BLANK:
        yield from _between_blanks(text, block, body)
        return
    rows = [_edged(text, line, split(text, line, body.by), len(cells)) for line in block]
    if all(len(row) == len(cells) for row in rows):
        yield stacked(rows)
    if body.by in MARKS:
        return
    if body.by is Separator.GAP:
        yield by_position(text, rows, body)
        if len(block) == 1:
            yield fitted(text, tokens_of(text, block), cells)
        return
    yield from spanned(text, rows, cells)
    pieces = pieces_of(text, block)
    if len(block) == 1 and len(pieces) > body.size and body.by <= Separator.TAB:
        yield tuple((piece.span,) for piece in pieces)
    elif len(pieces) <= 3 * body.size:
        yield fitted(text, pieces, cells)
    if len(pieces) == 1 < body.size:
        yield from _of_words(text, block, body, cells)


def _of_words(
    text: str, block: Sequence[Span], body: Body, cells: Sequence[Sequence[str]]
) -> Iterator[Heads]:
    """A header that lost what keeps the cells of the rows below it apart."""
    tokens = tokens_of(text, block)
    if body.size <= len(tokens) <= _MOST_WORDS * body.size and not _is_prose(text, block):
        yield fitted(text, tokens, cells)


def _between_blanks(text: str, block: Sequence[Span], body: Body) -> Iterator[Heads]:
    """The ways to join words to labels, where at least two may be labels."""
    tokens = [] if _is_prose(text, block) else tokens_of(text, block)
    labels = (token for token in tokens if may_be_label(text[slice(*token.span)]))
    if len(tuple(islice(labels, FEWEST_LABELS))) < FEWEST_LABELS:
        return
    freely = (free(text, tokens, worth) for worth in LABELS)
    for heads in (*freely, *_counted(text, tokens, body)):
        known = sum(column_of(text, head).known for head in heads)
        if known >= FEWEST_LABELS and known >= _KNOWN_LABELS * len(heads):
            yield heads


def _counted(text: str, tokens: Sequence[Piece], body: Body) -> Iterator[Heads]:
    """Words as one label for each figure with which all rows end, and one or two before them."""
    said = [[text[slice(*cell)] for cell in cut.cells] for cut in body.rows[:_SAMPLE]]
    sizes = {sum(1 for _ in takewhile(is_value, reversed(row))) for row in said}
    size = max(sizes)
    if len(sizes) > 1 or size < FEWEST_LABELS:
        return
    figures = list(zip(*(row[-size:] for row in said), strict=True))
    words = tuple(" ".join(row[:-size]) for row in said)
    for names in (1, 2):
        yield fitted(text, tokens, [*[words] * names, *figures])


def _edged(text: str, line: Span, row: Sequence[Span], count: int) -> Sequence[Span]:
    """A row that lacks a cell with the empty one before its first pipe or behind its last."""
    start, end = trim_blank(text, line)
    if len(row) < count and text[start : start + 1] == "|":
        row = (Span(start, start), *row)
    if len(row) < count and text[end - 1 : end] == "|":
        row = (*row, Span(end, end))
    return row


def _is_prose(text: str, block: Sequence[Span]) -> bool:
    """Whether lines of words have figures or colons, which labels without a separator have not."""
    said = _TAG.sub(" ", " ".join(text[slice(*line)] for line in block))
    said = IN_BRACKETS.sub("", said)
    return SENTENCE_MARKS.search(said) is not None or (
        DIGIT.search(said) is not None and not YEAR.search(said)
    )
