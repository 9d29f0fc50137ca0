"""Open labels, whose value stands below: what beside or below a label belongs to it and is no value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.model.source import Line, LineKind, Span
from pipeline.read.grammar import is_open, meaning_at
from pipeline.read.opener import VALUE_START
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME

_WHOLE_BRACKET = re.compile(r"(?:[(（\[][^()（）\[\]]{1,40}[)）\]]\s?){1,2}")
_YEAR = re.compile(r"[(\[]?(?:1[89]|20)\d\d[)\]]?")
_LONGEST_YEAR = 6
_FIGURES = {Kind.COUNT, Kind.NUMBER}
_UNLABELLED = {LineKind.HEADING, LineKind.PROSE}


def reopened(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """A label of figures with nothing but a year behind it is open where the next line begins with one.

    "Census 2011" above "33,004 residents".
    """
    for line, below in zip(lines, (*lines[1:], None), strict=False):
        if below is not None and _is_dated(text, line) and _begins_with_figure(text, below):
            end = line.body.end
            yield line._replace(
                label=Span((line.label or line.span).start, end), body=Span(end, end)
            )
        else:
            yield line


def _is_dated(text: str, line: Line) -> bool:
    """Whether a label of figures has a year and nothing else behind it."""
    if line.label is None or not 0 < line.body.end - line.body.start <= _LONGEST_YEAR:
        return False
    fields = meaning_at(text, line.label).fields[:1] if _YEAR.fullmatch(text, *line.body) else ()
    return bool(fields) and BY_NAME[fields[0]].kind in _FIGURES


def _begins_with_figure(text: str, line: Line) -> bool:
    return line.kind in _UNLABELLED and VALUE_START.match(text, *line.body) is not None


def widened(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """A bracket or footnote mark alone below an open label belongs to the label: "(2020)", "[1]"."""
    held: Line | None = None
    for line in lines:
        if held is not None:
            bracket = line.kind is not LineKind.BLANK and _WHOLE_BRACKET.fullmatch(text, *line.span)
            if bracket and held.label is not None:
                held = held._replace(label=Span(held.label.start, line.span.end))
                continue
            yield held
        held = line if is_open(line) else None
        if held is None:
            yield line
    if held is not None:
        yield held
