"""The known label before the colon of a line, remembered by what stands before the colon.

The lines of a page begin with the same labels time and again: "Country", " - Population (2010)".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.lexicon.taught import cached
from pipeline.model.source import Span
from pipeline.read.form import colon
from pipeline.read.grammar import Pair, meaning_at
from pipeline.read.inline import SET_OFF, inline_pairs
from pipeline.read.marker import after_marker

_OTHER_FORMS = frozenset("|[【{<`")  # begin a line that another form reads, or that is no text
_MAY_SEPARATE = re.compile(r"[\d$€£¥₩]")  # behind a label without a colon
_ENDS_IN_DIGIT = re.compile(r"\d\s*$")
_WORD = re.compile(r"[^\W_]")
_VALUE = ": x"  # any will do


class Head(NamedTuple):
    """Where the words behind a marker begin, where the label stands, counted from the line's start.

    ``has_field`` tells whether it names a field, ``is_single`` whether no other label and nothing
    that sets one off stands beside it.
    """

    content: int
    start: int
    end: int
    has_field: bool
    is_single: bool


def read_headed(text: str, line: Span) -> tuple[list[Pair], bool] | None:
    """The pairs of a trimmed line that opens with a known label, a colon and a value.

    The second tells whether the label names a field. None is no answer: another form may read it.
    """
    at = text.find(":", *line)
    if at < 0 or at + 1 == line.end or text.startswith("//", at + 1):
        return None
    head = _read_head(text[line.start : at])
    if head is None:
        return None
    label = Span(line.start + head.start, line.start + head.end)
    pair = Pair(label, Span(at + 1 + text.startswith(" ", at + 1), line.end))
    if head.is_single and not _may_go_on(text, at + 1, line.end):
        return [pair], head.has_field
    content = Span(line.start + head.content, line.end)
    return inline_pairs(text, content) or [pair], head.has_field


def _may_go_on(text: str, start: int, end: int) -> bool:
    """Whether another pair may stand behind a colon: with a colon, or set off by a mark."""
    return text.find(":", start, end) >= 0 or SET_OFF.search(text, start, end) is not None


@cached(4096)
def _read_head(before: str) -> Head | None:
    """The known label of a line that begins with some words and a colon.

    None where what follows has a say in how the line is read.
    """
    if not _WORD.search(before) or before[0].isdigit() or _ENDS_IN_DIGIT.search(before):
        return None
    text = before + _VALUE
    content = after_marker(text, Span(0, len(text)))
    if not _OTHER_FORMS.isdisjoint((before[0], text[content.start])):
        return None
    pair = colon(text, content)
    meaning = meaning_at(text, pair.label) if pair else None
    if pair is None or meaning is None or not meaning.known:
        return None
    said = before[content.start :]
    single = not SET_OFF.search(said) and not _MAY_SEPARATE.search(said)
    return Head(content.start, *pair.label, bool(meaning.fields), single)
