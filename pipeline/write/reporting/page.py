"""The report as one page that needs no network: rendered here, filtered by a little script.

Every finding is rendered once, by Jinja with autoescape. The first stand in the page and can be
read without a script; the rest come packed (gzip, base64) and are unpacked when scrolled to.
"""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from pipeline.model.finding import Finding, Severity
from pipeline.write.reporting.content import Report, check_groups, groups
from pipeline.write.reporting.excerpt import mentions, source_lines, unseen
from pipeline.write.reporting.grid import check_grid, completeness_grid
from pipeline.write.reporting.map import doubtful_spots, world_map
from pipeline.write.reporting.picture import agreement_plot, doubtful_places, size_plot
from pipeline.write.reporting.top import Shown
from pipeline.write.reporting.wording import answers, headline, prefixes, severities
from pipeline.write.template import environment, source

if TYPE_CHECKING:
    from jinja2 import Environment

FINDINGS_IN_PAGE = 40
FINDINGS_IN_PART = 20
STYLES = ("base.css", "summary.css", "finding.css", "print.css")


class Part(NamedTuple):
    """A record's head with some of its findings: what the page shows at a time."""

    head: str
    findings: tuple[dict[str, str], ...]


def page(report: Report) -> str:
    """The whole page as HTML."""
    templates = environment()
    parts = tuple(_parts(report, templates))
    style, script = source(templates, STYLES), source(templates, ("report.js",))
    return templates.get_template("page.html").render(
        report=report,
        counts=report.counts,
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        headline=headline(report),
        severities=severities(report),
        checks=check_groups(report),
        facets=_facets(report),
        first=_first(parts),
        packed=_packed(parts),
        completeness=completeness_grid(report),
        by_check=check_grid(report),
        agreements=agreement_plot(report.counts.years, report.today),
        sizes=size_plot(report.counts.sizes, doubtful_places(report)),
        world=world_map(report.counts.cells, doubtful_spots(report)),
        link="#finding=",
        cell_link="#check=",
        example=next(iter(prefixes(report).values()), "ID"),
    )


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _parts(report: Report, templates: Environment) -> Iterator[Part]:
    names = prefixes(report)
    head = templates.get_template("record.html")
    body = templates.get_template("finding.html")
    for group in groups(report):
        for at in range(0, len(group.shown), FINDINGS_IN_PART):
            yield Part(
                head.render(group=group, continued=at > 0),
                tuple(
                    _entry(shown, body.render(_finding_context(report, shown, names)))
                    for shown in group.shown[at : at + FINDINGS_IN_PART]
                ),
            )


def _finding_context(report: Report, shown: Shown, names: dict[str, str]) -> dict[str, object]:
    finding = shown.finding
    marked = mentions(finding)
    seen = [(window, source_lines(window, marked)) for window in shown.windows]
    roles = {piece.role for _, lines in seen for line in lines for piece in line.pieces}
    return {
        "finding": finding,
        "rationale": report.rationale(finding.code),
        "windows": seen,
        "roles": roles,
        "elsewhere": unseen(finding, shown.windows),
        "answers": answers(finding, names[finding.id], shown.place.values),
    }


def _entry(shown: Shown, html: str) -> dict[str, str]:
    finding = shown.finding
    return {
        "html": html,
        "id": finding.id,
        "severity": finding.severity,
        "check": finding.code,
        "document": finding.document,
        "status": finding.status,
        "words": _words(finding, shown),
    }


def _words(finding: Finding, shown: Shown) -> str:
    literals = (one.text for one in finding.evidence)
    names = (shown.place.name, shown.place.country, finding.record_id)
    text = (
        finding.id,
        finding.message,
        finding.text,
        finding.computed,
        *finding.fields,
        finding.field,
    )
    return " ".join((*names, *text, *literals)).casefold()


def _facets(report: Report) -> dict[str, list[str]]:
    found = [one.finding for one in report.shown]
    return {
        "severity": [one for one in Severity if any(each.severity == one for each in found)],
        "status": sorted({str(one.status) for one in found}, key=lambda one: (one != "open", one)),
        "check": sorted({one.code for one in found}),
        "document": sorted({one.document for one in found}),
    }


def _first(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    before = accumulate((len(part.findings) for part in parts), initial=0)
    return tuple(part for part, seen in zip(parts, before, strict=False) if seen < FINDINGS_IN_PAGE)


def _packed(parts: tuple[Part, ...]) -> str:
    text = json.dumps([part._asdict() for part in parts], ensure_ascii=False, separators=(",", ":"))
    return b64encode(gzip.compress(text.encode("utf-8", "backslashreplace"), mtime=0)).decode()
