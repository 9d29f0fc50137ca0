"""README: each of its blocks runs and shows what comes out, and it names every command."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
import tomllib
from pathlib import Path

import pytest

from pipeline.cli.entry import main, pipeline

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
TEXT = README.read_text("utf-8")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCKS = [(match[1], match[2]) for match in BLOCK.finditer(TEXT)]
SHOWN = re.compile(r"^(?P<code>[^#\n]+?)  # (?P<value>[A-Z]\w*\(.*\)|\[.*\]|'.*'|\d+)$")
CUT = "...\n"


def _blocks(language):
    return [body for found, body in BLOCKS if found == language]


@pytest.mark.parametrize("command", pipeline.commands)
def test_every_command_is_named(command):
    assert f"`pipeline {command}" in TEXT


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`pipeline (\w+)", TEXT))))
def test_no_command_is_named_that_is_none(command):
    assert command in pipeline.commands


@pytest.mark.parametrize(
    "path", sorted(set(re.findall(r"`((?:pipeline|docs|raw)/[\w./-]*)`", TEXT)))
)
def test_every_path_that_is_named_is_there(path):
    assert (ROOT / path).exists() or path in {"raw/_profiles.toml", "raw/decisions.jsonl"}


@pytest.mark.parametrize("target", re.findall(r"^make (\w+)", TEXT, re.MULTILINE))
def test_every_target_of_make_is_one(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("code", _blocks("python"))
def test_python_runs_and_gives_what_the_comments_say(code):
    names = {"__name__": "readme"}
    exec(compile(code, README.name, "exec"), names)  # noqa: S102 - the block is what is tested
    for line in code.splitlines():
        if shown := SHOWN.match(line):
            value = eval(shown["code"], names)  # noqa: S307
            assert doctest.OutputChecker().check_output(
                f"{shown['value']}\n", f"{value!r}\n", doctest.ELLIPSIS
            )


@pytest.mark.parametrize("table", _blocks("toml"))
def test_toml_is_toml(table):
    assert tomllib.loads(table)


def _session(block, capsys):
    """The block with what its commands print; where it ends in dots, as many lines as it shows."""
    shown = []
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        with pytest.raises(SystemExit):
            main(shlex.split(command)[1:])
        lines = capsys.readouterr().out.splitlines(keepends=True)
        if expected.endswith(CUT):
            lines = [*lines[: expected.count("\n") - 1], CUT]
        shown.append(f"$ {command}\n{''.join(lines)}")
    return "".join(shown)


def test_sessions_show_the_real_result(golden, tmp_path, monkeypatch, capsys):
    shutil.copytree(ROOT / "raw", tmp_path / "raw")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        main(["run", "--today", "2026-01-01", "--workers", "1"])
    capsys.readouterr()
    text = TEXT
    for block in _blocks("console"):
        text = text.replace(block, _session(block, capsys))
    golden(README, text)
