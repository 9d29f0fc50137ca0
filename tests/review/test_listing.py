from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model.finding import Finding, Severity, Status
from pipeline.review.listing import (
    CHECKS_HEAD,
    Wanted,
    check_rows,
    checks_json,
    explanation,
    line_of,
    select,
)
from pipeline.review.refusal import RefusedError

ONE = Finding(
    "one",
    "A04",
    Severity.WARNING,
    "town.txt",
    "town.txt#a",
    "area_km2",
    ("area_km2",),
    "too small",
    "",
    3,
    7,
    40,
    45,
    "8.034",
)
ALL = (
    ONE,
    replace(ONE, id="two", code="D01", severity=Severity.ERROR),
    replace(ONE, id="three", code="T01"),
    replace(ONE, id="four", severity=Severity.NOTE),
    replace(ONE, id="five", document="gone.txt", status=Status.STALE),
)


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Wanted(), ["two", "one", "three", "five", "four"]),
        (Wanted(severity="error"), ["two"]),
        (Wanted(document="gone.txt"), ["five"]),
        (Wanted(code="t01"), ["three"]),
        (Wanted(status="stale"), ["five"]),
        (Wanted(code="Z99"), []),
    ],
)
def test_findings_are_listed_worst_first(wanted, ids):
    assert [finding.id for finding in select(ALL, wanted)] == ids


def test_a_line_says_where_and_what():
    assert line_of(ALL[1]) == "town.txt:3:7: D01 two too small"


def test_every_check_is_listed_and_explained():
    head, *rows = check_rows()
    assert head == CHECKS_HEAD
    assert all(f'"{row[0]}"' in checks_json() for row in rows)
    assert all(explanation(row[0].lower())[0].startswith(row[0]) for row in rows)


def test_an_unknown_check_is_met_with_near_ones():
    with pytest.raises(RefusedError, match=r"did you mean .*A03"):
        explanation("A003")
    with pytest.raises(RefusedError, match="`pipeline checks` lists them"):
        explanation("?")
