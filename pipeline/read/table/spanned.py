"""Labels in several rows of a header: one above the other, spanning columns, or placed above them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.model.source import Span
from pipeline.read.table.body import Body
from pipeline.read.table.head import Heads, Scored, column_of, suits
from pipeline.read.table.position import columns_at, extent, extents

_MOST_SPANNED = 6


def stacked(rows: Sequence[Sequence[Span]]) -> Heads:
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


def spanned(
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
        for size in range(min(_MOST_SPANNED, len(lower) - used) + 1):
            own: list[tuple[Span, ...]] = [(label, below) for below in lower[used : used + size]]
            own = own or [(label,)]
            said = cells[column : column + len(own)]
            if len(said) == len(own):
                worth = sum(map(suits, (column_of(text, head) for head in own), said))
                yield (used + size, column + len(own)), (score + worth, (*heads, *own))


def by_position(text: str, rows: Sequence[Sequence[Span]], body: Body) -> Heads:
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
        spans = len(before) > 1 and len(head) == 1 and head[0].start > before[-1].end
        shared = spans and not column_of(text, head).field and _same_line(text, before[-1], head[0])
        before = (*before[:-1], *head) if shared else head
        yield before


def _same_line(text: str, one: Span, other: Span) -> bool:
    return "\n" not in text[one.end : other.start]
