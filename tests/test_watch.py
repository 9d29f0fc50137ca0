"""A watched folder: whatever an editor does, the last run has read what was saved last."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from datetime import date
from queue import Queue

import pytest

from pipeline.remember.cache import Cache
from pipeline.run import Options, run_folder
from pipeline.watch import watch_folder
from pipeline.write.refusal import RawMissingError

LONGEST = 60  # seconds until a test is given up; none waits for a time to pass


def _texts(raw):
    return {path.name: path.read_text() for path in raw.rglob("*.txt")}


@contextmanager
def _watched(raw, run):
    """The folder watched in a thread of its own; what ``run`` gives comes out of a queue."""
    seen, stop = Queue(), threading.Event()

    def run_and_tell():
        seen.put(run())
        return True

    thread = threading.Thread(target=watch_folder, args=(raw, run_and_tell, stop))
    thread.start()
    try:
        yield lambda: seen.get(timeout=LONGEST)
    finally:
        stop.set()
        thread.join(LONGEST)


def _until(next_seen, expected):
    while next_seen() != expected:
        pass


def _save(raw):
    (raw / "a.txt").write_text("two")
    return {"a.txt": "two"}


def _save_by_rename(raw):
    (raw / ".a.txt.swp").write_text("two")
    (raw / ".a.txt.swp").replace(raw / "a.txt")
    return {"a.txt": "two"}


def _save_by_backup(raw):
    (raw / "a.txt").rename(raw / ".a.txt~")
    (raw / "a.txt").write_text("two")
    return {"a.txt": "two"}


def _write_in_halves(raw):
    with (raw / "a.txt").open("w") as file:
        for _ in range(50):
            file.write("half ")
            file.flush()
    return {"a.txt": "half " * 50}


def _burst(raw):
    (raw / "deep").mkdir()
    for number in range(2000):
        (raw / "deep" / f"{number}.txt").write_text(str(number))
    return {"a.txt": "one", **{f"{number}.txt": str(number) for number in range(2000)}}


def _remove(raw):
    (raw / "a.txt").unlink()
    return {}


@pytest.mark.parametrize(
    "act", [_save, _save_by_rename, _save_by_backup, _write_in_halves, _burst, _remove]
)
def test_the_last_run_has_read_what_was_saved_last(tmp_path, act):
    (tmp_path / "a.txt").write_text("one")
    with _watched(tmp_path, lambda: _texts(tmp_path)) as next_seen:
        assert next_seen() == {"a.txt": "one"}
        _until(next_seen, act(tmp_path))


def test_a_decision_brings_a_run_and_a_hidden_file_does_not(tmp_path):
    (tmp_path / "decisions.jsonl").write_text("")
    with _watched(tmp_path, (tmp_path / "decisions.jsonl").read_text) as next_seen:
        assert next_seen() == ""
        (tmp_path / ".hidden").write_text("x")
        (tmp_path / "_notes.txt").write_text("x")
        (tmp_path / "x.gold.json").write_text("x")
        (tmp_path / "decisions.jsonl").write_text("decided")
        _until(next_seen, "decided")


def test_a_run_that_could_not_be_done_is_tried_again(tmp_path):
    stop, tries = threading.Event(), []

    def fail_twice():
        tries.append(len(tries))
        if len(tries) > 2:
            stop.set()
        return len(tries) > 2

    watch_folder(tmp_path, fail_twice, stop)
    assert tries == [0, 1, 2]


def test_a_saved_text_is_in_the_tables(tmp_path):
    raw, output = tmp_path / "raw", tmp_path / "out"
    raw.mkdir()
    (raw / "a.txt").write_text("City: Elgin\nCountry: Canada\nArea: 42 km²\n", encoding="utf-8")
    options = Options(raw, output, date(2026, 1, 1), cache=Cache(tmp_path / "cache", "one"))
    with _watched(raw, lambda: run_folder(options).counts.records) as next_seen:
        assert next_seen() == 1
        (raw / "b.txt").write_text(
            "City: Orillia\nCountry: Canada\nArea: 9 km²\n", encoding="utf-8"
        )
        _until(next_seen, 2)
    assert "Orillia" in (output / "records.csv").read_text(encoding="utf-8")


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(RawMissingError):
        watch_folder(tmp_path / "nowhere", bool)
