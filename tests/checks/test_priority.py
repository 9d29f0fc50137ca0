"""The order of the queue: what is likely wrong and costly comes first."""

from __future__ import annotations

from itertools import pairwise

import pytest

from pipeline.checks.priority import priority
from pipeline.model.finding import Finding, Severity, Suggestion


def found(severity, field="population", mechanism="", score=0.0):
    offers = (Suggestion("1", mechanism, "", score),) if mechanism else ()
    return Finding(
        "id", "A03", severity, "a.txt", "a.txt#a", field, (field,), "", "", 1, 1, 0, 1, "1",
        suggestions=offers,
    )  # fmt: skip


ORDER = (
    found(Severity.ERROR, "area_km2", "R03", 2.0),
    found(Severity.ERROR, "area_km2", "R03", -2.0),
    found(Severity.ERROR, "area_km2"),
    found(Severity.WARNING, "agreement_dates", "R10", -0.5),
    found(Severity.WARNING, "households", "R02", -0.5),
    found(Severity.WARNING, "households", "R12", -0.5),
    found(Severity.WARNING, ""),
    found(Severity.NOTE, "population"),
    found(Severity.NOTE, "other:rivers"),
)


@pytest.mark.parametrize(("first", "second"), tuple(pairwise(ORDER)))
def test_the_likelier_and_costlier_comes_first(first, second):
    assert priority(first) > priority(second)


@pytest.mark.parametrize("score", [float("-inf"), -1e9, 0.0, 1e9])
def test_it_lies_between_nought_and_one(score):
    assert 0 < priority(found(Severity.ERROR, "area_km2", "R03", score)) <= 1
