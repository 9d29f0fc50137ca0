"""Tables on their side: places as columns, their properties as rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.model.source import Span
from pipeline.read.grammar import heads_meaning, meaning_at
from pipeline.read.profile.home import is_home_label
from pipeline.read.table.align import Column, fits, is_missing
from pipeline.read.table.cells import Separator, is_rule, split
from pipeline.read.table.grid import Row, Table
from pipeline.read.table.shape import heads
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME

_DIGIT = re.compile(r"\d")
_WAYS = {Separator.PIPE, Separator.TAB, Separator.GAP}
_FIRST_LOOK, _MOST_ROWS = 12, 200
_FEWEST_FACTS = 2
_LONGEST_NAME = 60
NAMES = Column((), "name", known=True)


def read_transposed(
    text: str, lines: Sequence[Span], at: int, ways: Sequence[Separator]
) -> tuple[Table, int] | None:
    """The table whose line of names is the one at an index, and the index behind it."""
    drawn = [by for by in ways if by in _WAYS]
    if not drawn or _DIGIT.search(text, *lines[at]):
        return None
    for by in drawn:
        for names in _names(text, split(text, lines[at], by)):
            look = islice(_rows(text, lines, at + 1, by, len(names)), _FIRST_LOOK)
            if sum(_is_fact(text, row) for row, _ in look) >= _FEWEST_FACTS:
                rows = tuple(islice(_rows(text, lines, at + 1, by, len(names)), _MOST_ROWS))
                return _table(text, lines[at], names, [row for row, _ in rows]), rows[-1][1]
    return None


def _names(text: str, cells: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """What a first line may name: all its cells, or those behind the one above the labels."""
    for names in (tuple(cells), tuple(cells[1:])):
        short = all(0 < name.end - name.start <= _LONGEST_NAME for name in names)
        if len(names) > 1 and short and not heads(text, cells):
            yield names


def _rows(
    text: str, lines: Sequence[Span], at: int, by: Separator, names: int
) -> Iterator[tuple[tuple[Span, ...], int]]:
    """Rows of a label and a cell for each name, each with the index behind it."""
    while at < len(lines):
        cells = split(text, lines[at], by)
        at += 1
        if len(cells) == names + 1:
            yield cells, at
        elif sum(cell.start < cell.end for cell in cells) != 1 and not is_rule(text, lines[at - 1]):
            return


def _is_fact(text: str, row: Sequence[Span]) -> bool:
    """Whether a row gives a figure or a date that its label names."""
    field = next(iter(meaning_at(text, row[0]).fields), "")
    cells = [text[cell.start : cell.end] for cell in row[1:]]
    told = [cell for cell in cells if not is_missing(cell)]
    return (
        bool(field)
        and BY_NAME[field].kind is not Kind.TEXT
        and 2 * sum(fits(cell, field) for cell in told) > len(told)
    )


def _table(text: str, line: Span, names: Sequence[Span], rows: Sequence[Sequence[Span]]) -> Table:
    said = [row for row in rows if row[0].start < row[0].end and not _misnames(text, row)]
    columns = tuple(_column(text, row[0]) for row in said)
    own = next((index for index, column in enumerate(columns) if column.field == "name"), None)
    places = tuple(
        Row(
            Span(name.start, rows[-1][index + 1].end),
            (None if own is not None else name, *(row[index + 1] for row in said)),
        )
        for index, name in enumerate(names)
        if not is_home_label(text[slice(*name)])
    )
    name = 0 if own is None else own + 1
    return Table(Span(line.start, rows[-1][-1].end), (NAMES, *columns), places, name)


def _misnames(text: str, row: Sequence[Span]) -> bool:
    """Whether a row of names has figures: a label over two lines ("Sister city" / "since") is cut."""
    named = meaning_at(text, row[0]).fields[:1] == ("name",)
    return named and all(_DIGIT.search(text, *cell) is not None for cell in row[1:])


def _column(text: str, label: Span) -> Column:
    meaning = heads_meaning(text, (label,))
    return Column((label,), next(iter(meaning.fields), ""), meaning.known)
