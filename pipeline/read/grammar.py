"""What labels mean where they stand: on a line, above a column, in a group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.lexicon.taught import cached
from pipeline.model.source import Line, LineKind, Span
from pipeline.model.value import Context
from pipeline.normalize.figure import find_figures
from pipeline.schema.heads import read_column, read_heads
from pipeline.schema.label import Meaning, read_label
from pipeline.schema.sieve import may_be_label

PLACES = {("name",), ("region",)}  # labels of places, or of areas where a unit stands by
LONGEST_LABEL = 70
LONGEST_VALUE = 80


class Pair(NamedTuple):
    """A label and its value on one line; the value is empty where it stands elsewhere."""

    label: Span
    body: Span


def is_open(line: Line) -> bool:
    """Whether a line is a label without its value."""
    return line.kind is LineKind.FIELD and line.body.start >= line.body.end


@cached(4096)
def meaning(label: str) -> Meaning:
    """The meaning of a label as it stands in the text."""
    return read_label(label)


def meaning_at(text: str, span: Span) -> Meaning:
    """The meaning of the label at a span."""
    return meaning(text[span.start : span.end])


def label_at(text: str, span: Span) -> Meaning | None:
    """The meaning of a known label or of a word for a total at a span, None for anything else.

    It costs little where there is none, other than ``meaning_at``.
    """
    said = text[span.start : span.end]
    if not may_be_label(said):
        return None
    found = meaning(said)
    return found if found.known or found.total else None


@cached(4096)
def _joined(heads: tuple[str, ...]) -> Meaning:
    return read_column(heads)


@cached(4096)
def _alone(head: str) -> Meaning:
    """The meaning of a column that one label heads, as nearly all do."""
    return read_column((head,))


@cached(4096)
def _of_line(label: str) -> Meaning:
    """The meaning of a line's label, in one language or two."""
    return read_heads((label,))


def heads_meaning(text: str, heads: Sequence[Span]) -> Meaning:
    """The meaning of a table's column from the pieces that head it."""
    if len(heads) == 1:
        return _alone(text[heads[0].start : heads[0].end])
    return _joined(tuple([text[start:end] for start, end in heads]))


def _label_meaning(text: str, line: Line) -> Meaning:
    """The meaning of what heads the column of a cell, or of a line's label."""
    if line.heads or not line.label:
        return heads_meaning(text, line.heads)
    return _of_line(text[line.label.start : line.label.end])


def line_meaning(text: str, line: Line) -> Meaning:
    """The meaning of a line's label, or of what heads the column of a cell.

    A place with an area for its name is an area: "Territory: 101.98 sq. km".
    """
    told = _label_meaning(text, line)
    if told.fields[:1] in PLACES and text[line.body.start : line.body.start + 1].isdigit():
        figure = next(iter(find_figures(text, line.body, Context())), None)
        if figure is not None and figure.dimension == "area":
            return told._replace(fields=("area_km2",))
    return told
