"""All findings at a glance: the figures and pictures of the report, as things stand now."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.checks.catalogue import TOLD
from pipeline.serve.count import counts_of, doubtful_sizes, doubtful_spots
from pipeline.serve.desk import Desk
from pipeline.write.reporting.content import CheckGroup, Rationale, Report, check_groups
from pipeline.write.reporting.grid import Grid, check_grid, completeness_grid
from pipeline.write.reporting.map import WorldMap, world_map
from pipeline.write.reporting.picture import Plot, agreement_plot, size_plot
from pipeline.write.reporting.wording import headline, severities


class Overview(NamedTuple):
    """What the first view shows."""

    report: Report
    headline: str
    severities: str
    checks: tuple[CheckGroup, ...]
    completeness: Grid
    by_check: Grid
    agreements: Plot | None
    sizes: Plot | None
    world: WorldMap | None


def overview_of(desk: Desk) -> Overview:
    """The figures of the last run with the decisions since."""
    records = desk.records
    rationales = {
        code: Rationale(one.rationale.partition("\n")[0], "") for code, one in TOLD.items()
    }
    today = str(desk.run.get("options", {}).get("today", ""))
    report = Report(counts_of(desk.index, records), rationales=rationales, today=today)
    return Overview(
        report,
        headline(report),
        severities(report),
        check_groups(report),
        completeness_grid(report),
        check_grid(report),
        agreement_plot(report.counts.years, report.today),
        size_plot(report.counts.sizes, doubtful_sizes(desk.index, records)),
        world_map(report.counts.cells, doubtful_spots(desk.index, records)),
    )
