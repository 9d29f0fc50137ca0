"""Where a table between single blanks can have its header: most paragraphs have no such line.

Every line with two words and a figure could be a row of one, so they are only looked for in a
paragraph that holds a line of labels: without a colon, and with a word for a figure or a date.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.lexicon.taught import cached
from pipeline.model.source import Span
from pipeline.normalize.text import is_cjk, key
from pipeline.read.cells import trim_edges
from pipeline.read.head import IN_BRACKETS
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME
from pipeline.schema.sieve import may_be_label
from pipeline.schema.vocabulary import label_fields, modifiers

_OPEN = re.compile(r"[(\[]")  # a bracket that may close on the next line
SENTENCE_MARKS = re.compile(r"[:;]|, ")
_WORD = re.compile(r"[^\W\d_]+")


class Paragraphs:
    """The lines of a page, asked in their order whether their paragraph may head a table."""

    def __init__(self, text: str, lines: Sequence[Span]) -> None:
        """Takes the physical lines of folded text."""
        self.text, self.lines = text, lines
        self.end, self.headed = 0, False  # of the paragraph that was looked at last

    def may_head(self, at: int) -> bool:
        """Whether the paragraph of the line at an index has a line that may be a header."""
        if at >= self.end:
            first, self.end = self._bounds(at)
            self.headed = any(
                _may_head(self.text[slice(*line)]) for line in self.lines[first : self.end]
            )
        return self.headed

    def _bounds(self, at: int) -> tuple[int, int]:
        first, last = at, at
        while first > 0 and not self._is_blank(first - 1):
            first -= 1
        while last < len(self.lines) and not self._is_blank(last):
            last += 1
        return first, max(last, at + 1)

    def _is_blank(self, index: int) -> bool:
        line = trim_edges(self.text, self.lines[index])
        return line.start == line.end


def _may_head(line: str) -> bool:
    """Whether a line names a figure or a date and has none of the marks of sentences."""
    said = IN_BRACKETS.sub("", line)
    if SENTENCE_MARKS.search(said) and not _OPEN.search(said):
        return False
    return any(_may_name(word) for word in _WORD.findall(key(said)))


def _may_name(word: str) -> bool:
    """Whether a word may belong to a label of a figure or a date."""
    return word in _telling() or (any(map(is_cjk, word)) and may_be_label(word))


@cached()
def _telling() -> frozenset[str]:
    """The words of the labels of figures and dates, small ones only where they have no other."""
    labels = (
        _WORD.findall(label)
        for label, field in label_fields().items()
        if field in BY_NAME and BY_NAME[field].kind is not Kind.TEXT
    )
    small = _small()
    return frozenset(
        word for label in labels for word in ([w for w in label if w not in small] or label)
    )


@cache
def _small() -> frozenset[str]:
    return modifiers() | frozenset(toml_table("structure.toml")["joining_words"])
