"""Decisions through whole runs: values in force, statuses, tables and report follow the log."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import pipeline
from pipeline.review.decide import Answer, decide
from pipeline.review.decisions import LOG
from pipeline.run import Options, run_folder

TELLING = ("run.json", "changes.json")  # times, and what an earlier output had
TODAY = date(2026, 1, 1)
PAGE = """\
City: Mariposa
Country: China
Area: 8.034㎢
Population: 4.52 million
Founded: February 30, 1901
Sister city since: 2010-05-06
Industry Structure: primary 10%, secondary 30%, tertiary 50%
"""
PLAIN = "City: Elgin\nCountry: Canada\nArea: 425 km²\nPopulation: 1,220,000\n"


class Desk:
    """A folder of texts, its output, and a reviewer."""

    def __init__(self, folder: Path) -> None:
        self.raw, self.output = folder / "raw", folder / "out"
        self.raw.mkdir()
        self.write("a.txt", PAGE)
        self.write("b.txt", PLAIN)
        self.run()

    def write(self, name, text):
        (self.raw / name).write_text(text, encoding="utf-8")

    def run(self):
        run_folder(Options(self.raw, self.output, TODAY, 1))

    def table(self, name):
        return pq.read_table(self.output / f"{name}.parquet").to_pylist()

    def finding(self, code, status="open"):
        rows = [row for row in self.table("findings") if row["code"] == code]
        (found,) = [row for row in rows if row["status"] == status]
        return found

    def decide(self, code, verdict, value="", status="open"):
        wanted = self.finding(code, status)["finding_id"]
        decide(self.raw, self.output, Answer(wanted, verdict, value, "", "Kim", "2026-01-02"))
        self.run()

    def record(self, document="a.txt"):
        return next(row for row in self.table("records") if row["document"] == document)

    def statuses(self, *codes):
        rows = [row for row in self.table("findings") if row["code"] in codes]
        return [(row["code"], row["status"]) for row in rows]

    def values(self, field):
        return [row for row in self.table("values") if row["field"] == field]

    def bytes(self):
        paths = (path for path in self.output.rglob("*") if path.is_file())
        return {path.name: path.read_bytes() for path in paths if path.name not in TELLING}


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


def test_an_accepted_correction_is_in_force_everywhere(desk):
    warnings = desk.record()["warnings"]
    desk.decide("A04", "accept")
    assert desk.record()["area_km2"] == 8034
    assert desk.record()["warnings"] == warnings - 1
    rows = [row for row in desk.values("area_km2") if row["document"] == "a.txt"]
    (held,) = [row for row in rows if row["in_force"]]
    assert (held["text"], held["rule"], held["decision"]) == ("8.034㎢", "decision", "accept")
    assert (held["value"], held["reported"]) == ("8034", "8.034")
    found = desk.finding("A04", "accepted")
    assert (found["decided_by"], found["decided_at"]) == ("Kim", "2026-01-02")
    report = json.loads((desk.output / "report.json").read_text(encoding="utf-8"))
    told = {one["code"]: one for one in report["findings"]}["A04"]
    assert (told["status"], told["decided_by"]) == ("accepted", "Kim")


def test_notebooks_see_the_decisions(desk):
    desk.decide("A04", "accept")
    result = pipeline.read_folder(desk.raw, today=TODAY)
    assert result.records[0].one("area_km2").value == 8034


VERDICTS = (
    # verdict, value, the area in force, the status
    ("accept", "", 8034, "accepted"),
    ("keep", "", 8.034, "kept"),
    ("replace", "8,100 km²", 8100, "replaced"),
    ("replace", "810,000 ha", 8100, "replaced"),
)


@pytest.mark.parametrize(("verdict", "value", "area", "status"), VERDICTS)
def test_each_verdict_has_its_value_and_status_and_can_be_undone(
    desk, verdict, value, area, status
):
    before = desk.bytes()
    desk.decide("A04", verdict, value)
    assert float(desk.record()["area_km2"]) == area
    assert desk.statuses("A04") == [("A04", status)]
    desk.decide("A04", "undo", status=status)
    assert desk.bytes() == before


def test_checks_run_again_on_the_values_in_force(desk):
    desk.decide("A04", "replace", "99 ha")
    assert desk.statuses("A04") == [("A04", "replaced")]
    desk.decide("A04", "undo", status="replaced")
    desk.decide("F02", "replace", "2031-01-01")
    assert ("D03", "open") in desk.statuses("D03")


def test_the_figures_of_a_corrected_date_are_accounted_for(desk):
    desk.decide("F02", "accept")
    assert desk.statuses("F02", "T04") == [("F02", "accepted")]
    desk.decide("F02", "replace", "4 March 1901", status="accepted")
    assert desk.statuses("F02", "T04") == [("F02", "replaced")]


def test_accepting_in_a_list_replaces_that_literal_only(desk):
    shares = {row["text"]: row["number"] for row in desk.values("industry_shares")}
    desk.decide("A02", "accept")
    after = {row["text"]: row["number"] for row in desk.values("industry_shares")}
    assert sum(after.values()) == 100
    assert len(after.items() - shares.items()) == 1


def test_a_renamed_document_keeps_its_decisions_and_a_rewritten_one_makes_them_stale(desk):
    desk.decide("A04", "accept")
    (desk.raw / "a.txt").rename(desk.raw / "z.txt")
    desk.run()
    assert desk.record("z.txt")["area_km2"] == 8034
    assert desk.statuses("A04") == [("A04", "accepted")]
    desk.write("z.txt", PAGE.replace("8.034", "8,034"))
    desk.run()
    stale = desk.finding("A04", "stale")
    assert (stale["document"], stale["text"], stale["decided_by"]) == (
        "a.txt",
        "8.034㎢ … 4.52 million",
        "Kim",
    )
    desk.write("z.txt", PAGE)
    desk.run()
    assert desk.statuses("A04") == [("A04", "accepted")]


def test_a_copy_beside_the_document_takes_nothing_from_it(desk):
    desk.decide("A04", "accept")
    desk.write("copy.txt", PAGE)
    desk.run()
    assert float(desk.record("copy.txt")["area_km2"]) == 8.034
    assert sorted(desk.statuses("A04")) == [("A04", "accepted"), ("A04", "open")]


SPOILED = ("nonsense", "{}", '{"finding_id": 3}', "[" * 10_000, "", '{"verdict": "accept"}')


def test_lines_that_decide_nothing_are_findings_and_stop_no_run(desk):
    (desk.raw / LOG).write_text("\n".join(SPOILED) + "\n", encoding="utf-8")
    desk.decide("A04", "accept")
    notes = [row for row in desk.table("findings") if row["code"] == "M06"]
    assert [row["line"] for row in notes] == list(range(1, len(SPOILED) + 1))
    assert {row["severity"] for row in notes} == {"note"}
    assert desk.record()["area_km2"] == 8034


def test_the_log_is_never_rewritten(desk):
    desk.decide("A04", "accept")
    first = (desk.raw / LOG).read_bytes()
    desk.decide("A04", "undo", status="accepted")
    assert (desk.raw / LOG).read_bytes().startswith(first)
