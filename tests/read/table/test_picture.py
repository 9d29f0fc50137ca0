"""Columns of pictures, of which a copied table keeps the label and no cells."""

import pytest

from pipeline import read_text

ROWS = "Norvale\t319\t2405\t7.10\nEasthaven\t346\t5737\t9.96\nKirn\t384\t1063\t8.46\n"
HEADS = (
    "Arms\tMunicipality\tHeight\tPopulation\tArea",
    "Flag\tTown\tElevation (m)\tInhabitants\tArea (km²)",
    "Wappen\tGemeinde\tHöhe\n(m ü. M.)\tEinwohner\n(31. Dezember 2022)\tFläche\nin km²",
    "Blason\tCommune\tAltitude (m)\tPopulation\tSuperficie (km²)",
    "Escudo\tMunicipio\tAltitud (m)\tHabitantes\tSuperficie (km²)",
    "Municipality\tHeight\tPopulation\tArea",
)


@pytest.mark.parametrize("head", HEADS)
def test_the_label_of_pictures_has_no_cells(head):
    records = read_text(f"Municipalities\n\n{head}\n{ROWS}").records
    assert [
        tuple(str(r.one(f).number) for f in ("elevation_m", "population", "area_km2"))
        for r in records
    ] == [("319", "2405", "7.10"), ("346", "5737", "9.96"), ("384", "1063", "8.46")]


def test_another_first_label_names_the_first_cells():
    rows = ROWS.replace("\n", "\tabc\n")
    records = read_text(f"Municipalities\n\nTown\tHeight\tPopulation\tArea\tMap\n{rows}").records
    assert [str(r.one("population").number) for r in records] == ["2405", "5737", "1063"]
