"""Mails whose lines were quoted: "> Norvale lies in the north"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.source import Span
from pipeline.read.paste.piece import Piece, without

_MARK = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_LINE = re.compile(r"\n[ \t]*[^\s]")
# Of marks that are bullets none stands before nothing or before another one.
_QUOTES = re.compile(r"^>[ \t]*(?:>|\r?$)", re.MULTILINE)
_FEWEST = 3  # quoted lines


def unquoted(text: str) -> Iterator[Piece]:
    """A mail without its quoting marks, if most of its lines have one."""
    mailed = "\n>" in text and _QUOTES.search(text)
    marks = [Span(*match.span()) for match in _MARK.finditer(text)] if mailed else []
    if len(marks) >= _FEWEST and 2 * len(marks) >= len(_LINE.findall(text)):
        yield from without(text, marks)
