"""Columns headed by initials that a note beside the table spells out: "ERP - Estimated Resident Population"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.model.source import Span
from pipeline.read.blank import trim_blank
from pipeline.read.grammar import label_at
from pipeline.read.table.align import Column, fits, is_missing
from pipeline.read.table.grid import Row
from pipeline.read.table.head import column_of

_INITIALS = re.compile(r"(?:[^\W\d_]\.?){2,6}")
_IS = re.compile(r"\)?\s?[-:=]\s?|\)\s")
_PHRASE = re.compile(r"[^.;:,()=\n]+")
_WORD = re.compile(r"\S+")
_REACH = 1500  # from a table to its legend


def with_legend(
    text: str, columns: Sequence[Column], rows: Sequence[Row], span: Span
) -> tuple[Column, ...]:
    """Columns whose initials are replaced by the words for them, where these name a field.

    They stand near ``span``, that of the table; no other column has the field.
    """
    known = {column.field for column in columns}
    found = []
    for index, column in enumerate(columns):
        told = _spelled(text, column, span) if _is_short(text, column) else None
        fitting = told and told.field not in known and _holds(text, told, index, rows)
        found.append(told if told and fitting else column)
    return tuple(found)


def _is_short(text: str, column: Column) -> bool:
    """Whether capitals that mean nothing by themselves head a column."""
    if column.known or not column.heads:
        return False
    said = text[slice(*column.heads[0])]
    return said.isupper() and _INITIALS.fullmatch(said) is not None


def _spelled(text: str, column: Column, table: Span) -> Column | None:
    """The column with the first words for its initials that name a field."""
    start, end = max(0, table.start - _REACH), min(len(text), table.end + _REACH)
    for near in (Span(table.end, end), Span(start, table.start)):
        for words in _words(text, text[slice(*column.heads[0])], near):
            told = column_of(text, (words, *column.heads[1:]))
            if told.field:
                return told
    return None


def _words(text: str, initials: str, near: Span) -> Iterator[Span]:
    """Known labels behind initials and a dash, or before them in brackets: "Inhabitants (INH)"."""
    at = text.find(initials, *near)
    while at >= 0:
        end = at + len(initials)
        joint = _IS.match(text, end)
        phrase = _PHRASE.match(text, joint.end()) if joint else None
        if phrase and not text[at - 1 : at].isalnum():
            yield from _labels(text, trim_blank(text, Span(*phrase.span())))
        if text.startswith("(", at - 1) and text.startswith(")", end):
            line = text.rfind("\n", 0, at) + 1
            before = tuple(_WORD.finditer(text, line, at - 1))[-len(initials) :]
            for first in before:
                yield from _labels(text, Span(first.start(), before[-1].end()))
        at = text.find(initials, end, near.end)


def _labels(text: str, span: Span) -> Iterator[Span]:
    meaning = label_at(text, span)
    if meaning is not None and meaning.fields:
        yield span


def _holds(text: str, column: Column, index: int, rows: Sequence[Row]) -> bool:
    said = [text[slice(*cell)] for row in rows if (cell := row.cells[index])]
    told = [cell for cell in said if not is_missing(cell)]
    return bool(told) and all(fits(cell, column.field) for cell in told)
