"""The header of a table: the lines above its body, brought to one label for each column of cells.

A header has as many cells as the rows, or it is wrapped inside its cells, or it stands in two rows of
which the upper one spans columns, or in one cell a line, or above the columns by position. Every way
that fits is tried, and the one whose labels suit the cells best is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model.source import Span
from pipeline.read.blank import trim_blank
from pipeline.read.table.align import Column, align, is_missing
from pipeline.read.table.blanks import SAMPLE, between_blanks, is_prose
from pipeline.read.table.body import Body
from pipeline.read.table.cells import MARKS, Separator, split
from pipeline.read.table.head import (
    NO_CELLS,
    Heads,
    column_of,
    is_repeated,
    suits,
    without_peaks,
)
from pipeline.read.table.marked import marked
from pipeline.read.table.numbered import without_serial
from pipeline.read.table.picture import is_of_pictures
from pipeline.read.table.position import extents, placed
from pipeline.read.table.spanned import by_position, spanned, stacked
from pipeline.read.table.topic import find_topic, without_sizes
from pipeline.read.table.wrapped import fitted, pieces_of, tokens_of
from pipeline.schema.field import Kind
from pipeline.schema.label import says_only_context
from pipeline.schema.place import BY_NAME

_MOST_WORDS = 4  # of a label, on average
LINE = -0.15  # what every line costs that a header takes


def read_header(
    text: str, above: Sequence[Span], body: Body, titles: Sequence[Span] = ()
) -> tuple[tuple[Column, ...], int]:
    """The columns that the lines right above a body name, and how many of the lines do.

    Where one of the ``titles`` is of residents, columns of years and totals are of them.
    No column where no label of a figure or a date suits the cells below it.
    """
    best, depth = 0.0, 0
    chosen: tuple[Column, ...] = ()
    cells, topic = _sample(text, body), find_topic(text, titles)
    for lines in range(1, len(above) + 1):
        if lines < len(above) and text[slice(*above[-lines - 1])].rstrip().endswith(","):
            continue  # "Density of population," goes on in the line below
        for heads in _arrangements(text, above[len(above) - lines :], body, cells):
            for columns in _columns(text, heads, topic):
                score = _total(text, columns, body, cells) + LINE * lines
                if score > best:
                    best, chosen, depth = score, columns, lines
    return without_peaks(text, without_sizes(text, chosen, titles)), depth


def _columns(text: str, heads: Heads, topic: Span | None) -> Iterator[tuple[Column, ...]]:
    """Labels as columns; those that say only when or that all are meant are also the topic's."""
    plain = tuple(column_of(text, head) for head in heads)
    yield plain
    if topic is not None and all(column.field != "population" for column in plain):
        told = tuple(
            (topic, *head) if _says_no_field(text, head, column) else head
            for head, column in zip(heads, plain, strict=True)
        )
        if told != heads:
            yield tuple(column_of(text, head) for head in told)


def _says_no_field(text: str, head: tuple[Span, ...], column: Column) -> bool:
    """Whether a label says only when, or that all are meant, and not what."""
    if not head or column.field:
        return False
    return says_only_context([text[slice(*piece)] for piece in head])


def _sample(text: str, body: Body) -> tuple[tuple[str, ...], ...]:
    """What the first rows hold, column by column."""
    if body.by is Separator.GAP:
        columns = extents(text, body)
        return _said(text, [placed(text, cut.cells, columns) for cut in body.rows[:SAMPLE]])
    usual = [cut.cells for cut in body.rows if len(cut.cells) == body.size]
    return _said(text, usual[:SAMPLE])


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
        rows = [align(text, cut.cells, columns, joinable=joinable) for cut in body.rows[:SAMPLE]]
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
        yield from between_blanks(text, block, body)
        return
    rows = [_edged(text, line, split(text, line, body.by), len(cells)) for line in block]
    rows = [_without_mark(text, row, body) if len(row) > len(cells) else row for row in rows]
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
    yield from _of_pieces(text, block, body, cells)


def _of_pieces(
    text: str, block: Sequence[Span], body: Body, cells: Sequence[Sequence[str]]
) -> Iterator[Heads]:
    """The pieces of all lines one behind the other, joined to labels where they are more."""
    pieces = pieces_of(text, block)
    if len(block) == 1 and len(pieces) > body.size and body.by <= Separator.TAB:
        yield tuple((piece.span,) for piece in pieces)
    elif len(pieces) <= 3 * body.size:
        yield fitted(text, pieces, cells)
        if len(pieces) > body.size and is_of_pictures(text, pieces[0].span):
            yield fitted(text, pieces[1:], cells)
    if len(pieces) == 1 < body.size:
        yield from _of_words(text, block, body, cells)


def _without_mark(text: str, labels: Sequence[Span], body: Body) -> Sequence[Span]:
    """The labels without a first one for what is no cell of the rows: their number, a picture."""
    if is_of_pictures(text, labels[0]):
        return labels[1:]
    return without_serial(text, labels, body)


def _of_words(
    text: str, block: Sequence[Span], body: Body, cells: Sequence[Sequence[str]]
) -> Iterator[Heads]:
    """A header that lost what keeps the cells of the rows below it apart."""
    tokens = tokens_of(text, block)
    if body.size <= len(tokens) <= _MOST_WORDS * body.size and not is_prose(text, block):
        yield fitted(text, tokens, cells)


def _edged(text: str, line: Span, row: Sequence[Span], count: int) -> Sequence[Span]:
    """A row that lacks a cell with the empty one before its first pipe or behind its last."""
    start, end = trim_blank(text, line)
    if len(row) < count and text[start : start + 1] == "|":
        row = (Span(start, start), *row)
    if len(row) < count and text[end - 1 : end] == "|":
        row = (*row, Span(end, end))
    return row
