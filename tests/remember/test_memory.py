"""An incremental run leaves the bytes of a full one, whatever happened between the two."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.read.found import find_documents
from pipeline.remember.cache import Cache
from pipeline.remember.memory import Memory, Run
from pipeline.review.decide import Answer, decide
from pipeline.review.refusal import RefusedError
from pipeline.review.written import read_findings
from pipeline.run import Options, run_folder
from pipeline.write.own import RUN
from pipeline.write.refusal import CacheInsideError

TODAY = date(2026, 1, 1)
TEXTS = (
    "City: Mariposa\nCountry: Canada\nArea: 425 km²\nPopulation: 1,220,000 (2013)\n",
    "City: Mariposa\nCountry: Canada\nArea: 425 km²\nPopulation: 4.52\n",  # a fraction of a person
    "City: Elgin\nCountry: Canada\nArea: 42 km²\nSister city since: Feb. 30, 2004\n",
    "Tyndall, Canada\nCountry: Canada\nArea: 8.034㎢\n\nOrillia, Canada\nCountry: Canada\nArea: 9㎢\n",
    "City: Elgin\nCountry: Canada\nSister city since: January 2, 2026\n",  # to come on the first day
    "City: Elgin\nCountry: Canada\nHead count: 9,120\nSister city since: May 3, 2014\n",
    "nothing to see\n",
    "",
)
TEACHINGS = (
    "",
    '[labels]\n"Head count" = "population"\n',
    '[[mute]]\ncheck = "F01"\nreason = "Known."\nuntil = 2026-01-01\n',
)
NAMES = ("a.txt", "b.txt", "deep/c.txt", "deep/d.txt", "z.html")

names, texts = st.sampled_from(NAMES), st.sampled_from(TEXTS)
EDITS = st.one_of(
    st.tuples(st.just("write"), names, texts),
    st.tuples(st.just("remove"), names),
    st.tuples(st.just("rename"), names, names),
    st.tuples(st.just("touch"), names),
    st.tuples(st.just("decide"), st.integers(0, 30), st.sampled_from(["keep", "accept", "undo"])),
    st.tuples(st.just("program"), st.sampled_from(["one", "other"])),
    st.tuples(st.just("day"), st.integers(1, 2)),
    st.tuples(st.just("teach"), st.sampled_from(TEACHINGS)),
    st.tuples(st.just("damage"), st.integers(0, 30)),
    st.tuples(st.just("forget")),
    st.tuples(st.just("disturb"), st.sampled_from(["records.csv", "report.html"])),
)


class Desk:
    """A folder of texts with its output and cache, and what may happen to them."""

    def __init__(self, folder: Path) -> None:
        self.raw, self.output, self.full, self.cache = (
            folder / name for name in ("raw", "out", "full", "cache")
        )
        self.raw.mkdir()
        self.made_by, self.today = "one", TODAY
        self.write(NAMES[0], TEXTS[1])

    def write(self, name, text):
        path = self.raw / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def remove(self, name):
        (self.raw / name).unlink(missing_ok=True)

    def rename(self, name, other):
        if (self.raw / name).exists():
            (self.raw / other).parent.mkdir(exist_ok=True)
            (self.raw / name).replace(self.raw / other)

    def touch(self, name):
        if (self.raw / name).exists():
            os.utime(self.raw / name, (0, 0))

    def decide(self, number, verdict):
        found = read_findings(self.output)
        if found:
            answer = Answer(found[number % len(found)].id, verdict, by="me", at="2026-01-01")
            with suppress(RefusedError):
                decide(self.raw, self.output, answer)

    def program(self, name):
        self.made_by = name

    def day(self, number):
        self.today = TODAY.replace(day=number)

    def teach(self, said):
        (self.raw / "_profiles.toml").write_text(said, encoding="utf-8")

    def damage(self, number):
        entries = sorted(path for path in self.cache.rglob("*") if path.is_file())
        if entries:
            entry = entries[number % len(entries)]
            entry.write_bytes(entry.read_bytes()[: number * 7])

    def forget(self):
        shutil.rmtree(self.cache, ignore_errors=True)

    def disturb(self, name):
        (self.output / name).write_text("mine")

    def run(self, output, **more):
        return run_folder(Options(self.raw, output, self.today, 1, **more)).counts

    def run_both(self):
        """Runs over the same folder with the same earlier output: incremental, and full."""
        shutil.rmtree(self.full, ignore_errors=True)
        if self.output.exists():
            shutil.copytree(self.output, self.full)
        cache = Cache(self.cache, self.made_by)
        kept, fresh = self.run(self.output, cache=cache), self.run(self.full)
        assert contents(self.output) == contents(self.full)
        assert (kept.documents, kept.findings) == (fresh.documents, fresh.findings)


def contents(folder):
    """Every file but the one that carries times."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != RUN)
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


@settings(
    max_examples=16,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(st.lists(EDITS, max_size=4), min_size=1, max_size=4))
def test_an_incremental_run_leaves_the_bytes_of_a_full_one(tmp_path_factory, steps):
    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.run_both()
    for step in steps:
        for name, *given_ in step:
            getattr(desk, name)(*given_)
        desk.run_both()


def _entries(desk):
    return {path for path in desk.cache.rglob("*") if path.is_file()}


def test_what_is_known_is_not_read_again(tmp_path):
    desk = Desk(tmp_path)
    for number in range(4):
        desk.write(f"{number}.txt", TEXTS[0].replace("425", str(number + 300)))
    desk.run_both()
    before = _entries(desk)
    desk.write("1.txt", TEXTS[2])
    desk.run_both()
    added = len(_entries(desk) - before)
    assert added in {1, 2}  # a sheet, and the digests of files that have been at rest for long
    assert desk.run(desk.output, cache=Cache(desk.cache, "one"), full=True).documents == 5


@pytest.mark.parametrize(
    ("text", "made_on", "asked_on", "known"),
    [
        (TEXTS[0], 1, 1, True),
        (TEXTS[0], 1, 2, True),  # nothing of it depends on the day
        (TEXTS[0], 2, 1, False),  # what had passed on one day may be to come on an earlier one
        (TEXTS[4], 1, 1, True),
        (TEXTS[4], 1, 2, False),  # a date was to come
        (TEXTS[4], 2, 3, True),  # and then it was not
    ],
)
def test_a_sheet_holds_on_later_days_where_no_date_is_to_come(
    tmp_path, text, made_on, asked_on, known
):
    desk = Desk(tmp_path)
    desk.write(NAMES[0], text)
    desk.day(made_on)
    desk.run_both()
    found = tuple(find_documents(desk.raw))
    day = TODAY.replace(day=asked_on)
    memory = Memory(Cache(desk.cache, "one"), Run(desk.raw, desk.output, day), found)
    assert memory.knows(found[0]) is known
    assert bool(memory.sheet(found[0])) is known


def test_an_output_that_stands_is_kept_and_one_that_was_touched_is_not(tmp_path):
    desk = Desk(tmp_path)
    desk.run_both()
    inode = (desk.output / "records.csv").stat().st_ino
    desk.run_both()
    assert (desk.output / "records.csv").stat().st_ino == inode
    (desk.output / "records.csv").write_text("mine")
    desk.run_both()
    assert (desk.output / "records.csv").stat().st_ino != inode


@pytest.mark.parametrize("inside", ["raw/.cache", "out/cache", "raw", "."])
def test_a_cache_inside_the_folders_of_a_run_is_refused(tmp_path, inside):
    desk = Desk(tmp_path)
    with pytest.raises(CacheInsideError):
        desk.run(desk.output, cache=Cache(tmp_path / inside, "one"))
    assert not desk.output.exists()
