"""Headings that set a motto behind a name: "Eastbad : soixante ans d'amitié", "Norvale, notre jumelle"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.model.source import BLANK, FIELD, HEADING, PROSE, Line, Span
from pipeline.normalize.digits import has_digit
from pipeline.normalize.text import key
from pipeline.read.grammar import meaning_at
from pipeline.read.profile.about import about_whom
from pipeline.read.profile.heading import is_proper

_MAY_BE = frozenset([FIELD, HEADING])
_OPENING = 200  # characters of a paragraph in which the name has to come again
_SET_OFF = re.compile(r"\s?[,?!:]\s+(?=[^\W\d_])|\s-+\s(?=[^\W\d_])")
_SMALL = re.compile(r"(?:^|\s)(?:[dl]['’])?[^\W\d_A-ZÀ-ÖØ-ÞĀ-ŽА-ЯІЇЄҐ][\w'’-]*")
_FEWEST_SMALL = 2  # words of a motto; "Norvale, northern Alba" has a parent
_LONGEST = 110


def without_mottoes(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with a name and its motto above a paragraph about it as a heading and a line."""
    above = BLANK
    for index, line in enumerate(lines):
        apart, above = above is BLANK and line.kind in _MAY_BE, line.kind
        if not apart or has_digit(text, *line.span):
            yield line
        elif _is_about(text, line):
            yield Line(HEADING, line.span, None, line.span)
        else:
            yield from _parted(text, lines, index)


def _parted(text: str, lines: Sequence[Line], index: int) -> Iterator[Line]:
    """A line that stands apart, or the name and the motto in it."""
    parts = _parts(text, lines[index])
    if index == 0 or parts is None or not _is_said_below(text, lines, index, parts[0]):
        yield lines[index]
        return
    name, motto = parts
    yield Line(HEADING, name, None, name)
    yield Line(PROSE, motto, None, motto)


def _is_about(text: str, line: Line) -> bool:
    """Whether a line that looks labelled says of whom it tells: "Focus: Norvale", "Norvale: Facts"."""
    if line.kind is not FIELD or line.label is None or not line.span.covers(line.body):
        return False
    return line.span.end - line.span.start <= _LONGEST and about_whom(text, line.span) != line.span


def _parts(text: str, line: Line) -> tuple[Span, Span] | None:
    """A name and what is set behind it, by a colon, a comma or another mark."""
    if line.kind is FIELD and line.label is not None:
        known = line.body.start >= line.body.end or meaning_at(text, line.label).known
        return None if known else (line.label, line.body)
    start, end = line.body
    mark = _SET_OFF.search(text, start, end) if line.kind is HEADING else None
    if mark is None or end - start > _LONGEST:
        return None
    small = islice(_SMALL.finditer(text, mark.end(), end), _FEWEST_SMALL)
    told = len(tuple(small)) == _FEWEST_SMALL
    return (Span(start, mark.start()), Span(mark.end(), end)) if told else None


def _is_said_below(text: str, lines: Sequence[Line], index: int, name: Span) -> bool:
    """Whether the paragraph below a line says the name in it again."""
    below = next((one for one in lines[index + 1 : index + 3] if one.kind is not BLANK), None)
    if below is None or below.kind is not PROSE:
        return False
    said, start = text[slice(*name)], below.body.start
    return is_proper(said) and key(said) in key(text[start : start + _OPENING])
