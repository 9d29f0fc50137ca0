"""Tables in wiki source: ``{|``, header cells behind ``!``, rows after ``|-``, cells behind ``|``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.model.source import Span
from pipeline.normalize.stretch import trim
from pipeline.read.blank import trim_blank
from pipeline.read.table.align import Column
from pipeline.read.table.grid import Row, Table, name_column
from pipeline.read.table.head import column_of
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME

_MOST_LINES = 2_000
_BETWEEN = re.compile(r"\|\||!!")
# "style="width:3em" | 9,120": what stands before a lone bar are attributes.
_ATTRIBUTES = re.compile(r"\s*(?:[\w-]+\s*=\s*(?:\"[^\"\n]*\"|'[^'\n]*'|[\w%.-]+)\s*)+\|(?!\|)")
_BEFORE = re.compile(r"(?:\{\{(?:flag ?icon|flagicon)[^{}]*\}\}|'''?|\s|<\w+>)+", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:\s|<ref[^<>]*/>|<ref[^<>]*>[^<]*</ref>|<[^<>]*>|'''?|\{\{(?:sfn|efn|ref)[^{}]*\}\})+$"
)
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_TEMPLATE = re.compile(r"\{\{(?:[^{}|]*\|)*?([^{}|=]*)(?:\|[^{}]*=[^{}]*)?\}\}")


class _Source(NamedTuple):
    """One row of the source: its cells and whether all of them are header cells."""

    cells: tuple[Span, ...]
    heads: bool


def read_wiki_table(text: str, lines: Sequence[Span], at: int) -> tuple[Table, int] | None:
    """The table whose source begins at a line, and the index behind its end."""
    if not text.startswith("{|", trim_blank(text, lines[at]).start):
        return None
    last = next(
        (i for i in range(at, min(at + _MOST_LINES, len(lines))) if _ends(text, lines[i])), 0
    )
    found = [row for row in _rows(text, lines[at + 1 : last]) if row.cells]
    header = next((row.cells for row in found[:3] if row.heads), ())
    columns = tuple(column_of(text, (head,)) for head in header)
    rows = tuple(_row(row.cells, len(columns)) for row in found if not row.heads)
    name = name_column(text, columns, rows)
    if not rows or name is None or not any(map(_is_figure, columns)):
        return None
    return Table(Span(lines[at].start, lines[last].end), columns, rows, name), last + 1


def _ends(text: str, line: Span) -> bool:
    return text.startswith("|}", trim_blank(text, line).start)


def _is_figure(column: Column) -> bool:
    return bool(column.field) and BY_NAME[column.field].kind is not Kind.TEXT


def _row(cells: Sequence[Span], size: int) -> Row:
    told = tuple(cell if cell.start < cell.end else None for cell in cells[:size])
    span = Span(cells[0].start, max(cells[0].start, cells[-1].end))
    return Row(span, (*told, *[None] * (size - len(told))))


def _rows(text: str, lines: Sequence[Span]) -> Iterator[_Source]:
    """The rows of the source, each with its cells cleaned of marks."""
    cells: list[Span] = []
    marks: list[str] = []
    for line in lines:
        inner = trim_blank(text, line)
        mark = text[inner.start : inner.start + 2]
        if mark == "|-":
            yield _Source(tuple(cells), bool(marks) and set(marks) == {"!"})
            cells, marks = [], []
        elif mark[:1] in {"|", "!"} and mark != "|+":
            own = tuple(_cells(text, Span(inner.start + 1, inner.end)))
            cells += own
            marks += [mark[0]] * len(own)
    yield _Source(tuple(cells), bool(marks) and set(marks) == {"!"})


def _cells(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for mark in _BETWEEN.finditer(text, line.start, line.end):
        yield _clean(text, Span(start, mark.start()))
        start = mark.end()
    yield _clean(text, Span(start, line.end))


def _clean(text: str, cell: Span) -> Span:
    """What a cell says: without attributes, references, bold type, and the marks of a link."""
    attributes = _ATTRIBUTES.match(text, *cell)
    start = attributes.end() if attributes else cell.start
    before = _BEFORE.match(text, start, cell.end)
    start = before.end() if before else start
    behind = _BEHIND.search(text, start, cell.end)
    inner = trim(text, Span(start, behind.start() if behind else cell.end))
    link = _LINK.match(text, *inner) or _TEMPLATE.fullmatch(text, *inner)
    return Span(*link.span(1)) if link else inner
