"""What is new, fixed or back since an earlier output."""

from __future__ import annotations

import json
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.review.decide import Answer, decide
from pipeline.run import Options, run_folder
from pipeline.write.changes import CHANGES, COLUMNS, REMEMBERED, changes_since, earlier_output
from pipeline.write.drift import PLAUSIBLE
from pipeline.write.own import PROGRAM, write_json
from pipeline.write.refusal import NoOutputError

NO_FIGURES = {field: [] for field in PLAUSIBLE}
TODAY = date(2026, 1, 1)
GOOD = "City: Mariposa\nCountry: China\nArea: 8,034 km²\nPopulation: 4.52 million\n"
WRONG = GOOD.replace("8,034", "8.034")


def _output(folder, open_ids, answered=(), past=None):
    """A folder as a run leaves it, as far as a comparison looks at it."""
    folder.mkdir()
    ids = [*open_ids, *answered]
    columns = {name: ids if name == "finding_id" else [name] * len(ids) for name in COLUMNS}
    columns["status"] = ["open"] * len(open_ids) + ["kept"] * len(answered)
    for name, table in (("findings", columns), ("records", {"record_id": [], **NO_FIGURES})):
        texts = {column: pa.array(cells, pa.string()) for column, cells in table.items()}
        pq.write_table(pa.table(texts), folder / f"{name}.parquet")
    write_json(folder / "run.json", {"program": PROGRAM})
    if past is not None:
        write_json(folder / CHANGES, {"past": past})
    return folder


CASES = (
    # open and past before, open and answered now; new, fixed, returned, past now
    (("ab", ""), ("ab", ""), ("", "", "", "")),
    (("ab", ""), ("abc", ""), ("c", "", "", "")),
    (("ab", ""), ("a", ""), ("", "b", "", "b")),
    (("ab", ""), ("a", "b"), ("", "b", "", "b")),
    (("a", "b"), ("ab", ""), ("", "", "b", "")),
    (("a", "bc"), ("bd", ""), ("d", "a", "b", "ca")),
    (("", ""), ("", ""), ("", "", "", "")),
    (("", "a"), ("", ""), ("", "", "", "a")),
)


@pytest.mark.parametrize(("before", "now", "told"), CASES)
def test_findings_are_compared_while_they_are_open(tmp_path, before, now, told):
    earlier = _output(tmp_path / "before", before[0], past=list(before[1]))
    changes = changes_since(earlier, _output(tmp_path / "now", *now))
    ids = ("".join(row["finding_id"] for row in rows) for rows in changes[:3])
    assert (*ids, "".join(changes.past)) == told


def test_what_was_closed_last_is_remembered(tmp_path):
    past = [f"{number:012}" for number in range(REMEMBERED)]
    earlier = _output(tmp_path / "before", "a", past=past)
    now = _output(tmp_path / "now", [past[0]])
    changes = changes_since(earlier, now)
    assert changes.past == (*past[1:], "a")
    later = changes_since(_output(tmp_path / "then", "b", past=past), _output(tmp_path / "end", ""))
    assert later.past == (*past[1:], "b")


@pytest.mark.parametrize("past", [None, 3, "ab", {}, [1, "a"]])
def test_a_memory_that_is_spoiled_is_forgotten(tmp_path, past):
    earlier = _output(tmp_path / "before", "", past=past)
    changes = changes_since(earlier, _output(tmp_path / "now", "b"))
    assert [row["finding_id"] for row in changes.new] == ["b"]


def test_only_an_output_can_be_compared_with(tmp_path):
    ours = _output(tmp_path / "ours", "")
    assert earlier_output(ours, None) == ours
    assert earlier_output(tmp_path / "new", ours) == ours
    assert earlier_output(tmp_path / "new", None) is None
    with pytest.raises(NoOutputError):
        earlier_output(ours, tmp_path)


def test_runs_tell_what_changed_and_their_tables_do_not(tmp_path):
    raw, out, other = (tmp_path / name for name in ("raw", "out", "other"))
    raw.mkdir()
    told = []
    for text in (WRONG, GOOD, WRONG, WRONG):
        (raw / "a.txt").write_text(text, encoding="utf-8")
        changes = run_folder(Options(raw, out, TODAY, 1)).changes
        told.append(tuple(len(rows) for rows in changes[:3]) if changes else None)
    assert told == [None, (0, 1, 0), (0, 0, 1), (0, 0, 0)]
    rows = pq.read_table(out / "findings.parquet").to_pylist()
    (area,) = (row["finding_id"] for row in rows if row["code"] == "A04")
    decide(raw, out, Answer(area, "accept"))
    changes = run_folder(Options(raw, other, TODAY, 1, against=out)).changes
    assert [row["finding_id"] for row in changes.fixed] == [area]
    assert json.loads((other / CHANGES).read_bytes())["fixed"][0]["code"] == "A04"
    run_folder(Options(raw, out, TODAY, 1))
    for name in ("findings.csv", "report.html", "report.json", "records.csv"):
        assert (out / name).read_bytes() == (other / name).read_bytes()
