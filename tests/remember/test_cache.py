"""The cache: whole entries or none, bounded, and nothing kept of another program."""

from __future__ import annotations

import os
import shutil
import time

import pytest

from pipeline.read.found import find_documents
from pipeline.remember.cache import HOME, Cache, program, user_cache
from pipeline.remember.digest import SETTLED, Digests


def _later():
    return time.time_ns() + 2 * SETTLED


def test_entries_come_back_and_damaged_ones_do_not(tmp_path):
    cache = Cache(tmp_path, "one")
    key = cache.key("sheet", "a.txt")
    assert (cache.beginning(key, 3), cache.get(key)) == (b"", None)
    cache.put(key, b"content")
    assert (cache.beginning(key, 3), cache.get(key)) == (b"con", b"content")
    (entry,) = (path for path in tmp_path.rglob("*") if path.is_file())
    for damaged in (b"", b"short", entry.read_bytes()[:-1], entry.read_bytes() + b"x"):
        entry.write_bytes(damaged)
        assert cache.get(key) is None


def test_names_depend_on_every_part_and_on_the_program(tmp_path):
    parts = (("a",), ("b",), ("a", ""), ("", "a"), ("a", "b"), ("ab",))
    keys = [Cache(tmp_path, made_by).key(*one) for one in parts for made_by in ("one", "two")]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("changed", ["version.py", "lexicon/units.toml", "lexicon/places.csv"])
def test_a_changed_program_or_lexicon_is_another_program(tmp_path, changed):
    home = shutil.copytree(HOME, tmp_path / "pipeline")
    before = program(home)
    assert before == program()
    with (home / changed).open("a", encoding="utf-8") as file:
        file.write("# \n")
    program.cache_clear()
    assert program(home) != before


def test_the_oldest_entries_go_first(tmp_path):
    cache = Cache(tmp_path, "one", largest=300)
    keys = [cache.key(str(number)) for number in range(5)]
    for key in keys:
        cache.put(key, bytes(100))
    cache.trim()
    assert sum(bool(cache.beginning(key, 1)) for key in keys) == 2


@pytest.mark.parametrize(("largest", "left"), [(60_000, 60_000 // 116), (10**9, 1000)])
def test_a_sample_of_many_entries_tells_whether_all_are_within_bounds(tmp_path, largest, left):
    cache = Cache(tmp_path, "one", largest)
    for number in range(1000):
        cache.put(cache.key(str(number)), bytes(100))
    cache.trim()
    kept = sum(bool(cache.beginning(cache.key(str(number)), 1)) for number in range(1000))
    assert kept == left


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path):
    (tmp_path / "file").write_text("mine")
    cache = Cache(tmp_path / "file", "one")
    cache.put(cache.key("a"), b"content")
    cache.trim()
    assert cache.get(cache.key("a")) is None


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"PIPELINE_CACHE": "/x/y"}, "/x/y"),
        ({"XDG_CACHE_HOME": "/x"}, "/x/place-profiles"),
        ({"PIPELINE_CACHE": "", "XDG_CACHE_HOME": "/x"}, "/x/place-profiles"),
    ],
)
def test_where_the_cache_is(environment, expected):
    assert str(user_cache(environment)) == expected


def _digest(cache, raw, clock=_later):
    digests = Digests(cache, raw, clock)
    found = {one.path: digests.of(one) for one in find_documents(raw)}
    digests.save()
    return found


def test_digests_follow_every_change(tmp_path):
    cache, raw = Cache(tmp_path / "cache", "one"), tmp_path / "raw"
    raw.mkdir()
    path = raw / "a.txt"
    path.write_text("one")
    first = _digest(cache, raw)
    assert _digest(cache, raw) == first
    state = path.stat()
    path.write_text("two")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))  # only the time of the change tells
    second = _digest(cache, raw)
    assert second != first
    (raw / "b.txt").write_text("one")
    assert _digest(cache, raw)["b.txt"] == first["a.txt"]


def test_what_was_just_written_is_hashed_again(tmp_path):
    cache, raw = Cache(tmp_path / "cache", "one"), tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text("one")
    _digest(cache, raw, time.time_ns)
    assert Digests(cache, raw)._known == {}
    _digest(cache, raw)
    assert list(Digests(cache, raw)._known) == ["a.txt"]
