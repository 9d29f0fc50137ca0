"""Labels and values that stand on different lines brought together.

Three habits: a label with its value on the next line; all labels, then all values; a heading above
its parts ("Superficie", then "• Total 955 km²").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile

from pipeline.model.source import Line, LineKind, Span
from pipeline.normalize.place import country_code
from pipeline.normalize.stretch import trim
from pipeline.read.beneath import is_value
from pipeline.read.grammar import is_open, meaning_at
from pipeline.read.openness import reopened, widened
from pipeline.read.stack import read_stacks
from pipeline.read.whole import with_wholes

_DIGIT = re.compile(r"\d")
_LABELS_IN_A_BLOCK = 3
_MOST_LABELS = 60


def join(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines with every label joined to its value, and parts given the group they belong to."""
    lines = tuple(reopened(text, lines))
    if any(map(is_open, lines)):
        whole = tuple(widened(text, lines))
        lines = tuple(read_stacks(text, whole, partial(is_value, text, stacked=True)))
    return with_wholes(text, tuple(_grouped(text, tuple(_joined(text, lines)))))


def _joined(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    at = 0
    while at < len(lines):
        line = lines[at]
        if not is_open(line):
            yield _part(text, lines, at) if line.kind is LineKind.BULLET else line
            at += 1
            continue
        run = _open_run(lines, at)
        if len(run) >= _LABELS_IN_A_BLOCK and (block := _block(text, lines, run)):
            yield from block[0]
            at = block[1]
        else:
            below = 0 if _heads_list(text, lines, at) else _below(text, lines, at)
            yield line._replace(body=lines[below].body) if below else line
            yield from (line for line in lines[at + 1 : below] if below)
            at = below + 1 if below else at + 1


def _open_run(lines: Sequence[Line], at: int) -> list[int]:
    """Indexes of the open labels that follow one another directly, as many as a block has."""
    return list(
        takewhile(lambda i: is_open(lines[i]), range(at, min(at + _MOST_LABELS, len(lines))))
    )


def _below(text: str, lines: Sequence[Line], at: int) -> int:
    """Index of the line that holds the value of the open label, or 0."""
    for index in range(at + 1, min(at + 4, len(lines))):
        line = lines[index]
        if line.kind is LineKind.BLANK:
            continue
        if index > at + 1 and _heads_block(text, lines, index):
            return 0
        stacked = index == at + 1 and _is_stacked(lines, at)
        return index if is_value(text, lines[at], line, stacked=stacked) else 0
    return 0


def _heads_block(text: str, lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands right above a marked label, or above its country: "NORVALE", "Canada"."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is None or lines[index].kind is not LineKind.HEADING:
        return False
    if below.kind is LineKind.HEADING:
        return bool(country_code(text[slice(*below.body)]))
    return below.kind is LineKind.FIELD and (below.label or below.span).start > below.span.start


def _heads_list(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether a label that names no field stands above several marked lines: "Partners:"."""
    label = lines[at].label
    below = [line for line in lines[at + 1 : at + 5] if line.kind is not LineKind.BLANK][:2]
    marked = len(below) > 1 and all(line.kind is LineKind.BULLET for line in below)
    return marked and label is not None and not meaning_at(text, label).fields


def _is_stacked(lines: Sequence[Line], at: int) -> bool:
    """Whether an open label stands right below another one with its value."""
    return at > 1 and is_open(lines[at - 2]) and lines[at - 1].kind is not LineKind.BLANK


def _block(
    text: str, lines: Sequence[Line], run: Sequence[int]
) -> tuple[tuple[Line, ...], int] | None:
    """All labels, then all values: the pairing in which most values fit, and where it ends."""
    values = _values_after(lines, run[-1] + 1, len(run) + 2)
    best, shift = 0, 0
    for offset in range(max(1, len(values) - len(run) + 1)):
        fitting = sum(
            is_value(text, lines[label], lines[value])
            for label, value in zip(run, values[offset:], strict=False)
        )
        best, shift = max((best, shift), (fitting, -offset))
    if best * 2 <= len(run):
        return None
    chosen = values[-shift : -shift + len(run)]
    before = tuple(line for line in lines[run[-1] + 1 : chosen[0]])
    paired = tuple(
        lines[label]._replace(body=lines[value].body)
        for label, value in zip(run, chosen, strict=False)
    )
    return (*before, *paired), chosen[-1] + 1


def _values_after(lines: Sequence[Line], at: int, count: int) -> list[int]:
    values: list[int] = []
    while at < len(lines) and len(values) < count:
        if lines[at].kind in {LineKind.FIELD, LineKind.NOTE} and (values or is_open(lines[at])):
            break
        if lines[at].kind in {LineKind.FIELD, LineKind.NOTE}:
            at += 1
            continue
        if lines[at].kind is not LineKind.BLANK:
            values.append(at)
        elif len(values) >= count - 2:
            break
        at += 1
    return values


def _part(text: str, lines: Sequence[Line], at: int) -> Line:
    """A short bullet above a figure is a label that the lexicon does not know ("• Máxima")."""
    line = lines[at]
    if at + 1 >= len(lines) or _DIGIT.search(text, *line.body):
        return line
    below = lines[at + 1]
    short = line.body.end - line.body.start <= 30
    starts = (
        below.kind not in {LineKind.BULLET, LineKind.FIELD}
        and text[below.body.start : below.body.start + 1].isdigit()
    )
    if short and starts:
        return Line(LineKind.FIELD, line.span, trim(text, line.body), below.body)
    return line


def _grouped(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """Every part of a group with the label of the group."""
    group: Span | None = None
    for line in lines:
        if is_open(line):
            group = line.label
            yield line
            continue
        if line.kind is LineKind.FIELD and line.label is not None and group is not None:
            total = meaning_at(text, line.label).total
            marked = line.label.start > line.span.start
            if total or marked:
                yield line._replace(group=group)
                continue
        if line.kind in {LineKind.HEADING, LineKind.FIELD}:
            group = None
        yield line
