"""A command line to run, and a folder of profiles to run it on."""

from __future__ import annotations

import pytest

from pipeline.cli import main

PROFILE = "City: Mariposa\nCountry: Canada\nArea: 425 km²\nPopulation: 1,220,000 (2013)\n"


@pytest.fixture
def pipeline(capsys):
    """Runs a command line: its exit code, what it printed and what it complained."""

    def run(*arguments):
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return ended.value.code, printed.out, printed.err

    return run


@pytest.fixture
def raw(tmp_path):
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "a.txt").write_text(PROFILE, encoding="utf-8")
    return folder
