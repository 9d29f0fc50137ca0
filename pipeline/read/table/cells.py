"""One line to the cells of a row: by pipes, tabs, marks, wide gaps or single blanks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from pipeline.model.source import Span
from pipeline.normalize.stretch import trim
from pipeline.read.blank import trim_blank

_RULE = re.compile(r"[\s|:+=_-]*")
_TEMPLATE = re.compile(r"\|\s*[\w .-]*=")
_ROW_MARKER = re.compile(r"\s*(?:[-•·・*○◦▪※]\s*)?(?:\(?\d{1,3}[.)]\s+)?")
_QUOTED = r"\"[^\"\n]*\"|"
_MARKUP = r"\[\[[^\[\]\n]*\]\]|\{\{[^{}\n]*\}\}|"  # "[[raion|districts]]" has one cell
_FEWEST_MARKS, _FEWEST_TIGHT = 2, 4  # a date has two
_NOTHING = {"-", "--", "..", "*"}


class Separator(IntEnum):
    """What keeps the cells of a row apart, strongest first."""

    PIPE = 0
    TAB = 1
    SEMICOLON = 2
    GAP = 3
    DASH = 4
    SLASH = 5
    COMMA = 6
    TIGHT_SLASH = 7  # "Norvale/Canada/491.95/94"
    BLANK = 8

    @property
    def keeps_empty(self) -> bool:
        """Whether two of them in a row have an empty cell between them."""
        return self not in {Separator.GAP, Separator.DASH, Separator.BLANK}


# Of sentences too.
MARKS = {
    Separator.SEMICOLON,
    Separator.DASH,
    Separator.SLASH,
    Separator.COMMA,
    Separator.TIGHT_SLASH,
}
_SPLITTERS = {
    Separator.PIPE: re.compile(rf"{_MARKUP}(\|)"),
    Separator.TAB: re.compile(r"(\t)"),
    Separator.SEMICOLON: re.compile(_QUOTED + r"(;)"),
    Separator.GAP: re.compile(r"(\t+|\s{2,})"),
    Separator.DASH: re.compile(r"(\s-\s)"),
    Separator.SLASH: re.compile(r"(?<=\s)([/·•])(?=\s)"),
    Separator.COMMA: re.compile(_QUOTED + r"(,(?!\s))"),
    Separator.TIGHT_SLASH: re.compile(r"(?<=[^\s/])(/)(?=[^\s/])"),
    Separator.BLANK: re.compile(r"(\s+)"),
}


# Where a bar, a tab, a gap, a dash or a slash can keep cells apart: few lines have any. It begins with
# one class of characters and tells behind it which one it is, so that it is searched for fast.
_SIGN = re.compile(r"[|\s](?:(?<=[|\t])|(?=[-/·•]?\s))")
_TWO_COMMAS = re.compile(r",(?!\s).*?,(?!\s)")
_ANY_BLANK = re.compile(r"\s")
_ONLY_BLANKS = (Separator.BLANK,)
# Without which a line has none of them: found much faster than the patterns.
_SIGNS = {
    Separator.PIPE: "|",
    Separator.TAB: "\t",
    Separator.SEMICOLON: ";",
    Separator.COMMA: ",",
    Separator.TIGHT_SLASH: "/",
}


def is_rule(text: str, span: Span) -> bool:
    """Whether a line only draws a line, as ``| --- | --- |``."""
    return bool(_RULE.fullmatch(text, *span)) and span.end > span.start


def separators(text: str, span: Span) -> tuple[Separator, ...]:
    """Everything that may keep the cells of a line apart, strongest first.

    Where there are pipes or tabs, blanks and commas stand inside the cells.
    """
    return ways(text, trim_blank(text, span))


@lru_cache(maxsize=1024)  # a table's rows are looked at again from every line above
def ways(text: str, inner: Span) -> tuple[Separator, ...]:
    """The same of a line without blanks at its edges."""
    start, end = inner
    if _may_divide(text, start, end):
        return tuple(_separators(text, inner))
    return _ONLY_BLANKS if _ANY_BLANK.search(text, start, end) else ()


def _may_divide(text: str, start: int, end: int) -> bool:
    """Whether anything but single blanks may keep the cells of a line apart."""
    return (
        _SIGN.search(text, start, end) is not None
        or text.count(";", start, end) >= _FEWEST_MARKS
        or (text.count(",", start, end) >= _FEWEST_MARKS and _has_commas(text, start, end))
        or _has_tight_slashes(text, start, end)
    )


def _has_commas(text: str, start: int, end: int) -> bool:
    return _TWO_COMMAS.search(text, start, end) is not None


def _has_tight_slashes(text: str, start: int, end: int) -> bool:
    """Whether slashes may keep cells apart: as many as no date has, and none of an address."""
    many = text.count("/", start, end) >= _FEWEST_TIGHT
    return many and text.find("//", start, end) < 0


def _separators(text: str, span: Span) -> Iterator[Separator]:
    start, end = span
    drawn, gaps = False, 0
    for by, pattern in _SPLITTERS.items():
        if (drawn and by > Separator.TAB) or (gaps > 1 and by is Separator.BLANK):
            return
        sign = _SIGNS.get(by)
        if sign and text.find(sign, start, end) < 0:
            continue
        marks = sum(match[1] is not None for match in pattern.finditer(text, start, end))
        if by is Separator.PIPE and is_template(text, span):
            continue
        if by is Separator.TIGHT_SLASH and not _has_tight_slashes(text, start, end):
            continue
        if marks >= (_FEWEST_MARKS if by in MARKS else 1):
            drawn = drawn or by <= Separator.TAB
            gaps = marks if by is Separator.GAP else gaps
            yield by


def is_template(text: str, span: Span) -> bool:
    """Whether a line is a parameter of a wiki template, as ``| area = 12``."""
    return _TEMPLATE.match(text, *trim_blank(text, span)) is not None


def separator(text: str, span: Span) -> Separator:
    """The strongest separator that a line holds."""
    return next(iter(separators(text, span)), Separator.BLANK)


def split(text: str, span: Span, by: Separator) -> tuple[Span, ...]:
    """The cells of a line, trimmed; empty ones are kept where the separator shows them."""
    start, end = _inner(text, span, by)
    bounds = [start]
    for match in _SPLITTERS[by].finditer(text, start, end):
        if match[1] is not None:
            bounds += match.span(1)
    bounds.append(end)
    stretches = [Span(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=True)]
    cells = [(_cell(text, stretch), stretch) for stretch in stretches]
    if by.keeps_empty:
        return tuple([cell for cell, _ in cells])
    gaps = by is Separator.GAP
    return tuple([c for c, raw in cells if c.start < c.end or (gaps and _is_left_out(text, raw))])


def _is_left_out(text: str, stretch: Span) -> bool:
    """Whether a mark stands in a cell for nothing: "Tulagi  -  22"."""
    return text[slice(*stretch)].strip() in _NOTHING


def _cell(text: str, span: Span) -> Span:
    """A cell without the marks and the quotes around it."""
    cell = trim(text, span)
    if text[cell.start : cell.start + 1] == '"' == text[cell.end - 1 : cell.end] != "":
        return Span(cell.start + 1, max(cell.end - 1, cell.start + 1))
    return cell


def _inner(text: str, span: Span, by: Separator) -> Span:
    """The line without the pipes at its edges, and without bullets and list numbers."""
    if by is Separator.TAB:
        return span
    start, end = trim_blank(text, span)
    if by is Separator.PIPE:
        start += text[start : start + 1] == "|"
        end -= end > start and text[end - 1] == "|"
    if by.keeps_empty:
        return Span(start, end)
    match = _ROW_MARKER.match(text, start, end)
    return Span(match.end() if match else start, end)


def width(text: str, start: int, end: int) -> int:
    """How many columns of a fixed-width print a stretch takes: wide characters take two."""
    stretch = text[start:end]
    if stretch.isascii():
        return end - start
    return sum(1 + (unicodedata.east_asian_width(character) in "WF") for character in stretch)
