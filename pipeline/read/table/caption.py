"""What stands above a table and holds for all of it: its title, its date, its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary
from pipeline.read.blank import trim_blank
from pipeline.schema.caption import read_caption

_MOST_LINES, _MOST_BLANKS = 5, 3
_LONGEST_LINE = 160
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[^\W\d_a-z])|[。！？](?=.)")


def find_caption(text: str, lines: Sequence[Span], first: int, floor: int) -> Span | None:
    """The short lines above the first line of a table, up to a paragraph or another table.

    The last sentence of the paragraph belongs to them where it says of when the figures are.
    """
    found: list[Span] = []
    blanks = 0
    for line in reversed(lines[max(floor, first - 2 * _MOST_LINES) : first]):
        empty = line.start == line.end
        blanks += empty
        if line.end - line.start > _LONGEST_LINE or blanks > _MOST_BLANKS:
            found += _dated(text, line) if blanks <= _MOST_BLANKS else []
            break
        found += [] if empty else [line]
        if len(found) == _MOST_LINES:
            break
    return Span(found[-1].start, found[0].end) if found else None


def _dated(text: str, paragraph: Span) -> list[Span]:
    """The sentence of a paragraph, as a line, that says of when the figures below are.

    It is the last one, or the last that speaks of figures: "I took them from the 2011 census figures".
    """
    ends = [match.end() for match in _SENTENCE_END.finditer(text, *paragraph)]
    starts = (paragraph.start, *ends)
    for start, end in zip(reversed(starts), (paragraph.end, *reversed(ends)), strict=True):
        said = text[start:end]
        told = len(said) <= 2 * _LONGEST_LINE and (
            end == paragraph.end or _of_figures().search(said)
        )
        if told and read_caption(said).as_of:
            return [trim_blank(text, Span(start, end))]
    return []


@cache
def _of_figures() -> Glossary:
    return Glossary(toml_table("structure.toml")["figure_words"])
