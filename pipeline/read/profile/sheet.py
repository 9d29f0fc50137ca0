"""The lines of a page with what cutting it asks of them again and again: their facts and their names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from pipeline.model.source import Line, LineKind, Span
from pipeline.read.profile.heading import place_name
from pipeline.read.profile.signal import NOTHING, line_facts


class Sheet:
    """The lines of a page's folded text; what is asked of a line is found once."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        """Takes the lines as they stand on the page."""
        self.text = text
        self.lines = lines
        self._names: dict[int, Span] = {}

    @cached_property
    def facts(self) -> list[frozenset[str]]:
        """The core facts that each line states (``signal.line_facts``)."""
        return [line_facts(self.text, line) for line in self.lines]

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
        start, end = self.name(index)
        return self.text[start:end]

    def below(self, index: int) -> Line | None:
        """The first line below one that is not blank."""
        lines = self.lines
        for at in range(index + 1, len(lines)):
            if lines[at].kind is not LineKind.BLANK:
                return lines[at]
        return None
