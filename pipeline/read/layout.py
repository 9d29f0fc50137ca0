"""A document's structure: its tables' rows and its other lines, cut into profiles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.model.source import Cover, Line, LineKind, Profile, Span
from pipeline.normalize.text import key
from pipeline.read.grammar import meaning
from pipeline.read.join import join
from pipeline.read.lines import physical_lines, read_line
from pipeline.read.profile.extremes import take_extremes
from pipeline.read.profile.home import without_home
from pipeline.read.profile.linked import take_linked
from pipeline.read.profile.named import place_name
from pipeline.read.profile.signal import has_headline
from pipeline.read.profile.titled import with_titles
from pipeline.read.profile.twins import take_twins
from pipeline.read.segment import segment
from pipeline.read.table.align import fits, is_missing
from pipeline.read.table.grid import Row, Table
from pipeline.read.table.listing import find_listing
from pipeline.read.tables import find_tables
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME
from pipeline.schema.sieve import may_be_label
from pipeline.schema.vocabulary import totals

_WORD = re.compile(r"\w+")
_CODE = re.compile(r"\(?\d{1,6}[.)]?\s+(?=[^\W\d_])")
_BETWEEN_NAMES = re.compile(r"[/(\n]")
_MORE = re.compile(r"\n[^\n]*\d")
_FOOTNOTE = re.compile(r"\s*(?:[*†‡§¹²³⁴]+|\[\w{1,3}\]|(?<=[^\W\d_])\d\)?)$")


class Layout(NamedTuple):
    """The profiles of a page and what stands outside them."""

    profiles: tuple[Profile, ...]
    outside: tuple[Line, ...]
    tables: tuple[Table, ...]


def read_layout(text: str) -> Layout:
    """The structure of a document's folded text."""
    physical = tuple(physical_lines(text))
    tables = find_tables(text, physical)
    lines = _lines(text, physical, tables)
    if not tables and not has_headline(text, lines):
        tables = find_listing(text, physical)
        lines = _lines(text, physical, tables) if tables else lines
    rows = tuple(profile for table in tables for profile in _row_profiles(text, table))
    rows, rest = _with_notes(text, rows, lines)
    twins, rest = take_twins(text, rest)
    linked, rest = take_linked(text, rest)
    extremes, rest = take_extremes(text, rest)
    rows, others = _joined(text, rows, segment(text, with_titles(text, rest), alone=not rows))
    profiles = (*rows, *others, *twins, *linked, *extremes)
    inside = Cover(line.span for profile in profiles for line in profile.lines)
    outside = tuple(
        line for line in lines if line.kind is not LineKind.BLANK and not inside.meets(line.span)
    )
    return Layout(tuple(sorted(profiles, key=lambda profile: profile.span)), outside, tables)


def _lines(text: str, physical: Sequence[Span], tables: Sequence[Table]) -> tuple[Line, ...]:
    """The lines outside the tables, labels joined to their values."""
    taken = Cover(table.span for table in tables)
    free = (span for span in physical if not taken.meets(span))
    return without_home(
        text, join(text, tuple(line for span in free for line in read_line(text, span)))
    )


def _row_profiles(text: str, table: Table) -> Iterator[Profile]:
    """Every row that states a fact as a profile; total rows are none."""
    for row in table.rows:
        name = row.cells[table.name_column]
        if any(cell is not None and is_total(text, cell) for cell in (name, row.cells[0])):
            continue
        lines = tuple(_cell_lines(text, table, row))
        if lines and (name is not None or _counts(text, table, row)):
            heading, more = _name_lines(text, name)
            yield Profile(row.span, heading, (*more, *lines), row.parent)


def _counts(text: str, table: Table, row: Row) -> bool:
    """Whether a row has a figure or a date where its columns ask for one."""
    return any(
        column.field
        and BY_NAME[column.field].kind is not Kind.TEXT
        and fits(text[slice(*cell)], column.field)
        for column, cell in zip(table.columns, row.cells, strict=False)
        if cell is not None
    )


def _cell_lines(text: str, table: Table, row: Row) -> Iterator[Line]:
    for index, (column, cell) in enumerate(zip(table.columns, row.cells, strict=False)):
        if index != table.name_column and cell is not None and not is_missing(text[slice(*cell)]):
            label = column.heads[-1] if column.heads else Span(cell.start, cell.start)
            yield Line(LineKind.FIELD, cell, label, cell, table.caption, column.heads)


def _name_lines(text: str, cell: Span | None) -> tuple[Span | None, tuple[Line, ...]]:
    """A name cell: the name without its code and footnote mark, and lines below that say more."""
    if cell is None:
        return None, ()
    code = _CODE.match(text, cell.start, cell.end)
    start = code.end() if code else cell.start
    figures = _MORE.search(text, start, cell.end)
    end = figures.start() if figures else cell.end
    mark = _FOOTNOTE.search(text, start, end)
    name = Span(start, mark.start() if mark else end)
    named = name.start < name.end and not text[name.start].isdigit()
    rest = Span(end if named else cell.start, cell.end)
    more = (Line(LineKind.PROSE, rest, None, rest),) if rest.start < rest.end else ()
    return name if named else None, more


def is_total(text: str, cell: Span) -> bool:
    """Whether a row's name says, in one of its languages, that the row sums the others."""
    said = text[slice(*cell)]
    if "total" in _WORD.findall(key(said)) or _opens_total(said):
        return True
    pieces = _BETWEEN_NAMES.split(said)
    return any(meaning(piece.strip()).total for piece in pieces if may_be_label(piece))


def _opens_total(said: str) -> bool:
    """Whether a word for a sum stands before what it sums in small letters: "Итого по области"."""
    first, *rest = said.split() or [""]
    return key(first) in totals() and bool(rest) and all(word[0].islower() for word in rest)


def _joined(
    text: str, rows: Sequence[Profile], others: Sequence[Profile]
) -> tuple[tuple[Profile, ...], tuple[Profile, ...]]:
    """Rows with the lines of profiles that go on about the same name, and the other profiles."""
    names = _names(text, rows)
    more: dict[int, list[Line]] = {}
    rest: list[Profile] = []
    for profile in others:
        index = names.get(key(text[slice(*profile.heading)])) if profile.heading else None
        if index is None:
            rest.append(profile)
        else:
            more.setdefault(index, []).extend(profile.lines)
    return _extended(rows, more), tuple(rest)


def _names(text: str, rows: Sequence[Profile]) -> dict[str, int]:
    return {key(text[slice(*row.heading)]): index for index, row in enumerate(rows) if row.heading}


def _extended(rows: Sequence[Profile], more: dict[int, list[Line]]) -> tuple[Profile, ...]:
    return tuple(
        row._replace(lines=(*row.lines, *more.get(index, ()))) for index, row in enumerate(rows)
    )


def _with_notes(
    text: str, rows: Sequence[Profile], lines: Sequence[Line]
) -> tuple[tuple[Profile, ...], tuple[Line, ...]]:
    """Rows with the lines below a later heading that repeats their name, and the lines left."""
    if not rows:
        return (), tuple(lines)
    names = _names(text, rows)
    own: dict[int, list[Line]] = {}
    rest: list[Line] = []
    current: int | None = None
    for line in lines:
        index = names.get(key(text[slice(*place_name(text, line))])) if line.label is None else None
        if index is not None:
            current = index
        elif line.kind is LineKind.BLANK or line.kind is LineKind.NOTE:
            current = None
        if current is None:
            rest.append(line)
        elif index is None:
            own.setdefault(current, []).append(line)
    return _extended(rows, own), tuple(rest)
