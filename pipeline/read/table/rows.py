"""The rows of a body: each cell to its column, names over several lines, headings among the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.model.source import Span
from pipeline.normalize.place import country_code
from pipeline.read.blank import trim_blank
from pipeline.read.grammar import label_at
from pipeline.read.table.align import Column, align
from pipeline.read.table.body import Body, Cut
from pipeline.read.table.cells import Separator, split
from pipeline.read.table.grid import Row
from pipeline.read.table.position import Extent, columns_at, extent, extents, placed

_PART = re.compile(r"[(\[a-z]")
_NUMBERS = re.compile(r"[\s\d()\[\].,|;:-]*")
_FEWEST_WRAPPED = 0.4  # of the rows of a table whose names run over several lines


def lead_in(text: str, body: Body, above: tuple[Span, ...]) -> tuple[Body, tuple[Span, ...]]:
    """The lines of words right above a body that are no header, moved to its cuts.

    They stand only where the words between the later rows stand, and none of them is a label.
    """
    words = [cut for cut in body.cuts if not cut.told]
    if not words:
        return body, above
    if body.by is Separator.BLANK:
        return _led_in(text, body, above)
    columns = extents(text, body) if body.by is Separator.GAP else ()
    usual = {index for cut in words for index in _columns(text, cut.cells, columns)}
    taken: list[Cut] = []
    for line in reversed(above):
        cells = split(text, line, body.by)
        known = any(label.known for cell in cells if (label := label_at(text, cell)))
        if not cells or known or not usual.issuperset(_columns(text, cells, columns)):
            break
        taken.insert(0, Cut(Span(cells[0].start, cells[-1].end), cells, told=False))
    return replace(body, cuts=(*taken, *body.cuts)), above[: len(above) - len(taken)]


def _led_in(text: str, body: Body, above: tuple[Span, ...]) -> tuple[Body, tuple[Span, ...]]:
    """The line of words right above rows between blanks, if it is like those that part them."""
    line = above[-1] if len(above) > 1 else None
    cells = split(text, line, body.by) if line else ()
    longest = max(len(cut.cells) for cut in body.cuts if not cut.told)
    if line is None or len(cells) > longest or label_at(text, trim_blank(text, line)):
        return body, above
    cut = Cut(Span(cells[0].start, cells[-1].end), cells, told=False)
    return replace(body, cuts=(cut, *body.cuts)), above[:-1]


def _columns(text: str, cells: Sequence[Span], columns: Sequence[Extent]) -> set[int]:
    """Indexes of the columns where cells stand: by their places, else by their order."""
    if not columns:
        return {index for index, cell in enumerate(cells) if cell.start < cell.end}
    return {index for cell in cells for index in columns_at(extent(text, cell), columns)}


def read_rows(text: str, body: Body, columns: Sequence[Column]) -> tuple[Row, ...]:
    """The rows of a body below a header."""
    if body.by is Separator.GAP and len(columns) == len(places := extents(text, body)):
        return tuple(_printed(text, body, places))
    return tuple(_separated(text, body, columns))


def _separated(text: str, body: Body, columns: Sequence[Column]) -> Iterator[Row]:
    parent = None
    for cut in body.cuts:
        filled = [cell for cell in cut.cells if cell.start < cell.end]
        if not cut.told:
            parent = filled[0] if len(filled) == 1 else parent
            continue
        cells = _cells(text, _opened(text, cut, body), body.by, columns)
        if cells and not _NUMBERS.fullmatch(text, *cut.span):
            yield Row(cut.span, cells, parent)


def _opened(text: str, cut: Cut, body: Body) -> Cut:
    """A row whose first cell is empty, where its pipe is none around the table: " | Total | 72"."""
    lacks = body.by is Separator.PIPE and len(cut.cells) == body.size - 1
    usual = next((row for row in body.rows if len(row.cells) == body.size), cut)
    if not lacks or text[cut.span.start] != "|" or text[usual.span.start] == "|":
        return cut
    return cut._replace(cells=(Span(cut.span.start, cut.span.start), *cut.cells))


def _cells(
    text: str, cut: Cut, by: Separator, columns: Sequence[Column]
) -> tuple[Span | None, ...]:
    if len(cut.cells) == len(columns) and by is not Separator.BLANK:
        return tuple(cell if cell.start < cell.end else None for cell in cut.cells)
    pieces = _with_remarks(text, cut.cells) if by is Separator.BLANK else cut.cells
    if by is Separator.GAP and len(pieces) < len(columns) - 1:
        pieces = split(text, cut.span, Separator.BLANK)
    score, cells = align(text, pieces, columns, joinable=not by.keeps_empty)
    filled = sum(cell is not None for cell in cells)
    needed = 1 if by.keeps_empty else 2
    return cells if filled >= needed and (score > 0 or by is Separator.PIPE) else ()


def _with_remarks(text: str, pieces: Sequence[Span]) -> Sequence[Span]:
    """Words between blanks, those in brackets as part of the one before: "40.2 (by sea)"."""
    if ")" not in text[pieces[0].start : pieces[-1].end]:
        return pieces
    found: list[Span] = []
    opened = False
    for piece in pieces:
        said = text[slice(*piece)]
        opens = said.startswith("(") and not any(map(str.isdigit, said)) and bool(found)
        if opens or opened:
            found[-1] = Span(found[-1].start, piece.end)
            opened = ")" not in said
        else:
            found.append(piece)
    return found


def _printed(text: str, body: Body, columns: Sequence[Extent]) -> Iterator[Row]:
    """Rows whose cells stand below one another; lines of words belong to a row or head some."""
    wrapped = _is_wrapped(text, body)
    parent, held = None, list[Cut]()
    for cut in body.cuts:
        if not cut.told and not wrapped:
            parent = cut.cells[0] if len(cut.cells) == 1 else parent
            continue
        held.append(cut)
        if cut.told:
            yield _joined(text, held, columns)._replace(parent=parent)
            held = []


def _is_wrapped(text: str, body: Body) -> bool:
    """Whether the lines of words in a body are parts of its rows and no headings.

    Headings are countries, in capitals, or have several rows each; parts follow one another, or
    the row below goes on with a bracket.
    """
    words = [index for index, cut in enumerate(body.cuts) if not cut.told]
    below = [body.cuts[index + 1] for index in words]
    if any(not cut.told or _PART.match(text, cut.cells[0].start) for cut in below):
        return True
    names = [text[slice(*cut.cells[0])] for cut in body.rows]
    said = [text[slice(*body.cuts[index].span)] for index in words]
    if any(map(country_code, said)):
        return False
    if all(map(str.isupper, said)):
        return all(map(str.isupper, names))
    runs = [after - index - 1 for index, after in pairwise((*words, len(body.cuts)))]
    return min(runs, default=0) < 2 and len(words) >= _FEWEST_WRAPPED * len(names)


def _joined(text: str, cuts: Sequence[Cut], columns: Sequence[Extent]) -> Row:
    """One row of one or several lines, the last of which has the figures."""
    cells: list[Span | None] = [None] * len(columns)
    for cut in cuts:
        for index, cell in enumerate(placed(text, cut.cells, columns)):
            held = cells[index]
            if cell is not None and cell.start < cell.end:
                cells[index] = cell if held is None else Span(held.start, cell.end)
    return Row(Span(cuts[0].span.start, cuts[-1].span.end), tuple(cells))
