"""One line to the cells of a row: by pipes, tabs, wide gaps or single blanks."""

from __future__ import annotations

import re
from enum import IntEnum

from pipeline.model.source import Span
from pipeline.normalize.reader import trim

_RULE = re.compile(r"[\s|:+=_-]*")
_TEMPLATE = re.compile(r"\|\s*[\w .-]*=")
_ROW_MARKER = re.compile(r"\s*(?:[-•·・*○◦▪※]\s*)?(?:\(?\d{1,3}[.)]\s+)?")
_GAP = re.compile(r"\t+|\s{2,}")
_SPLITTERS = {
    "pipe": re.compile(r"\|"),
    "tab": re.compile(r"\t"),
    "gap": _GAP,
    "blank": re.compile(r"\s+"),
}


class Separator(IntEnum):
    """What keeps the cells of a row apart, strongest first."""

    PIPE = 0
    TAB = 1
    GAP = 2
    BLANK = 3


def is_rule(text: str, span: Span) -> bool:
    """Whether a line only draws a line, as ``| --- | --- |``."""
    return bool(_RULE.fullmatch(text, *span)) and span.end > span.start


def separator(text: str, span: Span) -> Separator:
    """The strongest separator that a line holds."""
    line = text[span.start : span.end].strip()
    if "|" in line and not _TEMPLATE.match(line):
        return Separator.PIPE
    if "\t" in line:
        return Separator.TAB
    return Separator.GAP if _GAP.search(line) else Separator.BLANK


def split(text: str, span: Span, by: Separator) -> tuple[Span, ...]:
    """The cells of a line, trimmed; empty ones between pipes or tabs are kept."""
    start, end = _inner(text, span, by)
    bounds = [start]
    for match in _SPLITTERS[by.name.lower()].finditer(text, start, end):
        bounds += [match.start(), match.end()]
    bounds.append(end)
    cells = [trim(text, Span(a, b)) for a, b in zip(bounds[::2], bounds[1::2], strict=True)]
    return tuple(cells) if by <= Separator.TAB else tuple(c for c in cells if c.start < c.end)


def _inner(text: str, span: Span, by: Separator) -> Span:
    """The line without the pipes at its edges, and without bullets and list numbers."""
    start, end = trim_edges(text, span)
    if by is Separator.PIPE:
        start += text[start : start + 1] == "|"
        end -= end > start and text[end - 1] == "|"
        return Span(start, end)
    if by is Separator.TAB:
        return Span(start, end)
    match = _ROW_MARKER.match(text, start, end)
    return Span(match.end() if match else start, end)


def trim_edges(text: str, span: Span) -> Span:
    """A span without blanks at its edges."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
