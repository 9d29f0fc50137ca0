"""Columns of a table: one that slipped by a row, one row in another unit, a region of elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.result import result_of_text

TODAY = date(2026, 1, 1)
HEAD = "| Town | Area (km²) | Population | Density (per km²) |\n|---|---|---|---|\n"
NAMES = ("Aldmoor", "Birchley", "Corwen", "Denby", "Ebley", "Farley")
AREAS, DENSITIES = (12, 20, 31, 8, 55, 17), (351, 121, 303, 507, 122, 411)
PEOPLE = tuple(area * density for area, density in zip(AREAS, DENSITIES, strict=True))
FORM = "City: {}\nCountry: Germany\nArea: {}\nPopulation: {}\n\n"
THREE = "".join(
    FORM.format(*one)
    for one in (("Aldmoor", "41 km²", "13,966"), ("Birchley", "18 km²", "5,327"), ("Corwen", "102 km²", "31,567"))
)  # fmt: skip
REGION = "City: {}\nCountry: China\nProvince: {}\nArea: {} km²\nPopulation: {}\n"


def table(people):
    rows = zip(NAMES, AREAS, people, DENSITIES, strict=True)
    return HEAD + "".join(f"| {n} | {a} | {p:,} | {d} |\n" for n, a, p, d in rows)


SUMS = (
    "| Town | Area (km²) | Population |\n|---|---|---|\n| Aldmoor | 12.5 | 4,210 |\n"
    "| Birchley | 22.1 | 3,120 |\n| Corwen | 31.6 | 8,450 |\n| {} | {} | {} |\n"
)

# Text, code, field to blame, first suggestion.
WRONG = [
    (table((9113, *PEOPLE[:-1])), "X06", "population", str(PEOPLE[0])),
    (table((*PEOPLE[1:], 9113)), "X06", "population", str(PEOPLE[1])),
    (THREE + FORM.format("Denby", "58 ha", "9,211"), "X07", "area_km2", "58"),
    (REGION.format("Guiyang", "Hunan", "8,034", "5,987,000"), "A12", "region", "Guizhou"),
]

WRONG += [
    (SUMS.format("Total", "66.2", "15,870"), "X11", "population", "3210"),
    (SUMS.format("Gesamt", "75.2", "15,780"), "X11", "area_km2", "21.5"),
]

RIGHT = [
    SUMS.format("Total", "66.2", "15,780"),
    # A total of more rows than are there, of none of them, and one that no single slip explains.
    SUMS.format("Total", "266.2", "115,870"),
    SUMS.format("Total", "66.2", "17,412"),
    table(PEOPLE),
    # Densities of other figures altogether: no row above or below helps.
    table(tuple(7 * one for one in PEOPLE[::-1])),
    THREE + FORM.format("Denby", "58 ha", "211"),
    THREE + FORM.format("Denby", "5,800 ha", "19,211"),
    REGION.format("Guiyang", "Guizhou", "8,034", "5,987,000"),
    # A namesake of other size.
    REGION.format("Guiyang", "Hunan", "2,973", "650,000"),
]


def loud(text):
    found = result_of_text(text, TODAY).findings
    return [one for one in found if one.severity in ("error", "warning")]


@pytest.mark.parametrize(("text", "code", "field", "meant"), WRONG)
def test_what_a_column_says_is_told(text, code, field, meant):
    (found,) = loud(text)
    assert (found.code, found.field, found.suggestions[0].value) == (code, field, meant)


@pytest.mark.parametrize("text", RIGHT)
def test_what_a_column_does_not_say_passes(text):
    assert [(one.code, one.message) for one in loud(text)] == []
