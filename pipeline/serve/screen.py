"""What one finding's screen shows: its source, its record's values, its answers."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.checks.mute import MUTED
from pipeline.model.finding import Finding, Mention
from pipeline.model.source import Span
from pipeline.serve.columns import PlaceRow
from pipeline.serve.desk import Desk
from pipeline.serve.excerpt import Excerpt, excerpts_of, whole_of
from pipeline.serve.held import Line, lines_of, links_of
from pipeline.write.reporting.excerpt import unseen
from pipeline.write.reporting.wording import Answer, answers


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


def screen_of(desk: Desk, finding: Finding) -> Screen:
    """The screen of a finding."""
    place = desk.index.places.of(finding.record_id)
    rows = desk.store.values(place.document, place.record_id) if place else ()
    lines = tuple(lines_of(rows, finding))
    excerpts = tuple(excerpts_of(desk, finding, rows))
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
    whole = whole_of(document, place, rows) if document else ()
    return tuple(whole), tuple(lines_of(rows))
