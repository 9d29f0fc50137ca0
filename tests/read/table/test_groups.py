"""Infoboxes whose groups stand on lines of their own, above parts behind tabs."""

from __future__ import annotations

import pytest

from pipeline import read_text

BOXES = {
    "en": "Norvale\nCountry\tCanada\nArea\n • Total\t241.5 km2\nElevation\n • Average\t860 m\n",
    "es": "Alba\nPaís\tEspaña\nSuperficie\n• Total \t241,5 km²\nAltitud\n• Media \t860 m.s.n.m.\n",
    "it": "Alba\nStato\tItalia\nSuperficie\n• Totale\t241,5 km²\nAltitudine\n• media\t860 m s.l.m.\n",
    "de": "Kalten\nStaat\tDeutschland\nFläche\n• Gesamt\t241,5 km²\nHöhe\n• Durchschnittlich\t860 m\n",
    "plain": "Norvale\nCountry Canada\nArea\n• Total 241.5 km2\nElevation\n• Mean 860 m\n",
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_a_group_above_its_parts(box):
    (record,) = read_text(box).records
    values = {v.field: v.value for v in record.values if v.in_force and v.rank == 0}
    assert (str(values["area_km2"]), str(values["elevation_m"])) == ("241.5", "860")


def test_names_below_a_label_are_names():
    page = "Elevation\nNorvale\t860 m\nElmwick\t120 m\n"
    names = [record.one("name") for record in read_text(page).records]
    assert [name.value for name in names if name] in ([], ["Norvale", "Elmwick"])
