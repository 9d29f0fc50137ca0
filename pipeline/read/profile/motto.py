"""Headings that set a motto behind a colon: "Eastbad : soixante ans d'amitié sur la rivière"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model.source import BLANK, FIELD, HEADING, PROSE, Line, Span
from pipeline.normalize.digits import has_digit
from pipeline.normalize.text import key
from pipeline.read.grammar import meaning_at
from pipeline.read.profile.heading import is_proper

_OPENING = 200  # characters of a paragraph in which the name has to come again


def without_mottoes(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with a name and its motto above a paragraph about it as a heading and a line."""
    for index, line in enumerate(lines):
        label = line.label
        if label is None or not _is_motto(text, lines, index, label):
            yield line
            continue
        yield Line(HEADING, label, None, label)
        yield Line(PROSE, line.body, None, line.body)


def _is_motto(text: str, lines: Sequence[Line], index: int, label: Span) -> bool:
    """Whether a label names no field, stands apart, and the paragraph below says it again."""
    if index == 0 or lines[index - 1].kind is not BLANK:
        return False
    line = lines[index]
    below = next((one for one in lines[index + 1 : index + 3] if one.kind is not BLANK), None)
    if line.kind is not FIELD or below is None or below.kind is not PROSE:
        return False
    if line.body.start >= line.body.end or has_digit(text, *line.span):
        return False
    if meaning_at(text, label).known:
        return False
    said, start = text[slice(*label)], below.body.start
    return is_proper(said) and key(said) in key(text[start : start + _OPENING])
