"""The command line: what it says, what it costs, how it ends, and that no text harms a terminal."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli.entry import COMMANDS
from pipeline.schema.place import FIELDS

ROOT = Path(__file__).parents[2]
LIBRARIES = ("pandas", "spacy", "pint", "pyarrow", "dateparser", "babel", "rich", "jinja2")
HEAVY = (*LIBRARIES, "pipeline.schema.place")  # the last with all that reads a figure or a date
PROFILE = "City: Mariposa\nCountry: Canada\nArea: 425 km²\nPopulation: 1,220,000 (2013)\n"
DAY = ("--today", "2026-01-01")


def _values(output):
    import pyarrow.parquet as pq

    return pq.read_table(output / "values.parquet").to_pylist()


@pytest.mark.parametrize("command", [(), *((command.name,) for command in COMMANDS)])
def test_help_imports_nothing_heavy(command):
    code = (
        "import sys\nfrom pipeline.cli import main\n"
        f"try:\n    main({[*command, '--help']!r})\nfinally:\n"
        f"    sys.stderr.write(' '.join(sorted({set(HEAVY)!r} & set(sys.modules))))"
    )
    helped = subprocess.run(
        (sys.executable, "-c", code), cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert helped.stdout.startswith("Usage: pipeline")
    assert helped.stderr == ""


def test_run_says_what_it_did_and_what_is_next(pipeline, raw, tmp_path):
    code, printed, complained = pipeline("run", raw, "--output", tmp_path / "out", *DAY)
    assert (code, complained) == (0, "")
    assert printed.startswith("1 document, 1 record, ")
    assert "Findings: " in printed
    assert "Next: " in printed


def test_an_empty_folder_says_what_to_do(pipeline, tmp_path):
    (tmp_path / "raw").mkdir()
    code, printed, _ = pipeline("run", tmp_path / "raw", "--output", tmp_path / "out")
    assert code == 0
    assert "No documents" in printed
    assert (tmp_path / "out" / "records.csv").read_text().startswith("record_id,")


REFUSED = (
    (("run", "nowhere"), "nowhere is not a folder"),
    (("run", "--workers", "0"), "--workers"),
    (("run", "--today", "soon"), "--today"),
    (("run", "--fail-on", "note"), "--fail-on"),
    (("run", "nowhere", "--watch"), "nowhere"),
    (("run", "--output", "raw/out"), "contain each other"),
    (("run", "--output", "notes"), "files of others"),
    (("run", "raw", "more"), "more"),
    (("nonsense",), "nonsense"),
    (("trace",), "ID"),
    (("trace", "x", "--output", "notes"), "run `pipeline run` first"),
    (("run", "no\x1b[31m\nwhere"), "no␛[31m␊where is not a folder"),
)


@pytest.mark.parametrize(("arguments", "expected"), REFUSED)
def test_what_cannot_be_is_one_line(pipeline, raw, monkeypatch, arguments, expected):
    monkeypatch.chdir(raw.parent)
    (raw.parent / "notes").mkdir()
    (raw.parent / "notes" / "mine.txt").touch()
    code, printed, complained = pipeline(*arguments)
    assert (code, printed) == (2, "")
    assert complained.startswith("pipeline: ")
    assert complained.count("\n") == 1
    assert expected in complained


UNREADABLE = b"Mariposa \xff\xfe\x81 caf\xe9\x00 \x81\x8d\n"


@pytest.mark.parametrize(
    ("asked", "expected"), [(("--fail-on", "error"), 1), (("--fail-on", "warning"), 1), ((), 0)]
)
def test_fail_on_decides_the_exit_code(pipeline, raw, asked, expected):
    (raw / "b.txt").write_bytes(UNREADABLE)
    code, _, _ = pipeline("run", raw, "--output", raw.parent / "out", *DAY, *asked)
    assert code == expected
    assert (raw.parent / "out" / "run.json").exists()


def test_fields_are_listed(pipeline):
    code, printed, _ = pipeline("fields", "--json")
    assert code == 0
    assert [field["name"] for field in json.loads(printed)] == [field.name for field in FIELDS]
    code, printed, _ = pipeline("fields")
    assert code == 0
    assert all(f"\n{field.name}\t" in printed for field in FIELDS)


def test_trace_tells_where_a_value_stands(pipeline, raw, tmp_path):
    pipeline("run", raw, "--output", tmp_path / "out", *DAY)
    area = next(row for row in _values(tmp_path / "out") if row["field"] == "area_km2")
    code, printed, _ = pipeline("trace", area["value_id"], "--output", tmp_path / "out")
    assert code == 0
    assert f"a.txt:3:{area['column']}" in printed
    assert f'"{area["text"]}"' in printed
    assert area["rule"] in printed


def test_trace_tells_what_a_record_rests_on(pipeline, raw, tmp_path):
    pipeline("run", raw, "--output", tmp_path / "out", *DAY)
    record = _values(tmp_path / "out")[0]["record_id"]
    code, printed, _ = pipeline("trace", record, "--output", tmp_path / "out")
    assert code == 0
    assert "a.txt, lines 1-" in printed
    assert "population" in printed


@pytest.mark.parametrize("asked", ["nothing-like-it", "", "'; --", "\x1b[31m"])
def test_trace_wants_one_id(pipeline, raw, tmp_path, asked):
    pipeline("run", raw, "--output", tmp_path / "out", *DAY)
    code, printed, complained = pipeline("trace", asked, "--output", tmp_path / "out")
    assert (code, printed) == (2, "")
    assert complained.count("\n") == 1
    assert "\x1b" not in complained


HARMFUL = f"{PROFILE}Motto: \x1b[mred [/] [bold]x[/bold] \u202eevil\u2066\x07\n"


def test_what_texts_say_is_escaped(pipeline, raw, tmp_path):
    (raw / "a.txt").write_text(HARMFUL, encoding="utf-8")
    pipeline("run", raw, "--output", tmp_path / "out", *DAY)
    shown = ""
    for row in _values(tmp_path / "out"):
        for name in ("value_id", "record_id"):
            code, printed, _ = pipeline("trace", row[name], "--output", tmp_path / "out")
            assert code == 0
            shown += printed
    assert not set("\x1b\x07\u202e\u2066") & set(shown)
    assert "[/] [bold]x[/bold]" in shown


def _on_terminal(*arguments):
    """What a command draws on a terminal that is its stderr."""
    ours, its = pty.openpty()
    started = subprocess.Popen(
        (sys.executable, "-m", "pipeline", *map(str, arguments)),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=its,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    )
    os.close(its)
    drawn = b""
    try:
        while block := os.read(ours, 4096):
            drawn += block
    except OSError:  # the other end is closed
        pass
    printed, _ = started.communicate()
    os.close(ours)
    return started.returncode, printed.decode(), drawn.decode()


def test_a_bar_is_drawn_on_a_terminal_only(raw, tmp_path):
    code, printed, drawn = _on_terminal("run", raw, "--output", tmp_path / "out", *DAY)
    assert code == 0
    assert "reading" in drawn
    assert printed.startswith("1 document")
    assert "\x1b" not in printed


def test_a_reader_who_has_seen_enough_is_no_error():
    ours, its = os.pipe()
    os.close(ours)
    ended = subprocess.run(
        (sys.executable, "-m", "pipeline", "fields", "--json"),
        cwd=ROOT,
        stdout=its,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(its)
    assert (ended.returncode, ended.stderr) == (0, b"")
