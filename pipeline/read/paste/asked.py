"""Pages of questions and answers: "How many people live there? 27,304" is a label and its value.

Of a question what it asks for is left; its answer stands behind it or below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import alternation
from pipeline.read.blank import trim_blank
from pipeline.read.paste.column import line_spans
from pipeline.read.paste.inquiry import Inquiry, read_inquiry
from pipeline.read.paste.piece import Piece
from pipeline.read.profile.glyph import find_glyphic
from pipeline.read.profile.proper import find_names

_QUESTION = re.compile(r"[^?؟]{4,120}[?؟]")
_MARK = re.compile(r"[?؟]")
_FIGURE = re.compile(r"[\d一二三四五六七八九十百千]")
_BESIDE = re.compile(r"[\s:,–-]+")
_FEWEST = 2  # questions for facts
_LONGEST_ANSWER = 160
_NEAR = 2  # lines below a question


class _Pair(NamedTuple):
    """A question and its answer without the marks before them, and the last of their lines."""

    question: Span
    answer: Span
    last: int
    asks: Inquiry | None


def answered(text: str) -> Iterator[Piece]:
    """A page of questions for facts with labels in place of them, if it is one."""
    if text.count("?") + text.count("؟") < _FEWEST:
        return
    lines = line_spans(text)
    asking = [at for at, line in enumerate(lines) if _MARK.search(text, *line)]
    pairs = {at: pair for at in asking if (pair := _pair(text, lines, at))}
    if sum(pair.asks is not None for pair in pairs.values()) < _FEWEST:
        return
    ends = [Piece(line.end, following) for line, following in _ends(text, lines)]
    yield from _above(text, lines[: min(pairs)], ends, pairs)
    at = min(pairs)
    while at < len(lines):
        pair = pairs.get(at)
        yield from _told(pair) if pair else (Piece(*lines[at]),)
        at = pair.last if pair else at
        yield ends[at]
        at += 1


def _ends(text: str, lines: Sequence[Span]) -> Iterator[tuple[Span, int]]:
    """Every line with where the next one begins."""
    starts = [line.start for line in lines[1:]]
    yield from zip(lines, (*starts, len(text)), strict=True)


def _pair(text: str, lines: Sequence[Span], at: int) -> _Pair | None:
    """The question on a line and its answer, if it is one."""
    line = trim_blank(text, lines[at])
    match = _QUESTION.match(text, *line)
    if match is None:
        return None
    last = at
    answer = trim_blank(text, Span(match.end(), line.end))
    while answer.start == answer.end and last < min(at + _NEAR, len(lines) - 1):
        last += 1
        answer = trim_blank(text, lines[last])
    said = text[answer.start : answer.end]
    if not said or _MARK.search(said):
        return None
    question = _unmarked(text, Span(*match.span()), "question_marks")
    is_short = len(said) <= _LONGEST_ANSWER and _FIGURE.search(said)
    asks = read_inquiry(text, question) if is_short else None
    return _Pair(question, _unmarked(text, answer, "answer_marks"), last, asks)


def _unmarked(text: str, line: Span, marks: str) -> Span:
    """A line without "Q:" or "A1." before it."""
    match = _mark(marks).match(text, *line)
    return Span(match.end(), line.end) if match else line


@cache
def _mark(marks: str) -> re.Pattern[str]:
    spelled = alternation(toml_table("structure.toml")[marks])
    return re.compile(rf"{spelled}\s?\d{{0,2}}\s?[.:)]\s*", re.IGNORECASE)


def _told(pair: _Pair) -> Iterator[Piece]:
    """A question as the label that it asks for, before its answer."""
    end = pair.question.end
    if pair.asks is None:
        yield from (Piece(*pair.question), Piece(end - 1, end, "\n"), Piece(*pair.answer))
        return
    yield Piece(*pair.asks.label, pair.asks.said)
    yield from (Piece(end - 1, end, ": "), Piece(*pair.answer))


def _above(
    text: str, lines: Sequence[Span], ends: Sequence[Piece], pairs: Mapping[int, _Pair]
) -> Iterator[Piece]:
    """What stands above the questions: of a title what it is about, of a page without one its name."""
    titled = False
    for line, end in zip(lines, ends, strict=False):
        about = _without_title(text, line)
        titled = titled or about.start < about.end
        yield from (Piece(*about), end)
    name = None if titled else _named(text, pairs)
    if name:
        yield from (Piece(*name), Piece(name.end - 1, name.end, "\n"))


def _without_title(text: str, line: Span) -> Span:
    """A line without the words that say that there are questions and answers."""
    inner = trim_blank(text, line)
    found = _titles().search(text, *inner)
    if found is None:
        return inner
    before = trim_blank(text, Span(inner.start, found.start()))
    if before.start < before.end:
        return Span(before.start, before.end - (text[before.end - 1] in ":-"))
    joint = _BESIDE.match(text, found.end(), inner.end)
    start = joint.end() if joint else found.end()
    about = _about().match(text, start, inner.end)
    return trim_blank(text, Span(about.end() if about else start, inner.end))


@cache
def _titles() -> Glossary:
    return Glossary(toml_table("structure.toml")["question_titles"])


@cache
def _about() -> Glossary:
    table = toml_table("structure.toml")
    return Glossary((*table["about_words"], *table["questioned_words"]))


def _named(text: str, pairs: Mapping[int, _Pair]) -> Span | None:
    """The place of which most questions speak."""
    for pair in pairs.values():
        glyphic = find_glyphic(text, pair.question)
        names = (
            [glyphic.span] if glyphic else find_names(text, pair.question, pair.question.start, ())
        )
        if pair.asks and names:
            return names[-1]
    return None
