"""What a heading says of its name behind it: "Norvale, Canada - Sister City"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.model.source import Span
from pipeline.normalize.glossary import glossary
from pipeline.normalize.lexeme import words
from pipeline.normalize.text import key
from pipeline.read.profile.signal import ties

_SETS_OFF = re.compile(r"[-,(:]")
_EPITHET = re.compile(r"(?:\s+-\s+|\s*[,(:]\s*)(?P<said>(?:(?! - )[^\d,():]){3,40})\)?$")


def without_epithet(text: str, span: Span) -> Span:
    """Of "Norvale, Canada - Sister City" what is no word for a tie."""
    if not _SETS_OFF.search(text, *span):
        return span
    tail = _EPITHET.search(text, *span)
    said = text[slice(*tail.span("said"))] if tail and tail.start() > span.start else ""
    return Span(span.start, tail.start()) if tail and said and says_tie(said) else span


def says_tie(said: str) -> bool:
    """Whether words are those for a tie alone: "Sister City", "ville jumelée"."""
    if key(said) in _titles():
        return True
    kind = ties(said)
    return bool(kind and glossary("agreement_cues", kind).fullmatch(said.strip()))


@cache
def _titles() -> frozenset[str]:
    return frozenset(words("page_headings"))
