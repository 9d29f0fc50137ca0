from __future__ import annotations

import json
import os
from multiprocessing import get_context
from pathlib import Path

import pytest

from pipeline.model.finding import Change, Decision
from pipeline.review.decisions import (
    LOG,
    Malformed,
    append_decision,
    malformed_findings,
    read_decisions,
)

DECISION = Decision(
    "0a1b2c3d4e5f",
    "A04",
    "fixture/town.txt#귀양",
    "ab" * 32,
    "area_km2",
    ("8.034㎢", "4.52 million"),
    "accept",
    "8034",
    (Change("area_km2", "ffee", "8.034㎢", "8034", "8,034㎢"),),
    "Kim",
    "2026-11-23T12:00:00+00:00",
    "the point\nis a comma \u2028 here",
)


def line_of(decision: Decision, **changed: object) -> str:
    changes = [change._asdict() for change in decision.changes]
    return json.dumps({**decision._asdict(), "changes": changes, **changed})


def test_what_is_appended_is_read_back(tmp_path):
    append_decision(tmp_path, DECISION)
    append_decision(tmp_path, DECISION._replace(verdict="undo"))
    log = read_decisions(tmp_path)
    assert log.decisions == (DECISION, DECISION._replace(verdict="undo"))
    assert log.malformed == ()
    assert (tmp_path / LOG).read_bytes().count(b"\n") == 2


def test_no_log_is_no_decision(tmp_path):
    assert read_decisions(tmp_path) == ((), ())


def test_appending_never_rewrites(tmp_path):
    before = b'{"finding_id": "hand-written, half a li'
    (tmp_path / LOG).write_bytes(before)
    append_decision(tmp_path, DECISION)
    assert (tmp_path / LOG).read_bytes().startswith(before + b"\n")
    log = read_decisions(tmp_path)
    assert log.decisions == (DECISION,)
    assert [one.line for one in log.malformed] == [1]


def test_a_name_in_broken_bytes_is_kept(tmp_path):
    name = os.fsdecode(b"caf\xe9.txt#town")
    append_decision(tmp_path, DECISION._replace(record_id=name))
    assert read_decisions(tmp_path).decisions[0].record_id == name


def test_a_log_of_before_corrected_texts_were_written_is_read(tmp_path):
    change = DECISION.changes[0]._asdict()
    del change["corrected"]
    (tmp_path / LOG).write_text(line_of(DECISION, changes=[change]), encoding="utf-8")
    (decision,) = read_decisions(tmp_path).decisions
    assert decision.changes == (DECISION.changes[0]._replace(corrected=""),)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "Expecting value"),
        ("{", "Expecting property name"),
        ("[1]", "is no JSON object"),
        ("{}", "has no text 'finding_id'"),
        (line_of(DECISION, verdict="maybe"), "has the verdict 'maybe'"),
        (line_of(DECISION, value=8034), "has no text 'value'"),
        (line_of(DECISION, literals="8.034"), "has no list 'literals'"),
        (line_of(DECISION, literals=[8]), "has no text 'literals'"),
        (line_of(DECISION, changes=[1]), "has a change that is no JSON object"),
        (line_of(DECISION, changes=[{"field": "area_km2"}]), "has no text 'value_id'"),
        ("[" * 100_000, "maximum recursion"),
        ('"' + "x" * 1_000_001, "is too long"),
    ],
)
def test_a_line_that_is_no_decision_costs_that_line(tmp_path, line, reason):
    text = f"{line_of(DECISION)}\n{line}\n{line_of(DECISION, extra=1)}\n"
    (tmp_path / LOG).write_text(text, encoding="utf-8")
    log = read_decisions(tmp_path)
    assert log.decisions == (DECISION, DECISION)
    (malformed,) = log.malformed
    assert malformed.line == 2
    assert reason in malformed.reason


def test_bytes_that_are_no_text_cost_their_line(tmp_path):
    (tmp_path / LOG).write_bytes(b"\xff\xfe\x00\n" + line_of(DECISION).encode() + b"\n")
    log = read_decisions(tmp_path)
    assert log.decisions == (DECISION,)
    assert [one.line for one in log.malformed] == [1]


def test_a_malformed_line_is_listed_as_a_note():
    from pipeline.review.decisions import Log

    (finding,) = malformed_findings(Log((), (Malformed(3, "is no JSON object"),)))
    assert (finding.document, finding.line, finding.severity.value) == (LOG, 3, "note")
    assert "Line 3" in finding.message


def _append_many(raw: str) -> None:
    for _ in range(25):
        append_decision(Path(raw), DECISION)


def test_two_writers_do_not_mix_their_lines(tmp_path):
    writers = [
        get_context("spawn").Process(target=_append_many, args=(str(tmp_path),)) for _ in "ab"
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert read_decisions(tmp_path) == ((DECISION,) * 50, ())
