"""The report's two grids: completeness, and findings by check, each against documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.schema.place import FIELD_NAMES
from pipeline.write.reporting.content import Report, check_counts
from pipeline.write.reporting.totals import DocumentCount
from pipeline.write.reporting.wording import field_name

MOST_COLUMNS = 8
MOST_ROWS = 10
LEVELS = 4


class Cell(NamedTuple):
    """One cell of a grid: its text, and how dark it is from 0 to 4."""

    text: str
    level: int


class GridRow(NamedTuple):
    """One row: its label, its share of the whole in percent, and a cell per document."""

    label: str
    code: str
    percent: int
    text: str
    cells: tuple[Cell, ...]


class Grid(NamedTuple):
    """Rows against the documents with the gravest findings."""

    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]


def completeness_grid(report: Report) -> Grid:
    """Which share of records holds each field, in all documents and in those looked at."""
    counts = report.counts
    columns = _columns(report)
    rows = (
        GridRow(
            field_name(field),
            "",
            percent := 100 * held // max(counts.records, 1),
            f"{percent} %",
            tuple(_share_cell(one.fields.get(field, 0), one.records) for one in columns),
        )
        for field, held in _looked_at(counts.fields)
    )
    return Grid(tuple(one.document for one in columns), tuple(rows))


def _looked_at(fields: Mapping[str, int]) -> list[tuple[str, int]]:
    """The fields that most records hold, and as many of the user's own, however rare."""
    ranked = sorted(fields.items(), key=lambda pair: (-pair[1], pair[0]))
    own = [pair for pair in ranked[MOST_ROWS:] if pair[0] not in FIELD_NAMES]
    return ranked[:MOST_ROWS] + own[:MOST_ROWS]


def check_grid(report: Report) -> Grid:
    """How many open findings each check has, in all documents and in those looked at."""
    found = [row for row in check_counts(report) if row.waiting][:MOST_ROWS]
    most = max((row.waiting for row in found), default=1)
    columns = _columns(report)
    darkest = max((count for one in columns for count in one.codes.values()), default=1)
    rows = (
        GridRow(
            row.title,
            row.code,
            100 * row.waiting // most,
            str(row.waiting),
            tuple(_count_cell(one.codes.get(row.code, 0), darkest) for one in columns),
        )
        for row in found
    )
    return Grid(tuple(one.document for one in columns), tuple(rows))


def _columns(report: Report) -> tuple[DocumentCount, ...]:
    return report.counts.worst[:MOST_COLUMNS] if report.counts.documents > 1 else ()


def _share_cell(held: int, records: int) -> Cell:
    percent = 100 * held // records if records else 0
    return Cell(str(percent) if records else "", LEVELS * percent // 100)


def _count_cell(count: int, most: int) -> Cell:
    return Cell(str(count) if count else "", -(-LEVELS * count // most))
