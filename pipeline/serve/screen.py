"""What one finding's screen shows: its source, its record's values, its answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.checks.mute import MUTED
from pipeline.checks.wording import AGREEMENT_FIELD
from pipeline.model.finding import Finding, Mention
from pipeline.model.source import Span
from pipeline.schema.place import AGREEMENTS
from pipeline.serve.columns import PlaceRow
from pipeline.serve.desk import Desk
from pipeline.serve.store import Row
from pipeline.write.report_excerpt import (
    Around,
    SourceLine,
    Window,
    mentions,
    source_lines,
    unseen,
    windows,
    windows_at,
)
from pipeline.write.report_top import Held
from pipeline.write.report_wording import Answer, answers

# A screen's worth of the profile; the whole of it is one link away.
AROUND = Around(lines=9, characters=900)


class Line(NamedTuple):
    """One value of a record, with its rivals and whether the finding is about it."""

    held: Held
    id: str
    label: str
    at: Span
    document: str
    line: int
    in_force: bool
    involved: bool
    reported: str
    rivals: tuple[Held, ...]


class Excerpt(NamedTuple):
    """A window of a document and its lines, cut at every literal."""

    window: Window
    lines: tuple[SourceLine, ...]
    is_own: bool


class Screen(NamedTuple):
    """A finding with everything around it."""

    finding: Finding
    place: PlaceRow | None
    excerpts: tuple[Excerpt, ...]
    elsewhere: tuple[Mention, ...]
    lines: tuple[Line, ...]
    answers: tuple[Answer, ...]
    changed: bool

    @property
    def label(self) -> str:
        """The label of the literal to blame, empty where it has none."""
        here = Span(self.finding.start, self.finding.end)
        return next((line.label for line in self.lines if line.at == here), "")

    @property
    def is_muted(self) -> bool:
        """Whether the finding is kept because its check is muted."""
        return MUTED in self.finding.decided_by

    @property
    def links(self) -> frozenset[str]:
        """The literals that have a row among the values."""
        return links_of(self.lines)

    @property
    def owners(self) -> dict[str, str]:
        """The records of literals that another record owns, by document and place."""
        return {
            f"{one.document}:{one.start}-{one.end}": one.record_id
            for one in self.finding.evidence
            if one.record_id and one.record_id != self.finding.record_id
        }

    @property
    def roles(self) -> frozenset[str]:
        """How literals of the excerpts take part, for the legend."""
        lines = (line for one in self.excerpts for line in one.lines)
        return frozenset(piece.role for line in lines for piece in line.pieces)


def links_of(lines: Iterable[Line]) -> frozenset[str]:
    """The literals of some values, by which a text links to them."""
    return frozenset(f"{line.at.start}-{line.at.end}" for line in lines)


def screen_of(desk: Desk, finding: Finding) -> Screen:
    """The screen of a finding."""
    place = desk.index.places.of(finding.record_id)
    rows = desk.store.values(place.document, place.record_id) if place else ()
    lines = tuple(lines_of(rows, finding))
    excerpts = tuple(_excerpts(desk, finding, rows))
    held = [line.held for line in lines]
    own = desk.texts.read(finding.document) if finding.document in desk.documents else None
    return Screen(
        finding,
        place,
        excerpts,
        unseen(finding, (one.window for one in excerpts)),
        lines,
        tuple(one for one in answers(finding, finding.id, held) if one.verdict == "accept"),
        own is None and finding.document in desk.documents,
    )


def profile_of(desk: Desk, place: PlaceRow) -> tuple[tuple[Excerpt, ...], tuple[Line, ...]]:
    """A whole record: its text with all its literals, and its values."""
    rows = desk.store.values(place.document, place.record_id)
    document = desk.texts.read(place.document)
    marked = tuple(_literals(rows))
    if document is None:
        return (), tuple(lines_of(rows))
    starts = [at for at, char in enumerate(document.text) if char == "\n"]
    first = starts[place.line_start - 2] + 1 if place.line_start > 1 else 0
    last = starts[place.line_end - 1] if place.line_end <= len(starts) else len(document.text)
    whole = windows_at((Span(first, max(first, last)),), document, Around(0, last - first + 1))
    return tuple(Excerpt(one, source_lines(one, marked), is_own=True) for one in whole), tuple(
        lines_of(rows)
    )


def lines_of(rows: Sequence[Row], finding: Finding | None = None) -> Iterator[Line]:
    """The values in force, each with the readings it was chosen from, then what is not in force."""
    fields = set(finding.fields) if finding else set()
    fields |= set(AGREEMENTS) if AGREEMENT_FIELD in fields else set()
    readings: dict[tuple[str, int, int], list[Row]] = {}
    for row in sorted(rows, key=lambda one: (not one["in_force"], one["start"], one["rank"])):
        readings.setdefault((row["field"], row["start"], row["end"]), []).append(row)
    for row, *rivals in readings.values():
        yield Line(
            held_of(row),
            row["value_id"],
            row["label"],
            Span(row["start"], row["end"]),
            row["document"],
            row["line"],
            row["in_force"],
            row["field"] in fields,
            row["reported"],
            tuple(map(held_of, rivals)),
        )


def held_of(row: Row) -> Held:
    """A row of ``values`` as the report words it."""
    value: Decimal | str = row["value"] if row["number"] is None else row["number"]
    unit = row["currency"] or row["unit"]
    return Held(
        row["field"],
        value,
        unit,
        row["text"],
        row["as_of"],
        row["of"],
        row["decision"],
        row["value_id"],
    )


def _excerpts(desk: Desk, finding: Finding, rows: Sequence[Row]) -> Iterator[Excerpt]:
    """The finding's own document first, with the record's other literals marked as well."""
    others = sorted({one.document for one in finding.evidence} - {finding.document})
    for path in (finding.document, *others):
        document = desk.texts.read(path)
        if document is None:
            continue
        around = AROUND if path == finding.document else Around(lines=2, characters=400)
        marked = (*mentions(finding), *_literals(rows))
        for window in windows(finding, (document,), around):
            is_own = path == finding.document
            yield Excerpt(window, source_lines(window, marked), is_own)


def _literals(rows: Iterable[Row]) -> Iterator[Mention]:
    """Where the values of a record stand."""
    for row in rows:
        place = (row["document"], row["record_id"], row["start"], row["end"])
        yield Mention(*place, row["text"], "value")
