"""The bullet, number or letter that may stand before the words of a line."""

from __future__ import annotations

import re

from pipeline.model.source import Span
from pipeline.normalize.date import find_dates

_SIGNS = r"[-•·・*○◦▪■□▣◆◇▶►▷▸☞✓✔◎●▼※〇⊙＊➢❖★☆ㅇㆍ∙⦁+»›]|--+(?=\s)|~(?=\s+[^\W\d_])|o(?=\s{2})"
_NUMBERS = r"\(?\d{1,2}[.)](?!\d)|[①-⑳]|[가-하]\.|\(?[a-h][.)](?=\s)|\([A-H]\)|[ivx]{1,4}[.)](?=\s)|[IVX]{1,5}[.)](?=\s[^\n:]{2,60}:)"
MARKER = re.compile(rf"\s*(?:{_SIGNS}|{_NUMBERS})(?=\s|[^\s\d-])\s*")
_LONGEST_DAY = 30


def after_marker(text: str, span: Span) -> Span:
    """A line without its marker; the number of a day is none: "12. Mai 1990"."""
    match = MARKER.match(text, span.start, span.end)
    if match is None or match.end() >= span.end:
        return span
    dated = text[span.start].isdigit() and _is_dated(text, span)
    return span if dated else Span(match.end(), span.end)


def _is_dated(text: str, span: Span) -> bool:
    found = find_dates(text, span.start, min(span.end, span.start + _LONGEST_DAY))
    return bool(found) and found[0][0].span.start == span.start
