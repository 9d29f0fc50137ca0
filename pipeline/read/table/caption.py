"""What stands above a table and holds for all of it: its title, its date, its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Context
from pipeline.normalize.glossary import Glossary
from pipeline.read.blank import trim_blank
from pipeline.schema.caption import read_caption

_MOST_LINES, _MOST_BLANKS = 5, 3
_LONGEST_LINE = 160
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[^\W\d_a-z])|[。！？](?=.)")


def find_caption(text: str, lines: Sequence[Span], first: int, floor: int) -> Span | None:
    """The short lines above the first line of a table, up to a paragraph or another table.

    The last sentence of the paragraph belongs to them where it says of when the figures are; another
    one that speaks of figures and their date takes the place of lines that say nothing of them.
    """
    found: list[Span] = []
    sentences: list[Span] = []
    blanks = 0
    for line in reversed(lines[max(floor, first - 2 * _MOST_LINES) : first]):
        empty = line.start == line.end
        blanks += empty
        if line.end - line.start > _LONGEST_LINE or blanks > _MOST_BLANKS:
            sentences = _sentences(text, line) if blanks <= _MOST_BLANKS else []
            break
        found += [] if empty else [line]
        if len(found) == _MOST_LINES:
            break
    found += [said for said in sentences[-1:] if _is_dated(text, said)]
    caption = Span(found[-1].start, found[0].end) if found else None
    if caption and read_caption(text[slice(*caption)]) != Context():
        return caption
    told = (said for said in reversed(sentences[:-1]) if _of_figures().search(text, *said))
    return next((said for said in told if _is_dated(text, said)), caption)


def _sentences(text: str, paragraph: Span) -> list[Span]:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, *paragraph)]
    cuts = zip((paragraph.start, *ends), (*ends, paragraph.end), strict=True)
    return [trim_blank(text, Span(start, end)) for start, end in cuts]


def _is_dated(text: str, said: Span) -> bool:
    """Whether a sentence says of when its figures are."""
    return said.end - said.start <= 2 * _LONGEST_LINE and bool(
        read_caption(text[slice(*said)]).as_of
    )


@cache
def _of_figures() -> Glossary:
    return Glossary(toml_table("structure.toml")["figure_words"])
