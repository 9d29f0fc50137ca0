"""Paragraphs that open with some words before a colon: "From sea to summit: Norvale, in Alba, is called ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.model.source import FIELD, HEADING, PROSE, Line
from pipeline.normalize.text import key
from pipeline.read.grammar import meaning_at
from pipeline.read.profile.heading import DIVIDED

_SHORTEST = 100  # characters of a paragraph
_OPENING = 140  # those in which the name of its heading has to come
_SENTENCES = re.compile(r"[.!?。] ?(?=[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯІЇЄҐ\u3040-\u9fff가-힣])")


def with_paragraphs(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with a paragraph that says the name in the heading right above it as prose, no field."""
    above: Line | None = None
    for line in lines:
        if above is not None and line.kind is FIELD and _goes_on(text, above, line):
            whole = line.span
            yield Line(PROSE, whole, None, whole)
        else:
            yield line
        above = line if line.kind is HEADING else None


def _goes_on(text: str, heading: Line, line: Line) -> bool:
    """Whether the sentence behind the colon is about what the heading names, and others follow."""
    start, end = line.body
    if line.label is None or end - start < _SHORTEST or line.label.end > start:
        return False
    if meaning_at(text, line.label).known or _SENTENCES.search(text, start, end) is None:
        return False
    name = key(DIVIDED.split(text[slice(*heading.body)])[0])
    return len(name) > 1 and name in key(text[start : start + _OPENING])
