"""The texts beside a finding: windows of its documents, cut at every literal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.model.finding import Finding, Mention, Status
from pipeline.model.source import RawDocument, Span
from pipeline.serve.columns import PlaceRow
from pipeline.serve.desk import Desk
from pipeline.serve.held import lines_of
from pipeline.serve.store import Row
from pipeline.write.reporting.excerpt import (
    Around,
    SourceLine,
    Window,
    mentions,
    source_lines,
    windows,
    windows_at,
)

# A screen's worth of the profile; the whole of it is one link away.
AROUND = Around(lines=9, characters=900)


class Excerpt(NamedTuple):
    """A window of a document and its lines, cut at every literal."""

    window: Window
    lines: tuple[SourceLine, ...]
    is_own: bool


def excerpts_of(desk: Desk, finding: Finding, rows: Sequence[Row]) -> Iterator[Excerpt]:
    """The finding's own document first, with the record's other literals marked as well."""
    if finding.status is Status.STALE and rows:
        yield from _as_it_stands(desk, finding, rows)
    others = sorted({one.document for one in finding.evidence} - {finding.document})
    for path in (finding.document, *others):
        document = desk.texts.read(path)
        if document is None:
            continue
        around = AROUND if path == finding.document else Around(lines=2, characters=400)
        marked = (*mentions(finding), *literals_in(rows))
        for window in windows(finding, (document,), around):
            is_own = path == finding.document
            yield Excerpt(window, source_lines(window, marked), is_own)


def whole_of(document: RawDocument, place: PlaceRow, rows: Iterable[Row]) -> Iterator[Excerpt]:
    """The text of a whole record with all its literals."""
    starts = [at for at, char in enumerate(document.text) if char == "\n"]
    first = starts[place.line_start - 2] + 1 if place.line_start > 1 else 0
    last = starts[place.line_end - 1] if place.line_end <= len(starts) else len(document.text)
    around, marked = Around(0, last - first + 1), tuple(literals_in(rows))
    for window in windows_at((Span(first, max(first, last)),), document, around):
        yield Excerpt(window, source_lines(window, marked), is_own=True)


def literals_in(rows: Iterable[Row]) -> Iterator[Mention]:
    """Where the values of a record stand."""
    for row in rows:
        place = (row["document"], row["record_id"], row["start"], row["end"])
        yield Mention(*place, row["text"], "value")


def _as_it_stands(desk: Desk, finding: Finding, rows: Sequence[Row]) -> Iterator[Excerpt]:
    """Where the field of a decision without its finding stands now, else where the record does."""
    document = desk.texts.read(rows[0]["document"])
    own = [one for one in lines_of(rows, finding) if one.involved] or list(lines_of(rows))[:1]
    if document is not None:
        meant = {one.at for one in own}
        marked = tuple(
            one._replace(role="involved") if Span(one.start, one.end) in meant else one
            for one in literals_in(rows)
        )
        for window in windows_at(meant, document, AROUND):
            yield Excerpt(window, source_lines(window, marked), is_own=True)
