"""Where the sentences of a paragraph begin and end, judged cheaply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.lexeme import alternation

_END = re.compile(r"[.!?][\"'”’»)\]]{0,2}\s+(?=[\"'“«(]{0,2}[^\W_a-zß-öø-ÿа-яёіїєґ])|[。！？]\s*")
_LONGEST_ABBREVIATION = 14


def sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a stretch of folded text, without the blanks between them."""
    start = span.start
    for match in _END.finditer(text, *span):
        if match.end() < span.end and not _is_abbreviated(text, start, match.start()):
            yield Span(start, match.end() - len(match[0]) + len(match[0].rstrip()))
            start = match.end()
    if start < span.end:
        yield Span(start, span.end)


def _is_abbreviated(text: str, start: int, stop: int) -> bool:
    """Whether a full stop ends an abbreviation or a number: "Mr. S. Walton", "on 3. May", "sq. km"."""
    if text[stop] != ".":
        return False
    return bool(_short().search(text, max(start, stop - _LONGEST_ABBREVIATION), stop))


@cache
def _short() -> re.Pattern[str]:
    known = alternation(toml_table("structure.toml")["abbreviations"])
    return re.compile(rf"(?:(?<![^\W\d_])[^\W\d_]|(?<!\d)\d{{1,2}}|{known})$", re.IGNORECASE)
