"""The source text around a finding: windows of whole lines, with its literals marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from pipeline.model.finding import Finding, Mention, Status
from pipeline.model.source import RawDocument, Span

MOST_WINDOWS = 6
ROLES = ("blamed", "involved", "source", "value")


class Around(NamedTuple):
    """How much text stands around a literal: lines, and characters of an endless line."""

    lines: int = 1
    characters: int = 220  # a profile may be one line of ten thousand characters


NEAR = Around()


class Window(NamedTuple):
    """A stretch of a document's text: where it starts, and whether it was cut within a line."""

    document: str
    line: int
    start: int
    text: str
    cut_before: bool = False
    cut_after: bool = False

    @property
    def span(self) -> Span:
        """Where the window stands in the document."""
        return Span(self.start, self.start + len(self.text))


class Piece(NamedTuple):
    """A run of text of one role; the role is empty for text that only surrounds.

    ``literal`` is where the literal stands that the run is of, ``opens`` whether it begins there.
    """

    text: str
    role: str
    literal: Span | None = None
    opens: bool = False


class SourceLine(NamedTuple):
    """One numbered line of a window, in pieces."""

    number: int
    pieces: tuple[Piece, ...]


def mentions(finding: Finding) -> tuple[Mention, ...]:
    """The finding's evidence, with the literal it stands at where the evidence leaves it out."""
    here = Span(finding.start, finding.end)
    own = (one for one in finding.evidence if one.document == finding.document)
    if any(here.meets(Span(one.start, one.end)) for one in own):
        return finding.evidence
    at = Mention(finding.document, finding.record_id, *here, finding.text, "blamed")
    return (at, *finding.evidence)


def windows(
    finding: Finding, documents: Iterable[RawDocument], around: Around = NEAR
) -> tuple[Window, ...]:
    """The text around every literal of a finding, of the documents that are at hand.

    A decision whose finding is gone stands nowhere.
    """
    if finding.status is Status.STALE:
        return ()
    cut = (
        window
        for document in documents
        for window in windows_at(_spans(finding, document.path), document, around)
    )
    return tuple(cut)[:MOST_WINDOWS]


def windows_at(
    spans: Iterable[Span], document: RawDocument, around: Around = NEAR
) -> Iterator[Window]:
    """The text of a document around some spans, what overlaps in one window."""
    wide = sorted(_around(span, document.text, around) for span in spans)
    for span in _merged(wide):
        text, line = document.text, document.text.count("\n", 0, span.start) + 1
        yield Window(
            document.path,
            line,
            span.start,
            document.quote(span),
            cut_before=span.start > 0 and text[span.start - 1] != "\n",
            cut_after=span.end < len(text) and text[span.end] not in "\r\n",
        )


def unseen(finding: Finding, shown: Iterable[Window]) -> tuple[Mention, ...]:
    """The evidence that no window shows: literals of documents that were not at hand."""
    covered = tuple(shown)
    return tuple(
        one
        for one in mentions(finding)
        if one.text
        and not any(
            window.document == one.document and window.span.covers(Span(one.start, one.end))
            for window in covered
        )
    )


def source_lines(window: Window, marked: Iterable[Mention]) -> tuple[SourceLine, ...]:
    """The window's lines, cut into pieces at the literals; the gravest role wins an overlap."""
    spans = [one for one in marked if one.document == window.document and one.end > one.start]
    lines, at = [], window.start
    for number, text in enumerate(window.text.split("\n"), start=window.line):
        pieces = tuple(_pieces(text.removesuffix("\r"), at, spans))
        lines.append(SourceLine(number, pieces))
        at += len(text) + 1
    return tuple(lines)


def first_marked(lines: Iterable[SourceLine]) -> int:
    """The line of the first literal that is marked; the first line where none is."""
    numbers = {line.number: any(piece.role for piece in line.pieces) for line in lines}
    return next((number for number, marked in numbers.items() if marked), min(numbers))


def _spans(finding: Finding, document: str) -> Iterator[Span]:
    return (Span(one.start, one.end) for one in mentions(finding) if one.document == document)


def _around(span: Span, text: str, around: Around) -> Span:
    start, end = span.start, min(span.end, span.start + 3 * around.characters)
    first, last = start + 1, end - 1
    for _ in range(around.lines + 1):
        first = text.rfind("\n", 0, max(first - 1, 0)) + 1
        found = text.find("\n", last + 1)
        last = found if found >= 0 else len(text)
    return Span(max(first, start - around.characters), min(last, end + around.characters))


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    held: Span | None = None
    for span in spans:
        if held is not None and span.start <= held.end + 1:
            held = Span(held.start, max(held.end, span.end))
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def _pieces(text: str, at: int, marked: list[Mention]) -> Iterator[Piece]:
    end = at + len(text)
    edges = {at, end} | {edge for one in marked for edge in (one.start, one.end) if at < edge < end}
    for start, stop in pairwise(sorted(edges)):
        literal = _gravest(start, marked)
        if literal is None:
            yield Piece(text[start - at : stop - at], "")
            continue
        role = literal.role if literal.role in ROLES else "involved"
        span = Span(literal.start, literal.end)
        yield Piece(text[start - at : stop - at], role, span, opens=start == span.start)


def _gravest(offset: int, marked: list[Mention]) -> Mention | None:
    """The literal that an offset lies in; of several the one to blame, then one involved."""
    there = (one for one in marked if one.start <= offset < one.end)
    return min(there, key=lambda one: _gravity(one.role), default=None)


def _gravity(role: str) -> int:
    return ROLES.index(role if role in ROLES else "involved")
