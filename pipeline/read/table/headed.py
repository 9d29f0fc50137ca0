"""Where a table between single blanks can have its header: most paragraphs have no such line.

Every line with two words and a figure could be a row of one, so they are only looked for in a
paragraph that holds a line of labels: without a colon, and with a word for a figure or a date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.lexicon.taught import cached
from pipeline.model.source import Span
from pipeline.normalize.text import is_cjk, key
from pipeline.read.table.head import IN_BRACKETS
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME
from pipeline.schema.sieve import may_be_label
from pipeline.schema.telling import label_words
from pipeline.schema.vocabulary import label_fields

_OPEN = re.compile(r"[(\[]")  # a bracket that may close on the next line
DIGIT = re.compile(r"(?<![a-z])\d")  # not that of "km2"
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
SENTENCE_MARKS = re.compile(r"[:;]|, ")
FEWEST_MARKS = 2  # between labels: a title may have two parts
_DIVIDERS = (" / ", " - ", " | ", " · ")
_LONGEST_LIST = 90  # of labels with commas between them
_TOKEN = re.compile(r"[^\W\d_]+|[^\w\s]")  # a label may be a sign: "㎢"


class Paragraphs:
    """The lines of a page, asked whether their paragraph may head a table."""

    def __init__(self, text: str, lines: Sequence[Span]) -> None:
        """Takes the physical lines of folded text."""
        self.text, self.lines = text, lines
        self.first, self.end, self.headed = 0, 0, False  # of the paragraph looked at last

    def may_head(self, at: int) -> bool:
        """Whether the paragraph of the line at an index has a line that may be a header."""
        if not self.first <= at < self.end:
            self.first, self.end = self._bounds(at)
            first = self._above() if self._begins_with_row() else self.first
            lines = [self.text[slice(*line)] for line in self.lines[first : self.end]]
            said = {word for line in _without_figures(lines) for word in _TOKEN.findall(key(line))}
            self.headed = _names_figure(said)
        return self.headed

    def _bounds(self, at: int) -> tuple[int, int]:
        first, last = at, at
        while first > 0 and not self._is_blank(first - 1):
            first -= 1
        while last < len(self.lines) and not self._is_blank(last):
            last += 1
        return first, max(last, at + 1)

    def _begins_with_row(self) -> bool:
        """Whether the first line of the paragraph may be a row, with its header above a blank."""
        said = self.text[slice(*self.lines[self.first])]
        return ":" not in said and DIGIT.search(said) is not None

    def _above(self) -> int:
        """The last line above a blank, which may be the header of the paragraph below."""
        return next((at for at in range(self.first - 1, -1, -1) if not self._is_blank(at)), 0)

    def _is_blank(self, index: int) -> bool:
        said = self.text[slice(*self.lines[index])]
        return not said or said.isspace()


def _without_figures(lines: Sequence[str]) -> list[str]:
    """The lines that may be labels: with none of the marks of sentences, and figures beside a year."""
    bare = [(line, IN_BRACKETS.sub("", line)) for line in lines]
    plain = [(line, said) for line, said in bare if not _is_marked(said)]
    dated = any(YEAR.search(said) for _, said in plain)
    return [line for line, said in plain if dated or not DIGIT.search(said)]


def _is_marked(said: str) -> bool:
    if SENTENCE_MARKS.search(said) is None:
        return False
    return not _OPEN.search(said) and not is_divided(said)


def is_divided(said: str) -> bool:
    """Whether marks may keep the labels of a line apart: "Parish / area, sq. km / residents"."""
    if ":" in said:
        return False
    if sum(map(said.count, _DIVIDERS)) >= FEWEST_MARKS:
        return True
    listed = said.count(", ") >= FEWEST_MARKS and len(said) <= _LONGEST_LIST
    return listed and said.rstrip()[-1:].isalpha() and not DIGIT.search(said)


def _names_figure(said: set[str]) -> bool:
    """Whether words hold a label of a figure or a date."""
    if not said:
        return False
    labels = _labels()
    if any(said.issuperset(label) for word in labels.keys() & said for label in labels[word]):
        return True
    return any(may_be_label(word) for word in said if not word.isascii() and any(map(is_cjk, word)))


@cached()
def _labels() -> Mapping[str, Sequence[Sequence[str]]]:
    """The words of the labels of figures and dates, by one word of each."""
    figures = {name for name, field in BY_NAME.items() if field.kind is not Kind.TEXT}
    fields = label_fields()
    return {
        word: [said for label, said in labels.items() if fields.get(label) in figures]
        for word, labels in label_words().items()
    }
