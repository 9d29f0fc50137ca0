"""A word of the lexicon found in a text."""

from __future__ import annotations

from typing import NamedTuple


class Hit(NamedTuple):
    """A spelling in a text; asked for its place as a match of ``re`` is."""

    first: int
    last: int

    def start(self) -> int:
        """Where it begins."""
        return self.first

    def end(self) -> int:
        """Where it ends."""
        return self.last

    def span(self) -> tuple[int, int]:
        """Both."""
        return self.first, self.last
