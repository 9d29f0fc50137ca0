"""Tables that are CLDR's: run with ``--update-golden`` where babel or the languages change."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from pipeline.normalize.dates.part import months
from pipeline.normalize.places.country import country_code

HERE = Path(__file__).parent


@pytest.mark.parametrize("name", ["months", "country_names"])
def test_the_file_is_what_cldr_says(name: str, request: pytest.FixtureRequest) -> None:
    path = files("pipeline.lexicon").joinpath(f"{name}.csv")
    generator = HERE / f"{name}.py"
    made = subprocess.run((sys.executable, generator), check=True, capture_output=True).stdout
    if request.config.getoption("--update-golden"):
        path.write_bytes(made)  # type: ignore[attr-defined]
    assert path.read_bytes() == made


@pytest.mark.parametrize(
    ("name", "month"),
    [("octobre", 10), ("październik", 10), ("fevrier", 2), ("kasim", 11), ("ottobre", 10)],
)
def test_months_are_known_in_many_languages(name: str, month: int) -> None:
    assert months()[name] == month


@pytest.mark.parametrize("name", ["wednesday", "gennai", "1월", "10月", ""])
def test_other_words_are_no_months(name: str) -> None:
    assert name not in months()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Frankreichs", "FR"),
        ("中国", "CN"),
        ("Côte d’Ivoire", "CI"),
        ("Österreich", "AT"),
        ("Països Baixos", "NL"),
        ("Regatul Unit", "GB"),
        ("Franța", "FR"),
        ("Njemačka", "DE"),
        ("Saksamaa", "DE"),
        ("NA", ""),
        ("Tai", ""),
        ("Norra", ""),
        ("Columbia", ""),
    ],
)
def test_countries_are_known_in_many_languages(name: str, code: str) -> None:
    assert country_code(name) == code
