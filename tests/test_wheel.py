"""The built wheel, installed elsewhere, gives the command with its words."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder with the wheel's packages, far from the checkout; nothing is fetched."""
    folder = tmp_path_factory.mktemp("a wheel")
    build = ("wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", folder, ROOT)
    subprocess.run((*PIP, *build), check=True)
    (wheel,) = folder.glob("*.whl")
    target = folder / "installed"
    subprocess.run((*PIP, "install", "--no-deps", "--no-index", "-t", target, wheel), check=True)
    return target


def _run(installed, *arguments):
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    command = (sys.executable, installed / "bin" / "pipeline", *arguments)
    return subprocess.run(
        command, env=environment, cwd=installed, capture_output=True, text=True, check=False
    )


def test_the_command_knows_its_fields(installed):
    listed = _run(installed, "fields", "--json")
    assert listed.returncode == 0, listed.stderr
    assert "population" in {field["name"] for field in json.loads(listed.stdout)}


def test_the_command_reads_with_its_lexicon(installed, tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text("Mariposa\nCountry: Canada\nArea: 425 km²\n", encoding="utf-8")
    ran = _run(installed, "run", str(raw), "--output", str(tmp_path / "out"))
    assert ran.returncode == 0, ran.stderr
    assert "1 record" in ran.stdout
    assert ",CA," in (tmp_path / "out" / "records.csv").read_text(encoding="utf-8")


def test_every_data_file_is_in_it(installed):
    ours = {
        path.relative_to(ROOT)
        for path in (ROOT / "pipeline").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {path for path in ours if not (installed / path).exists()} == set()


def test_it_is_imported_from_there(installed):
    code = "import pipeline, sys; sys.stdout.write(pipeline.__file__)"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    ran = subprocess.run(
        (sys.executable, "-c", code),
        env=environment,
        cwd=installed,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(ran.stdout).is_relative_to(installed)
