"""A place with the day of its tie behind it: "Adelaide, Australia - since 1972", "Lyon (1979)"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.stretch import dates, trim
from pipeline.normalize.text import key

_CUT = re.compile(r"\s+-\s+|\s*[,;:|(]\s*")
_END = re.compile(r"[\s).\]]*")
_DIGIT = re.compile(r"\d")
LONGEST = 120


def tie_tail(text: str, span: Span) -> Span | None:
    """The end of a line that only says since when: "since 7 March 1973", or a date in brackets."""
    if span.end - span.start > LONGEST or not _DIGIT.search(text, *span):
        return None
    found = dates(text, span)
    if not found or not _END.fullmatch(text, found[-1][0].span.end, span.end):
        return None
    last = found[-1][0].span.start
    cuts = [cut for cut in _CUT.finditer(text, span.start + 2, last) if cut.end() <= last]
    cut = next((c for c in reversed(cuts) if _words(text, c.end(), last)), None)
    bare = cuts[-1] if cuts and not text[cuts[-1].end() : last].strip() else None
    chosen = cut or (bare if bare and bare[0].strip() in {"(", "-"} else None)
    return Span(chosen.end(), found[-1][0].span.end) if chosen else None


def before_tail(text: str, span: Span) -> Span:
    """What stands before the end that says since when, or all of it."""
    tail = tie_tail(text, span)
    if tail is None:
        return span
    end = tail.start
    while end > span.start and text[end - 1] in " -,;:|(":
        end -= 1
    return trim(text, Span(span.start, end))


def _words(text: str, start: int, end: int) -> bool:
    """Whether words before a date are those of a tie and its day: "since", "twinned in"."""
    said = key(text[start:end]).split()
    return bool(said) and _tie_words().issuperset(said)


@cache
def _tie_words() -> frozenset[str]:
    table = toml_table("structure.toml")
    told = (
        *flatten([table[name] for name in ("tie_days", "concluding_words", "tie_partners")]),
        *("in", "on", "the", "im", "am", "en", "le", "el", "il"),
    )
    return frozenset(word for phrase in told for word in key(phrase).split())
