"""Density against area and people: what is exchanged, copied, misplaced, and what is no mistake."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.result import result_of_text

TODAY = date(2026, 1, 1)
HEAD = "| Municipality | Area (km²) | Population | Density per km² |\n|---|---|---|---|\n"
ROWS = (
    "| Aldmoor | 41.25 | 8,230 | 199.5 |\n"
    "| Birchley | 63.40 | 15,920 | 251.1 |\n"
    "| Corwen | 28.73 | 12,345 | 429.7 |\n"
)
THOUSANDS = (
    "| Governorate | Area (km²) | Population (1,000) | Density (per km²) |\n|---|---|---|---|\n"
    "| Aldmoor | 2,310 | 1,421 | 615 |\n| Birchley | 1,270 | 802 | 631 |\n"
)

VOTERS = (
    "| Shire | Area (km²) | Population | Voters |\n|---|---|---|---|\n"
    "| Aldmoor | 3,310 | 1,402 | 1,010 |\n| Birchley | 2,705 | 611 | 437 |\n"
    "| Corwen | 9,120 | 540 | 391 |\n| Denby | 1,850 | 372 | 266 |\n"
)

# Text, what is blamed with the first suggestion.
WRONG = [
    (HEAD + ROWS + "| Denby | 512.4 | 9,480 | 18.50 |\n", {("area_km2", "18.5"), ("density_per_km2", "512.4")}),
    (THOUSANDS + "| Denby | 640 | 7,905 | 81 |\n", {("area_km2", "7905"), ("population", "640000")}),
    (HEAD + ROWS + "| Denby | 28.73 | 6,105 | 93.1 |\n", {("area_km2", "65.57")}),
    ("City: Denby\nArea: 317.2 km²\nPopulation: 28,770\nDensity: 907 per km²", {("density_per_km2", "90.7")}),
    ("Denby covers 6,418 square kilometres. It has 582,114 inhabitants, or 907 people per square kilometre.", {("density_per_km2", "90.7")}),
    (("Ville : Denby\nSuperficie : 2.451 km²\nPopulation : 31.370 habitants\nDensité : 128,0 hab./km²\n\n"
     "Ville : Aldmoor\nSuperficie : 1.320,5 km²\nPopulation : 21.128 habitants\nDensité : 16,0 hab./km²\n\n"
     "Ville : Birchley\nSuperficie : 1.104,2 km²\nPopulation : 33.126 habitants\nDensité : 30,0 hab./km²\n\n"
     "Ville : Corwen\nSuperficie : 2.002,4 km²\nPopulation : 18.021 habitants\nDensité : 9,0 hab./km²"), {("area_km2", "245.1")}),
]  # fmt: skip
WRONG += [
    (VOTERS + "| Ebley | 1,248 | 8,140 | 905 |\n", {("area_km2", "8140"), ("population", "1248")}),
]

# Figures that agree, or that differ for good reasons.
RIGHT = [
    HEAD + ROWS,
    VOTERS + "| Ebley | 8,140 | 1,248 | 905 |\n",
    # One person more makes the next whole number: the density was rounded up.
    "City: Denby\nArea: 2,132 km²\nPopulation: 817,420\nDensity: 384 per km²",
    THOUSANDS,
    HEAD + ROWS + "| Denby | 18.50 | 9,480 | 512.4 |\n",
    # The density of another census than the people: two rows of five miss theirs by a little.
    HEAD + ROWS + "| Denby | 20.00 | 9,480 | 491.0 |\n| Ebley | 31.00 | 7,440 | 221.0 |\n",
    # Two figures of people, of which the density has the other one.
    "City: Denby\nArea: 20 km²\nPopulation: 9,480 (2021)\nPopulation: 8,840 (2011)\nDensity: 442 per km²",
    # A unit that no table knows makes of rural land a desert.
    "City: Denby\nArea: 13,450 quintos\nPopulation: 4,306",
]


def loud(text):
    found = result_of_text(text, TODAY).findings
    return [one for one in found if one.severity in ("error", "warning")]


@pytest.mark.parametrize(("text", "meant"), WRONG)
def test_what_the_density_proves_wrong_is_named(text, meant):
    blamed = {(one.field, next((s.value for s in one.suggestions), "")) for one in loud(text)}
    assert blamed == meant


@pytest.mark.parametrize("text", RIGHT)
def test_figures_that_differ_for_good_reasons_pass(text):
    assert [(one.code, one.message) for one in loud(text)] == []
