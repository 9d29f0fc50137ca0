from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.model.finding import (
    Change,
    Finding,
    Mention,
    Severity,
    Status,
    Suggestion,
)
from pipeline.review.decide import Answer, decide
from pipeline.review.decisions import read_decisions
from pipeline.review.listing import Wanted, finding_lines
from pipeline.review.refusal import RefusedError
from pipeline.review.settle import settle
from pipeline.review.written import read_findings
from pipeline.write.column import csv_cell
from pipeline.write.layout import TABLES
from pipeline.write.rows import finding_row

FIRST = Change("area_km2", "v1", "-8.034", "8034", "8,034")
AREA = Finding(
    id="aaaa11112222",
    code="A04",
    severity=Severity.WARNING,
    document="town.txt",
    record_id="town.txt#guiyang",
    field="area_km2",
    fields=("area_km2", "population"),
    message='=8.034 km² for "4.52" million, people',
    computed="562,609 per km²",
    line=3,
    column=7,
    start=40,
    end=46,
    text="-8.034",
    evidence=(Mention("town.txt", "town.txt#guiyang", 40, 46, "-8.034", "blamed"),),
    suggestions=(
        Suggestion("8034", "R02", "a point for a comma", -0.5, (FIRST,)),
        Suggestion("80.34", "R03", "a digit", -2.0, (FIRST._replace(value="80.34"),)),
    ),
)
BARE = replace(AREA, id="aaaa33334444", code="D01", severity=Severity.ERROR, suggestions=(), line=9)
DOUBLE = replace(AREA, id="aaaa11112222-2", severity=Severity.NOTE, line=12)
WHOLE = replace(
    AREA, id="bbbb", code="T01", record_id="", field="", fields=(), evidence=(), text=""
)
STALE = replace(AREA, id="cccc", status=Status.STALE, document="gone.txt")
ALL = (AREA, BARE, DOUBLE, WHOLE, STALE)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    folder.mkdir()
    columns = {table.name: [column.name for column in table.columns] for table in TABLES}
    rows = [columns["findings"], *map(finding_row, ALL)]
    text = "\n".join(",".join(map(csv_cell, row)) for row in rows)
    (folder / "findings.csv").write_text(text + "\n", encoding="utf-8", newline="")
    (folder / "documents.csv").write_text("document,sha256\ntown.txt,abcd\n", encoding="utf-8")
    return folder


def test_findings_are_read_back_as_they_were(output):
    assert read_findings(output) == ALL


def test_accepting_puts_the_suggestion_on_the_log(tmp_path, output):
    answer = Answer("aaaa11112222", "accept", note="of course", by="Kim", at="2026-11-23")
    decision = decide(tmp_path, output, answer)
    assert read_decisions(tmp_path).decisions == (decision,)
    assert (decision.value, decision.changes) == ("8034", AREA.suggestions[0].changes)
    assert (decision.document_sha256, decision.literals) == ("abcd", ("-8.034",))
    assert (decision.by, decision.at, decision.note) == ("Kim", "2026-11-23", "of course")
    (settled, *_) = settle(ALL[:1], [decision], {"town.txt": "abcd"}).findings
    assert settled.status is Status.ACCEPTED


@pytest.mark.parametrize(
    ("answer", "verdict", "value"),
    [
        (Answer("aaaa3", "keep"), "keep", ""),
        (Answer("aaaa3", "replace", " 8,034 km² "), "replace", "8,034 km²"),
        (Answer("aaaa11112222", "accept", "80.34"), "accept", "80.34"),
        (Answer("aaaa11112222-", "accept"), "accept", "8034"),
        (Answer("bbbb", "keep"), "keep", ""),
    ],
)
def test_a_unique_beginning_of_an_id_is_enough(tmp_path, output, answer, verdict, value):
    decision = decide(tmp_path, output, answer)
    assert (decision.verdict, decision.value) == (verdict, value)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (Answer("ffff", "keep"), "no finding's id begins with 'ffff'"),
        (Answer("", "keep"), "no finding's id begins with ''"),
        (Answer("aaaa", "keep"), "3 findings begin with 'aaaa'"),
        (Answer("aaaa3", "accept"), "has no suggestion to accept"),
        (Answer("aaaa11112222", "accept", "8"), "accept 8034 or 80.34"),
        (Answer("aaaa3", "replace"), "replace needs a value"),
        (Answer("aaaa3", "replace", "large"), "'large' does not read as area"),
        (Answer("bbbb", "replace", "8"), "is about no single value"),
        (Answer("aaaa3", "undo"), "nothing is decided"),
        (Answer("cccc", "keep"), "can only be undone"),
        (Answer("aaaa3", "perhaps"), "'perhaps' is no verdict"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_line_and_not_written(
    tmp_path, output, answer, message
):
    with pytest.raises(RefusedError, match=re.escape(message)) as refused:
        decide(tmp_path, output, answer)
    assert "\n" not in str(refused.value)
    assert read_decisions(tmp_path) == ((), ())


def test_undo_takes_back_as_often_as_was_decided(tmp_path, output):
    for verdict in ("keep", "accept", "undo", "undo"):
        decide(tmp_path, output, Answer("aaaa11112222", verdict))
    with pytest.raises(RefusedError, match="nothing is decided"):
        decide(tmp_path, output, Answer("aaaa11112222", "undo"))


def test_a_stale_decision_can_be_undone(tmp_path, output):
    assert decide(tmp_path, output, Answer("cccc", "undo")).verdict == "undo"


def test_without_output_the_message_says_to_run_first(tmp_path):
    with pytest.raises(RefusedError, match="run `pipeline run` first"):
        decide(tmp_path, tmp_path / "nowhere", Answer("a", "keep"))


def test_a_log_that_cannot_be_written_is_one_line(tmp_path, output):
    (tmp_path / "decisions.jsonl").mkdir()
    with pytest.raises(RefusedError, match="cannot write"):
        decide(tmp_path, output, Answer("aaaa3", "keep"))


def test_the_findings_of_an_output_are_listed(output):
    (line,) = finding_lines(output, Wanted(severity="error"))
    assert line == f"town.txt:9:7: D01 aaaa33334444 {AREA.message}"
