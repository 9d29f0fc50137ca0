"""``months.csv`` is CLDR's: run with ``--update-golden`` where babel or the languages change."""

from collections.abc import Iterator
from importlib.resources import files

import pytest
from babel import Locale

from pipeline.normalize.dates.part import calendar, month_names, months

HEADER = """\
# Names of months as they are looked up, in the lists of languages of calendar.toml.
# source: Unicode CLDR, wide and abbreviated forms (of wide_languages the wide ones alone)
# licence: Unicode licence v3, https://www.unicode.org/license.txt
# compiled: 2026-11, generator: tests/lexicon/test_months.py
languages,name,month
"""
WIDTHS = {
    "languages": ("wide", "abbreviated"),
    "wide_languages": ("wide",),
    "other_languages": ("wide", "abbreviated"),
}


def _rows() -> Iterator[str]:
    for languages, widths in WIDTHS.items():
        for language in calendar()[languages]:
            for forms in Locale.parse(language).months.values():
                for width in widths:
                    for name, month in month_names(forms.get(width, {})):
                        yield f"{languages},{name},{month}\n"


def test_the_file_is_what_cldr_says(request: pytest.FixtureRequest) -> None:
    path = files("pipeline.lexicon").joinpath("months.csv")
    generated = HEADER + "".join(dict.fromkeys(_rows()))
    if request.config.getoption("--update-golden"):
        path.write_text(generated, encoding="utf-8")  # type: ignore[attr-defined]
    assert path.read_text(encoding="utf-8") == generated


@pytest.mark.parametrize(
    ("name", "month"),
    [("octobre", 10), ("październik", 10), ("fevrier", 2), ("kasim", 11), ("ottobre", 10)],
)
def test_months_are_known_in_many_languages(name: str, month: int) -> None:
    assert months()[name] == month


@pytest.mark.parametrize("name", ["wednesday", "gennai", "1월", "10月", ""])
def test_other_words_are_no_months(name: str) -> None:
    assert name not in months()
