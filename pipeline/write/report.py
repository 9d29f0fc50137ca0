"""The validation report: one page to read, Markdown to pass on, JSON for programs.

While documents stream past, a ``Tally`` counts them and ``TopFindings`` keeps the findings of most
impact; what the two hold at the end is the ``Report``, and it alone decides what is written.
"""

from __future__ import annotations

from pathlib import Path

from pipeline.write.reporting.content import Rationale, Report
from pipeline.write.reporting.count import Tally
from pipeline.write.reporting.json import json_report
from pipeline.write.reporting.markdown import markdown_report
from pipeline.write.reporting.page import page
from pipeline.write.reporting.top import Place, Shown, TopFindings
from pipeline.write.reporting.totals import Counts

__all__ = [
    "Counts",
    "Place",
    "Rationale",
    "Report",
    "Shown",
    "Tally",
    "TopFindings",
    "write_report",
]


def write_report(folder: Path, report: Report) -> None:
    """Writes ``report.html``, ``report.md`` and ``report.json``: same report, same bytes."""
    texts = {
        "report.html": page(report),
        "report.md": markdown_report(report),
        "report.json": json_report(report),
    }
    for name, text in texts.items():
        # A lone surrogate, which no encoding can write, becomes JSON's own escape for it.
        (folder / name).write_bytes(text.encode("utf-8", "backslashreplace"))
