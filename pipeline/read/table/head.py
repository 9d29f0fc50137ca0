"""One column of a table: what its header names, and how well that suits the cells below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.dimension import dimension_of
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.stretch import dates
from pipeline.read.grammar import heads_meaning
from pipeline.read.table.align import Column, fits
from pipeline.read.table.series import are_numbers
from pipeline.schema.field import Field, Kind
from pipeline.schema.place import BY_NAME

IN_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_FIGURES = re.compile(r"\d[ .,]\d|\d{5}")
_DIGIT = re.compile(r"\d")
_LONGEST_HEAD = 110
FIGURE, WORDS, KNOWN = 3.0, 1.0, 0.5  # what a column is worth whose cells suit its label
NO_LABEL, NO_CELLS = -1.0, -1.5
SAID_BESIDE = 0.55  # of a suiting cell: words with a figure among them
TOLD = 0.3  # the unit or the date of a column

Heads = tuple[tuple[Span, ...], ...]
Scored = tuple[float, Heads]


def column_of(text: str, heads: tuple[Span, ...]) -> Column:
    """The column that some pieces head; they name no field where they are too long or hold figures."""
    if not heads or sum(head.end - head.start for head in heads) > _LONGEST_HEAD:
        return Column(heads, "", known=False)
    meaning = heads_meaning(text, heads)
    said = IN_BRACKETS.sub("", " ".join(text[slice(*head)] for head in heads))
    if _FIGURES.search(_without_dates(said) if meaning.context.as_of else said):
        return Column(heads, "", known=False)
    field = next(iter(meaning.fields), "")
    if field and BY_NAME[field].kind is Kind.DATE and meaning.context.as_of:
        return Column(heads, "", known=False)  # "sister since 1978" is a day, not what days are of
    return Column(heads, field, meaning.known or meaning.total, meaning.context)


def _without_dates(said: str) -> str:
    for found in reversed(dates(said, Span(0, len(said)))):
        said = f"{said[: found[0].span.start]} {said[found[0].span.end :]}"
    return said


def without_peaks(text: str, columns: Sequence[Column]) -> tuple[Column, ...]:
    """Columns of which a height beside the name of a highest point is that point's."""
    found = list(columns[:1])
    for before, column in pairwise(columns):
        said = " ".join(text[slice(*head)] for head in before.heads)
        peak = column.field == "elevation_m" and _peak().search(said)
        heads = (*before.heads, *column.heads)
        found.append(Column(heads, "", known=False) if peak else column)
    return tuple(found)


@cache
def _peak() -> Glossary:
    return Glossary(toml_table("structure.toml")["peak_words"])


def suits(column: Column, said: Sequence[str]) -> float:
    """How well a column's label suits its cells, below 0 where it does not."""
    if not column.heads:
        return NO_LABEL
    if not column.field:
        return KNOWN * column.known
    if not said:
        return NO_CELLS
    field = BY_NAME[column.field]
    if field.kind is not Kind.TEXT and are_numbers(said):
        return -FIGURE
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


def is_repeated(before: Sequence[Column], column: Column) -> bool:
    """Whether a column before means the same figure of the same day: then one is misread.

    Where only one of them gives the unit, it is that of the other.
    """
    if not column.field or BY_NAME[column.field].kind is Kind.TEXT:
        return False
    same = (b for b in before if b.field == column.field)
    own, unit = column.context, column.context.unit
    return any(
        b.context._replace(unit="") == own._replace(unit="") and b.context.unit in {unit, ""}
        for b in same
    )
