"""Figures and measures that moved too far since an earlier run."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.review.decide import Answer, decide
from pipeline.review.written import read_findings
from pipeline.run import Options, run_folder

PAGE = "City: Mariposa\nCountry: China\nArea: {area} km²\nPopulation: {people}\n"

CASES = (
    # the page before and after, what outgrew
    ((425, 12_000), (425, 12_500), []),
    ((425, 12_000), (425, 19_000), ["population"]),
    ((425, 12_000), (425, 7_000), ["population"]),
    ((425, 12_000), (4250, 12_000), ["area_km2"]),
    ((425, 12_000), (500, 17_000), []),
    ((425, 12_000), (900, 90_000), ["area_km2", "population"]),
)


@pytest.fixture
def rerun(tmp_path):
    """Writes a page, runs, and gives what changed."""
    raw, output = tmp_path / "raw", tmp_path / "out"
    raw.mkdir()

    def run(text=None):
        if text is not None:
            (raw / "a.txt").write_text(text, encoding="utf-8")
        return run_folder(Options(raw, output, date(2026, 1, 1), 1)).changes

    run.raw, run.output = raw, output
    return run


@pytest.mark.parametrize(("before", "after", "fields"), CASES)
def test_a_place_does_not_grow_at_a_leap(rerun, before, after, fields):
    for area, people in (before, after):
        changes = rerun(PAGE.format(area=area, people=f"{people:,}"))
    assert [row["field"] for row in changes.outgrown] == fields
    for row in changes.outgrown:
        assert (row["code"], row["record_id"]) == ("X05", "a.txt#mariposa")


def test_what_a_person_decided_is_no_growth(rerun):
    rerun(PAGE.format(area="8.034", people="4,520,000"))
    (area,) = (one for one in read_findings(rerun.output) if one.code == "A04")
    decide(rerun.raw, rerun.output, Answer(area.id, "accept"))
    assert rerun().outgrown == ()


def test_a_text_that_is_not_understood_shows_in_the_measures(rerun):
    rerun(PAGE.format(area=425, people="12,000"))
    changes = rerun(PAGE.format(area=425, people="12,000") + "The 17 of 29 were 31 or 47. " * 3)
    assert [row["measure"] for row in changes.drifted] == ["numbers accounted for"]
    (row,) = changes.drifted
    assert row["code"] == "M05"
    assert row["before"] > row["after"]
