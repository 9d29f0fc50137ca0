"""Stacks of labels, each with its value on the next line, in which some labels are unknown.

"Area / 64 km² / Number of wards / 13 wards / Population / 8,945": two known labels show that the
lines between them are a label and its value too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from pipeline.model.source import Line, LineKind, Span
from pipeline.normalize.stretch import trim
from pipeline.read.grammar import is_open
from pipeline.read.profile.placename import names_place

IsValue = Callable[[Line, Line], bool]

_SAID_BESIDE = re.compile(r"[(\[][^()\[\]]*[)\]]|\b(?:19|20)\d\d\b")
_DIGIT = re.compile(r"\d")
_SENTENCE_END = re.compile(r"[.!?。！？;,]\W*$")
_LONGEST_LABEL, _LONGEST_VALUE, _LONGEST_FIGURE = 60, 240, 60
_FEWEST_KNOWN = 2
_BOTH = {LineKind.HEADING, LineKind.PROSE, LineKind.BULLET}
_LABELS = _BOTH | {LineKind.NOTE}


def read_stacks(text: str, lines: Sequence[Line], is_value: IsValue) -> Iterator[Line]:
    """Lines with the unknown labels of stacks as labels, above their values.

    ``is_value`` tells whether a line is the value of the open label right above it.
    """
    for run in _joined(tuple(_runs(lines)), is_value):
        if sum(map(is_open, run)) < _FEWEST_KNOWN:
            yield from run
            continue
        if turned := _turned(run, is_value):
            yield from turned
            continue
        known = [
            at
            for at, (label, value) in enumerate(pairwise(run))
            if is_open(label) and is_value(label, value)
        ]
        labels = _unknown(text, run, known) if len(known) >= _FEWEST_KNOWN else set()
        for at, line in enumerate(run):
            label = trim(text, line.body)
            opens = at in labels
            yield Line(LineKind.FIELD, line.span, label, _behind(label)) if opens else line


def _turned(run: Sequence[Line], is_value: IsValue) -> list[Line]:
    """A run in which every label stands below its value: "9,120 / inhabitants"; empty if it is none."""
    below = [at for at in range(1, len(run)) if is_open(run[at]) and is_value(run[at], run[at - 1])]
    above = [
        at
        for at, (label, value) in enumerate(pairwise(run))
        if is_open(label) and is_value(label, value)
    ]
    if len(below) < _FEWEST_KNOWN or len(above) >= len(below) or below[-1] != len(run) - 1:
        return []
    values = {at - 1 for at in below}
    return [
        line._replace(body=run[at - 1].body) if at in below else line
        for at, line in enumerate(run)
        if at not in values
    ]


def _joined(runs: Sequence[list[Line]], is_value: IsValue) -> Iterator[list[Line]]:
    """Runs, of which those in a row that are a value and its label are one: "9,120 / inhabitants"."""
    at = 0
    while at < len(runs):
        end = at
        while end < len(runs) and _is_turned_pair(runs[end], is_value):
            end += 2  # the blank line between
        if (end - at) // 2 >= _FEWEST_KNOWN and not _borders_open(runs, at):
            yield [line for run in runs[at:end:2] for line in run]
            at = end - 1
        else:
            yield runs[at]
            at += 1


def _is_turned_pair(run: Sequence[Line], is_value: IsValue) -> bool:
    """Whether a run is a value with its label below."""
    return len(run) == 2 and not is_open(run[0]) and is_open(run[1]) and is_value(run[1], run[0])


def _borders_open(runs: Sequence[list[Line]], at: int) -> bool:
    """Whether a lone label stands before some runs: each label is then that of the value below."""
    before = next((run for run in reversed(runs[:at]) if run[0].kind is not LineKind.BLANK), None)
    return before is not None and len(before) == 1 and is_open(before[0])


def _behind(label: Span) -> Span:
    return Span(label.end, label.end)


def _runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that follow one another without a blank one; a blank line is a run of its own."""
    run: list[Line] = []
    for line in lines:
        if line.kind is LineKind.BLANK:
            yield from (run, [line])
            run = []
        else:
            run.append(line)
    yield run


def _unknown(text: str, run: Sequence[Line], known: Sequence[int]) -> set[int]:
    """Indexes of the lines that are unknown labels: before, between and behind the known pairs."""
    found: set[int] = set()
    start = known[0]
    while start > 2 and _is_pair(text, run[start - 2], run[start - 1], figure=True):
        start -= 2
        found.add(start)
    for before, after in pairwise([*known, len(run)]):
        between = range(before + 2, after, 2)
        even = (after - before) % 2 == 0
        if even and all(_is_pair(text, run[at], run[at + 1], figure=False) for at in between):
            found |= set(between)
    return found


def _is_pair(text: str, label: Line, value: Line, *, figure: bool) -> bool:
    """Whether two lines can be a label and its value; ``figure`` asks for a value with digits."""
    said, told = text[slice(*label.body)], text[slice(*value.body)]
    return (
        label.kind in _LABELS
        and value.kind in _BOTH
        and 0 < len(said) <= _LONGEST_LABEL
        and not _DIGIT.search(_SAID_BESIDE.sub("", said))
        and not _SENTENCE_END.search(said)
        and not (figure and names_place(said))
        and len(told) <= (_LONGEST_FIGURE if figure else _LONGEST_VALUE)
        and (not figure or _DIGIT.search(told) is not None)
    )
