"""Figures that name whose they are, and brackets that name a month, a season or a part."""

from __future__ import annotations

import pytest

from pipeline import read_text

PAGE = "Norvale, Canada\nDate: May 3, 1990\n{}\nPopulation: 9,000\nArea: 40 km²\n"


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Populations: 322,079 (Kirn Krai) - 5,404,300 (Elm Krai)", ["Kirn Krai", "Elm Krai"]),
        ("Climate: -11.7℃(Jan.), 17.5℃(July), snow 123cm", []),
        ("Klima: -2 °C (Januar), 18 °C (Juli)", []),
        ("Rainfall: 600 mm (Minimum), 900 mm (Maximum)", []),
        ("Temperature: 24 °C (Summer), 3 °C (Winter)", []),
        ("Population: 5,120 (Male), 5,300 (Female)", []),
    ],
)
def test_owners_of_figures_are_places(line, owners):
    names = [record.one("name") for record in read_text(PAGE.format(line)).records]
    assert [str(name.value) for name in names if name] == ["Norvale", *owners]
