"""Whole runs: the same bytes whoever does the work, and an output that is always whole."""

from __future__ import annotations

import doctest
import fcntl
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import pipeline
import pipeline.result
from pipeline.remember.cache import Cache
from pipeline.run import Options, run_folder
from pipeline.worker import read_one
from pipeline.write.own import RUN
from pipeline.write.refusal import (
    CannotRunError,
    LockedError,
    NotOursError,
    OverlapError,
    RawMissingError,
)

TODAY = date(2026, 1, 1)
PROFILES = {
    "a.txt": "City: Mariposa\nCountry: Canada\nArea: 425 km²\nPopulation: 1,220,000 (2013)\n",
    "b.txt": "City: Elgin\nCountry: Canada\nArea: 42 km²\n",
    "deep/c.txt": "City: Tyndall\nCountry: Canada\nPopulation: 4.52 million\n",
}


@pytest.fixture
def raw(tmp_path):
    return _fill(tmp_path / "raw", PROFILES)


def _fill(folder: Path, profiles):
    for name, text in profiles.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def _contents(folder: Path):
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != RUN)
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def _run(raw, output, **more):
    return run_folder(Options(raw, output, TODAY, **{"workers": 1, **more}))


def test_a_run_leaves_tables_and_says_what_it_did(raw, tmp_path):
    counts = _run(raw, tmp_path / "out").counts
    assert (counts.documents, counts.records) == (3, 3)
    assert {
        ".gitignore",
        "changes.json",
        "datapackage.json",
        *(
            f"{name}.{kind}"
            for name in ("documents", "records", "values", "findings")
            for kind in ("csv", "parquet")
        ),
        *(f"report.{kind}" for kind in ("html", "md", "json")),
    } <= set(_contents(tmp_path / "out"))
    said = json.loads((tmp_path / "out" / RUN).read_bytes())
    assert said["counts"]["records"] == 3
    assert said["options"]["today"] == "2026-01-01"


def test_the_same_bytes_for_any_number_of_workers_and_twice(raw, tmp_path):
    more = {f"{n}.txt": PROFILES["a.txt"].replace("1,220", str(n)) for n in range(30)}
    _fill(raw, more)
    for name, workers in (("one", 1), ("two", 2), ("seven", 7), ("again", 1)):
        _run(raw, tmp_path / name, workers=workers)
    assert _contents(tmp_path / "two") == _contents(tmp_path / "one")
    assert _contents(tmp_path / "seven") == _contents(tmp_path / "one")
    assert _contents(tmp_path / "again") == _contents(tmp_path / "one")


def test_the_same_bytes_for_an_incremental_run_of_seven_workers(raw, tmp_path):
    cache = Cache(tmp_path / "cache", "made by this test")
    _run(raw, tmp_path / "earlier", workers=7, cache=cache)
    _fill(raw, {f"{n}.txt": PROFILES["a.txt"].replace("1,220", str(n)) for n in range(15)})
    _run(raw, tmp_path / "incremental", workers=7, cache=cache)
    _run(raw, tmp_path / "full", workers=1)
    assert _contents(tmp_path / "incremental") == _contents(tmp_path / "full")


def test_progress_is_told_after_each_document(raw, tmp_path):
    told = []
    run_folder(Options(raw, tmp_path / "out", TODAY, 1), lambda *step: told.append(step))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_mistake_of_ours_costs_one_document(raw, monkeypatch):
    def broken(_document):
        raise KeyError("gdp")

    monkeypatch.setattr("pipeline.worker.extract_document", broken)
    (found, *_) = pipeline.run.find_documents(raw)
    extraction = read_one(found, today=TODAY)
    assert extraction.records == ()
    (finding,) = extraction.findings
    assert (finding.code, finding.severity, finding.document) == ("T01", "error", "a.txt")
    assert "KeyError" in finding.message


def test_a_killed_run_leaves_a_whole_output(tmp_path):
    raw = _fill(tmp_path / "raw", {"a.txt": "City: Elgin\nArea: 42 km²\n"})
    earlier = _fill(tmp_path / "earlier", {"x.txt": "City: Orillia\nArea: 9 km²\n"})
    place = tmp_path / "place"
    place.mkdir()
    _run(earlier, place / "out")
    (place / "out" / ".gitkeep").touch()
    driver = Path(__file__).with_name("killed_run.py")
    command = (sys.executable, driver, raw, place / "out", tmp_path / "expected")
    killed = subprocess.run(
        command, env=_environment(), capture_output=True, text=True, check=False
    )
    assert killed.returncode == 0, killed.stderr
    assert int(killed.stdout) > 30


def _environment():
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}


def test_an_error_leaves_the_previous_output(raw, tmp_path):
    _run(raw, tmp_path / "out")
    before = _contents(tmp_path / "out")

    def fail(_done, _total):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        run_folder(Options(raw, tmp_path / "out", TODAY, 1), fail)
    assert _contents(tmp_path / "out") == before
    assert not list(tmp_path.glob(".out*"))


def test_a_second_run_at_the_same_time_is_refused(raw, tmp_path):
    _run(raw, tmp_path / "out")
    before = _contents(tmp_path / "out")
    with (tmp_path / ".out.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(LockedError):
            _run(raw, tmp_path / "out")
    assert _contents(tmp_path / "out") == before
    _run(raw, tmp_path / "out")  # what a killed run left of its lock does not matter


FOLDERS = (
    # raw, output, what refuses
    ("raw", "raw", OverlapError),
    ("raw", "raw/out", OverlapError),
    ("raw/deep", "raw", OverlapError),
    ("raw", "link-to-raw", OverlapError),
    ("raw", "raw/../raw/out", OverlapError),
    ("nowhere", "out", RawMissingError),
    ("raw/a.txt", "out", RawMissingError),
    ("raw", "of-others", NotOursError),
    ("raw", "a-file", NotOursError),
    ("raw", "other-program", NotOursError),
    ("raw", "of-others/new", None),
    ("raw", "empty", None),
    ("raw", "dots", None),
    ("raw", "a/new/one", None),
    ("raw", "raw-2", None),
)


@pytest.mark.parametrize(("source", "output", "refusal"), FOLDERS)
def test_folders_are_refused_or_taken(raw, tmp_path, source, output, refusal):
    _fill(tmp_path, {"of-others/notes.txt": "mine", "a-file": "mine", "dots/.gitkeep": ""})
    _fill(tmp_path, {"other-program/run.json": '{"program": "another"}'})
    (tmp_path / "empty").mkdir()
    (tmp_path / "link-to-raw").symlink_to(raw)
    before = _contents(tmp_path)
    if refusal is None:
        _run(tmp_path / source, tmp_path / output)
        return
    with pytest.raises(refusal) as refused:
        _run(tmp_path / source, tmp_path / output)
    assert isinstance(refused.value, CannotRunError)
    assert "\n" not in str(refused.value)
    assert _contents(tmp_path) == before


def test_files_of_others_with_a_dot_survive(raw, tmp_path):
    _fill(tmp_path / "out", {".gitkeep": "", ".notes/mine": "mine"})
    for _ in range(2):
        _run(raw, tmp_path / "out")
    assert (tmp_path / "out" / ".gitkeep").exists()
    assert (tmp_path / "out" / ".notes" / "mine").read_text() == "mine"
    assert (tmp_path / "out" / ".gitignore").read_text() == "*\n"


def test_an_output_that_is_a_link_stays_one(raw, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").symlink_to("elsewhere")
    _run(raw, tmp_path / "out")
    assert (tmp_path / "out").is_symlink()
    assert (tmp_path / "elsewhere" / RUN).exists()


def test_notebooks_read_the_same(raw, tmp_path):
    _run(raw, tmp_path / "out")
    result = pipeline.read_folder(raw, today=TODAY)
    frame = result.to_pandas()
    assert list(frame["name"]) == ["Mariposa", "Elgin", "Tyndall"]
    header = (tmp_path / "out" / "records.csv").read_text(encoding="utf-8").splitlines()[0]
    assert list(frame.columns) == header.split(",")
    assert frame["area_km2"].max() == 425
    for table in ("documents", "values", "findings"):
        assert len(result.to_pandas(table).columns) > 5
    with pytest.raises(RawMissingError):
        pipeline.read_folder(raw / "nowhere")


@pytest.mark.parametrize("module", [pipeline, pipeline.result], ids=lambda module: module.__name__)
def test_examples_in_docstrings_hold(module):
    assert doctest.testmod(module) == (0, doctest.testmod(module).attempted)
    assert doctest.testmod(module).attempted > 0
