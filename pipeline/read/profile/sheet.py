"""The lines of a page with what cutting it asks of them again and again: their facts and their names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from pipeline.model.source import BLANK, FIELD, Line, Span
from pipeline.read.grammar import PLACES, heads_meaning, line_meaning, meaning_at
from pipeline.read.profile.named import place_name
from pipeline.read.profile.signal import (
    NOTHING,
    core,
    headline_fields,
    labelled_facts,
    line_facts,
)


class Named(NamedTuple):
    """What a label names: core facts, and the first by name of the fields that can begin a profile.

    ``known`` tells a label of the lexicon.
    """

    facts: frozenset[str]
    headline: str
    known: bool


class Sheet:
    """The lines of a page's folded text; what is asked of a line is found once."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        """Takes the lines as they stand on the page."""
        self.text = text
        self.lines = lines
        self._names: dict[int, Span] = {}
        self._labels: dict[str, Named] = {}

    @cached_property
    def named(self) -> list[Named | None]:
        """What the label of each line names; None for a line that is no field with a label of its own."""
        return [
            self._named(line)
            if line.kind is FIELD and line.label is not None and line.group is None
            else None
            for line in self.lines
        ]

    def _named(self, line: Line) -> Named:
        """What a label names, the same wherever it stands but where it is a place's or an area's."""
        start, end = line.label or line.span
        said = self.text[start:end]
        known = None if line.heads else self._labels.get(said)
        if known is not None:
            return known
        fields = line_meaning(self.text, line).fields
        label = meaning_at(self.text, Span(start, end))
        found = Named(core(fields), min(headline_fields(fields), default=""), label.known)
        if (
            not line.heads
            and heads_meaning(self.text, (Span(start, end),)).fields[:1] not in PLACES
        ):
            self._labels[said] = found
        return found

    @cached_property
    def facts(self) -> list[frozenset[str]]:
        """The core facts that each line states (``signal.line_facts``)."""
        text = self.text
        return [
            line_facts(text, line) if named is None else labelled_facts(text, line, named.facts)
            for line, named in zip(self.lines, self.named, strict=True)
        ]

    def told(self, first: int, last: int) -> frozenset[str]:
        """The core facts that a run of lines states, the last excluded."""
        return NOTHING.union(*self.facts[first:last])

    def name(self, index: int) -> Span:
        """The words of a line as those of a heading (``heading.place_name``)."""
        found = self._names.get(index)
        if found is None:
            found = self._names[index] = place_name(self.text, self.lines[index])
        return found

    def said(self, index: int) -> str:
        """The words of a line as those of a heading, as the text has them."""
        start, end = self._names.get(index) or self.name(index)
        return self.text[start:end]

    def below(self, index: int) -> Line | None:
        """The first line below one that is not blank."""
        lines = self.lines
        for at in range(index + 1, len(lines)):
            if lines[at].kind is not BLANK:
                return lines[at]
        return None
