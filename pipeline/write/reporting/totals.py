"""The figures of a run: what its summary and its report count."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from pipeline.model.finding import UNANSWERED

if TYPE_CHECKING:
    from pipeline.write.position import Cell
    from pipeline.write.reporting.figures import Size


class FindingKind(NamedTuple):
    """What findings are counted by."""

    code: str
    severity: str
    status: str


class DocumentCount(NamedTuple):
    """One document's row: its records, its unanswered findings, and who holds which field."""

    document: str
    records: int
    severities: Mapping[str, int]
    codes: Mapping[str, int]
    fields: Mapping[str, int]


class Counts(NamedTuple):
    """The figures of a run.

    ``completeness`` is the mean of the records' own, None where nothing is expected; ``fields``
    counts the records that hold each; ``worst`` are the documents with the gravest findings.
    ``years`` counts agreements, ``sizes`` places by twentieths of a decade of km² and persons,
    ``cells`` places by whole degrees.
    """

    documents: int = 0
    records: int = 0
    values: int = 0
    numbers: int = 0
    accounted: int = 0
    completeness: Decimal | None = None
    findings: Mapping[FindingKind, int] = {}
    fields: Mapping[str, int] = {}
    worst: tuple[DocumentCount, ...] = ()
    years: Mapping[str, int] = {}
    sizes: Mapping[Size, int] = {}
    cells: Mapping[Cell, int] = {}

    @property
    def total(self) -> int:
        """How many findings there are, answered or not."""
        return sum(self.findings.values())

    def unanswered(self, severity: str = "", code: str = "") -> int:
        """How many findings wait for an answer, of one severity or check if named."""
        return sum(
            count
            for kind, count in self.findings.items()
            if kind.status in UNANSWERED
            and severity in ("", kind.severity)
            and code in ("", kind.code)
        )
