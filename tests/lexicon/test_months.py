"""``months.csv`` is CLDR's: run with ``--update-golden`` where babel or the languages change."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from pipeline.normalize.dates.part import months

GENERATOR = Path(__file__).with_name("months.py")


def test_the_file_is_what_cldr_says(request: pytest.FixtureRequest) -> None:
    path = files("pipeline.lexicon").joinpath("months.csv")
    made = subprocess.run((sys.executable, GENERATOR), check=True, capture_output=True)
    if request.config.getoption("--update-golden"):
        path.write_bytes(made.stdout)  # type: ignore[attr-defined]
    assert path.read_bytes() == made.stdout


@pytest.mark.parametrize(
    ("name", "month"),
    [("octobre", 10), ("październik", 10), ("fevrier", 2), ("kasim", 11), ("ottobre", 10)],
)
def test_months_are_known_in_many_languages(name: str, month: int) -> None:
    assert months()[name] == month


@pytest.mark.parametrize("name", ["wednesday", "gennai", "1월", "10月", ""])
def test_other_words_are_no_months(name: str) -> None:
    assert name not in months()
