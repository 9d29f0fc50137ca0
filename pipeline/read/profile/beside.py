"""What beside a table is a profile of its own, and what only speaks of the table."""

from __future__ import annotations

import re

from pipeline.model.source import FIELD, PROSE, Line, Span
from pipeline.read.grammar import label_at
from pipeline.read.profile.block import Block
from pipeline.read.profile.sheet import Sheet
from pipeline.read.profile.signal import SIZES, facts_of, has_headline

_PHRASE = re.compile(r"[^.,;(\d]+")


def stands_beside(sheet: Sheet, block: Block) -> bool:
    """Whether a block beside a table is a profile: by its labels, or as its prose counts a place."""
    lines = sheet.lines[block.first : block.last]
    told = [line for line in lines if line.kind is not FIELD or not _spells_out(sheet.text, line)]
    labelled = [line for line in told if line.label is not None]
    if has_headline(sheet.text, labelled) and facts_of(sheet.text, labelled):
        return True
    prose = [line for line in lines if line.kind is PROSE]
    return facts_of(sheet.text, prose) >= SIZES


def _spells_out(text: str, line: Line) -> bool:
    """Whether a line says what a label of the table means: "INH: number of inhabitants"."""
    phrase = _PHRASE.match(text, *line.body)
    told = label_at(text, Span(*phrase.span())) if phrase else None
    return told is not None and bool(told.fields)
