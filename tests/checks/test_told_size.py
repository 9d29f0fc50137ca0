"""Which of three figures is wrong, where a share of the region or the reach of the place tells."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.result import result_of_text

TODAY = date(2026, 1, 1)
HEAD = "Aldmoor, {}\n"

# Text, field to blame, first suggestion.
TOLD = [
    ("Indonesia\nLuas wilayahnya 98.468 km², atau 3 persen dari luas Jawa Tengah. Penduduknya 879.124 jiwa, dengan kepadatan 893 jiwa/km².", "area_km2", "984.68"),
    ("India\nIts area of 5,387 km² is 3.75% of the state's 155,707 km². It has a population of 1,481,255, at a density of 254 per km².", "area_km2", "5837"),
    ("Russia\nIts area is 120.4 km²; from north to south it reaches 570 km and from west to east 440 km. It has a population of 1,153,700, at a density of 9.6 per km².", "area_km2", "120400"),
    # Nothing else is told: the derived figure is to blame.
    ("Russia\nIts area is 120.4 km². It has a population of 1,153,700, at a density of 9.6 per km².", "density_per_km2", "9600"),
    # The reach is that of figures that fit.
    ("Russia\nIts area is 125 km²; from north to south it reaches 17 km and from west to east 14 km. It has a population of 1,153,700, at a density of 92.3 per km².", "density_per_km2", "9230"),
]  # fmt: skip

RIGHT = [
    "Russia\nIts area is 120.4 km²; its dunes reach 570 m from north to south and 40 km from west to east. It has a population of 11,537.",
    "Indonesia\nLuas wilayahnya 984,68 km², atau 3,03 persen dari luas Jawa Tengah. Penduduknya 879.124 jiwa, dengan kepadatan 893 jiwa/km².",
]


def loud(text):
    found = result_of_text(HEAD.format(text) + "\n", TODAY).findings
    return [one for one in found if one.severity in ("error", "warning")]


@pytest.mark.parametrize(("text", "field", "meant"), TOLD)
def test_what_is_told_besides_says_whom_to_blame(text, field, meant):
    (found,) = loud(text)
    assert (found.field, found.suggestions[0].value) == (field, meant)


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_told_besides_raises_no_doubt(text):
    assert [(one.code, one.message) for one in loud(text)] == []
