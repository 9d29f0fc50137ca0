"""The findings of most impact, collected while documents stream past."""

from __future__ import annotations

from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple

from pipeline.model.finding import UNANSWERED, Finding, Severity
from pipeline.write.reporting.excerpt import Window

MOST_FINDINGS = 2_000
GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}

Impact = tuple[bool, int, float, str, int, str, str]


class Held(NamedTuple):
    """One value that a record holds, with the literal it was read from."""

    field: str
    value: Decimal | str
    unit: str
    literal: str
    as_of: str = ""
    of: str = ""
    decision: str = ""
    id: str = ""


class Place(NamedTuple):
    """What a reader needs of a record beside its findings."""

    record_id: str
    document: str
    line: int
    name: str
    country: str = ""
    values: tuple[Held, ...] = ()


class Shown(NamedTuple):
    """A finding as the report shows it: with its place and its source text."""

    finding: Finding
    place: Place
    windows: tuple[Window, ...] = ()


def impact(finding: Finding) -> Impact:
    """Sorts findings by what they ask of a person, the most first.

    What waits for an answer comes before what has one, then the graver, then the one whose best
    suggestion is likelier; where they stand decides the rest.
    """
    likeliest = max((one.score for one in finding.suggestions), default=float("-inf"))
    answered = finding.status not in UNANSWERED
    where = (finding.document, finding.start, finding.code, finding.id)
    return answered, GRAVITY[finding.severity], -likeliest, *where


class TopFindings:
    """Keeps the findings of most impact of however many are offered, in bounded memory."""

    def __init__(self, limit: int = MOST_FINDINGS) -> None:
        """Args: limit: how many findings are kept."""
        self._limit = limit
        self._kept: list[tuple[Impact, Shown]] = []
        self._bar: Impact | None = None

    def offer(self, shown: Shown) -> None:
        """Takes a finding if it is among the gravest so far."""
        key = impact(shown.finding)
        if not self.wants(key):
            return
        self._kept.append((key, shown))
        if len(self._kept) >= 2 * self._limit:
            self._cut()

    def wants(self, key: Impact) -> bool:
        """Whether a finding of this impact is among the gravest so far."""
        return self._bar is None or key < self._bar

    def found(self) -> tuple[Shown, ...]:
        """The findings kept, the gravest first."""
        self._cut()
        return tuple(shown for _, shown in self._kept)

    def _cut(self) -> None:
        self._kept.sort(key=itemgetter(0))
        del self._kept[self._limit :]
        if len(self._kept) == self._limit:
            self._bar = self._kept[-1][0]


def place_unknown(finding: Finding) -> Place:
    """Where a finding stands, whose record nobody has at hand."""
    return Place(finding.record_id, finding.document, finding.line, "")
