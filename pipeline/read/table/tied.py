"""Columns of days in a table of partners: "Year" beside "Sister city" is that of the tie."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import glossary
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.text import key
from pipeline.read.profile.signal import tie_kinds
from pipeline.read.table.align import Column, fits, is_missing
from pipeline.read.table.grid import Row
from pipeline.read.table.head import column_of
from pipeline.schema.place import TIE_FIELDS

_TIES = frozenset(TIE_FIELDS.values())


def with_tie_days(
    text: str, columns: Sequence[Column], rows: Sequence[Row], titles: Sequence[Span]
) -> tuple[Column, ...]:
    """Columns of which one that only says "Date" or "Year" is headed by the word for the tie too.

    The word stands in another label or in the nearest of ``titles``; a table that has a column of
    ties keeps its own.
    """
    bare = [index for index, column in enumerate(columns) if _is_day(text, column)]
    if len(bare) != 1 or any(column.field in _TIES for column in columns):
        return tuple(columns)
    index = bare[0]
    labels = [head for column in columns for head in column.heads]
    cue = next((cue for span in (*labels, *reversed(titles)) if (cue := _cue(text, span))), None)
    if cue is None or not _holds_days(text, index, rows):
        return tuple(columns)
    tied = column_of(text, (cue, *columns[index].heads))
    return (
        *columns[:index],
        tied if tied.field in _TIES else columns[index],
        *columns[index + 1 :],
    )


def _is_day(text: str, column: Column) -> bool:
    said = key(" ".join(text[slice(*head)] for head in column.heads)).strip(" .:")
    return not column.field and said in _days()


def _cue(text: str, span: Span) -> Span | None:
    """The word for a tie in a stretch that names one kind of it."""
    kinds = tie_kinds(text[slice(*span)])
    match = glossary("agreement_cues", kinds[0]).search(text, *span) if len(kinds) == 1 else None
    return Span(match.start(), match.end()) if match else None


def _holds_days(text: str, index: int, rows: Sequence[Row]) -> bool:
    said = [text[slice(*cell)] for row in rows if (cell := row.cells[index])]
    told = [cell for cell in said if not is_missing(cell)]
    return bool(told) and all(fits(cell, "agreement_date") for cell in told)


@cache
def _days() -> frozenset[str]:
    return frozenset(map(key, flatten(toml_table("structure.toml")["tie_days"])))
