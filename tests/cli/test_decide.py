"""Findings listed and decided from the command line, and runs compared."""

from __future__ import annotations

import json
import re
import subprocess

import pytest

DAY = ("--today", "2026-01-01")
WRONG = "City: Mariposa\nCountry: China\nArea: 8.034 km²\nPopulation: 4.52 million\nFounded: 2030-02-30\n"


@pytest.fixture
def desk(pipeline, raw, monkeypatch):
    """A folder with a wrong text, read once; commands run beside it."""
    monkeypatch.chdir(raw.parent)
    (raw / "a.txt").write_text(WRONG, encoding="utf-8")
    pipeline("run", *DAY)
    return pipeline


def _ids(pipeline, *asked):
    code, printed, _ = pipeline("findings", *asked)
    assert code == 0
    return [line.split()[2] for line in printed.splitlines()]


def test_findings_are_lines_that_editors_follow_worst_first(desk):
    code, printed, complained = desk("findings")
    assert (code, complained) == (0, "")
    lines = printed.splitlines()
    assert all(re.fullmatch(r"a\.txt:\d+:\d+: [A-Z]\d\d [0-9a-f]{12} .+", line) for line in lines)
    assert [line.split()[1] for line in lines] == ["F02", "A04"]


FILTERS = (
    (("--severity", "error"), ["F02"]),
    (("--severity", "warning"), ["A04"]),
    (("--severity", "note"), []),
    (("--code", "a04"), ["A04"]),
    (("--code", "Z99"), []),
    (("--document", "a.txt"), ["F02", "A04"]),
    (("--document", "b.txt"), []),
    (("--status", "open", "--severity", "warning"), ["A04"]),
    (("--status", "kept"), []),
)


@pytest.mark.parametrize(("asked", "codes"), FILTERS)
def test_findings_are_filtered(desk, asked, codes):
    _, printed, _ = desk("findings", *asked)
    assert [line.split()[1] for line in printed.splitlines()] == codes


def test_a_decision_is_told_and_changes_the_next_run(desk, raw):
    (area,) = _ids(desk, "--code", "A04")
    code, printed, _ = desk("decide", area[:6], "accept", "--by", "Kim", "--note", "of course")
    assert code == 0
    assert f"A04 {area}: a.txt#mariposa area_km2 is 8034, as suggested" in printed
    assert "pipeline run" in printed
    logged = json.loads((raw / "decisions.jsonl").read_text(encoding="utf-8"))
    assert (logged["by"], logged["note"], logged["verdict"]) == ("Kim", "of course", "accept")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", logged["at"])
    _, printed, _ = desk("run", *DAY)
    assert "Since the earlier run: 0 new, 1 fixed, 0 returned" in printed
    assert _ids(desk, "--status", "accepted") == [area]
    desk("decide", area, "undo")
    _, printed, _ = desk("run", *DAY)
    assert "0 new, 0 fixed, 1 returned" in printed


def test_what_is_answered_fails_no_run(desk):
    assert desk("run", *DAY, "--fail-on", "warning")[0] == 1
    for finding in _ids(desk, "--status", "open"):
        desk("decide", finding, "keep")
    assert desk("run", *DAY, "--fail-on", "warning")[0] == 0


def test_without_a_name_it_is_the_one_that_git_knows(desk, raw):
    subprocess.run(("git", "init", "-q"), check=True)
    subprocess.run(("git", "config", "user.name", "Kim Ha-neul"), check=True)
    desk("decide", _ids(desk)[0], "keep")
    assert json.loads((raw / "decisions.jsonl").read_bytes())["by"] == "Kim Ha-neul"


REFUSED = (
    (("decide", "ffff", "keep"), "no finding's id begins with 'ffff'"),
    (("decide", "a", "perhaps"), "'perhaps'"),
    (("decide", "A04", "accept", "3"), "does not suggest that"),
    (("decide", "A04", "replace"), "replace needs a value"),
    (("decide", "A04", "replace", "large"), "does not read as area"),
    (("decide", "A04", "undo"), "nothing is decided"),
    (("decide", "A04", "keep", "--output", "elsewhere"), "run `pipeline run` first"),
    (("decide", "A04", "keep", "--raw", "nowhere"), "cannot write"),
    (("decide",), "ID"),
    (("findings", "--output", "elsewhere"), "run `pipeline run` first"),
    (("findings", "--status", "solved"), "--status"),
    (("explain", "A99"), "no check has the code 'A99'"),
    (("explain", "nonsense"), "`pipeline checks` lists them"),
    (("run", "--against", "elsewhere"), "elsewhere holds no output"),
    (("run", "--against", "raw"), "raw holds no output"),
)


@pytest.mark.parametrize(("arguments", "expected"), REFUSED)
def test_what_cannot_be_is_one_line_and_changes_nothing(desk, raw, arguments, expected):
    area = _ids(desk, "--code", "A04")[0]
    code, printed, complained = desk(*(area if part == "A04" else part for part in arguments))
    assert (code, printed) == (2, "")
    assert complained.startswith("pipeline: ")
    assert complained.count("\n") == 1
    assert expected in complained
    assert not (raw / "decisions.jsonl").exists()
