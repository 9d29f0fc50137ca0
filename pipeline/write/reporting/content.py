"""What the report is made of, and how its findings are grouped for reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import groupby
from typing import NamedTuple

from pipeline.model.finding import UNANSWERED, Severity
from pipeline.write.reporting.top import Place, Shown, impact
from pipeline.write.reporting.totals import Counts

MOST_CHECKS = 8  # of a severity, in the summary


class Rationale(NamedTuple):
    """A check in plain words: what it looks for, and why (Markdown-free paragraphs)."""

    title: str
    text: str


class Report(NamedTuple):
    """All that the report shows: plain values, given once the run has read everything.

    ``shown`` are the findings of most impact, ``rationales`` the checks by code, ``today`` the
    day that the run was given, ``version`` the program's.
    """

    counts: Counts
    shown: tuple[Shown, ...] = ()
    rationales: Mapping[str, Rationale] = {}
    today: str = ""
    version: str = ""

    def rationale(self, code: str) -> Rationale:
        """The check's rationale, or its code where none was given."""
        return self.rationales.get(code, Rationale(code, ""))

    @property
    def left_out(self) -> int:
        """How many findings stand only in the tables."""
        return max(self.counts.total - len(self.shown), 0)


class Group(NamedTuple):
    """The findings of one record, gravest first."""

    place: Place
    shown: tuple[Shown, ...]

    def count(self, severity: str) -> int:
        """How many of a severity wait for an answer."""
        waiting = (one.finding for one in self.shown if one.finding.status in UNANSWERED)
        return sum(one.severity == severity for one in waiting)


class CheckCount(NamedTuple):
    """One check's row in the summary."""

    code: str
    title: str
    severity: str
    waiting: int
    answered: int


class CheckGroup(NamedTuple):
    """The checks of one severity: how many findings wait, the first checks, how many more."""

    severity: str
    waiting: int
    rows: tuple[CheckCount, ...]
    more: int


def groups(report: Report) -> tuple[Group, ...]:
    """The findings by record: the record with most errors first, then most warnings."""
    shown = sorted(report.shown, key=lambda one: (_place_key(one), impact(one.finding)))
    found = (Group((own := tuple(same))[0].place, own) for _, same in groupby(shown, _place_key))
    return tuple(sorted(found, key=_gravity))


def check_counts(report: Report) -> tuple[CheckCount, ...]:
    """One row per check and severity that found something: graver first, then more first."""
    waiting: Counter[tuple[str, str]] = Counter()
    answered: Counter[tuple[str, str]] = Counter()
    for kind, count in report.counts.findings.items():
        column = waiting if kind.status in UNANSWERED else answered
        column[kind.severity, kind.code] += count
    rows = (
        CheckCount(code, report.rationale(code).title, severity, waiting[key], answered[key])
        for key in waiting.keys() | answered.keys()
        for severity, code in [key]
    )
    order = list(Severity)
    return tuple(
        sorted(rows, key=lambda row: (order.index(Severity(row.severity)), -row.waiting, row.code))
    )


def check_groups(report: Report) -> tuple[CheckGroup, ...]:
    """The checks by severity, as many as a person takes in at a glance."""
    found = groupby(check_counts(report), lambda row: row.severity)
    return tuple(
        CheckGroup(
            severity, sum(row.waiting for row in rows), rows[:MOST_CHECKS], len(rows[MOST_CHECKS:])
        )
        for severity, rows in ((severity, tuple(same)) for severity, same in found)
    )


def _place_key(shown: Shown) -> tuple[str, int, str]:
    return (
        shown.place.document,
        shown.place.line if shown.place.values else 0,
        shown.place.record_id,
    )


def _gravity(group: Group) -> tuple[int, ...]:
    return tuple(-group.count(severity) for severity in Severity)
