"""Where the text has what fits, or the reading is not sure of itself, no warning is given."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.result import result_of_text

TODAY = date(2026, 1, 1)
FORM = "City: {}\nCountry: Canada\nArea: {} km²\nPopulation: {},400\n\n"
SIX = "".join(FORM.format(f"Town{letter}", at + 20, at + 10) for at, letter in enumerate("abcdef"))
FOUR = SIX[: SIX.index("City: Towne")]
PROSE = "".join(
    f"{name}, Canada\nIt covers {at + 20} square kilometres and has {at + 10},400 inhabitants.\n\n"
    for at, name in enumerate(("Ashfield", "Brookton", "Corwen", "Denby", "Ebley", "Farley"))
)

# Text, whether anything is missing loudly.
MISSING = [
    (SIX + "City: Gately\nCountry: Canada\nPopulation: 9,412\n", True),
    (FOUR + "City: Gately\nCountry: Canada\nPopulation: 9,412\n", False),
    (PROSE + "Gately, Canada\nIt has 9,412 inhabitants and a harbour.\n", False),
    (SIX.replace("City: ", "") + "Country: Canada\nArea: 31 km²\nPopulation: 9,412\n", True),
]

SILENT = [
    # A case of the name, not a slip.
    "Aldmoorin kaupunki\nCountry: Finland\nCity: Aldmoori\nArea: 31 km²",
    # Villages are no people, where the text has the people as well.
    "Aldmoor, Niger\nThe commune has a population of 53 villages and counts 82,000 inhabitants. 340 households took part.",
    # The households and their size are two facts.
    "City: Aldmoor\nPopulation: 60,996\nHouseholds: 14,021\nHousehold size: 4.35",
    # The largest by people, not by land.
    ("City: Ashfield town\nCountry: Fiji\nThe largest town of the island.\nArea: 360 hectares\nPopulation: 27,700\n\n"
    "City: Brookton town\nCountry: Fiji\nArea: 800 hectares\nPopulation: 3,285"),
    # A distance of something else.
    "City: Changwon\nCountry: Korea\nKey sectors: steel; its yard lies 100 km from Ulaanbaatar\nArea: 747 km²",
    # The governorate of a city: the density proves both figures.
    "City: Cairo\nCountry: Egypt\nArea: 3,085 km²\nPopulation: 9,540,000\nDensity: 3,092 per km²",
]  # fmt: skip


def loud(text):
    found = result_of_text(text, TODAY).findings
    return [one for one in found if one.severity in ("error", "warning")]


@pytest.mark.parametrize(("text", "is_loud"), MISSING)
def test_a_fact_left_out_is_a_warning_in_a_form_of_six(text, is_loud):
    assert [one.code for one in loud(text)] == (["F01"] if is_loud else [])


@pytest.mark.parametrize("text", SILENT)
def test_what_may_be_meant_otherwise_passes(text):
    assert [(one.code, one.message) for one in loud(text)] == []
