"""Tables between single blanks whose header is wrapped, with marks, remarks and gaps in the rows."""

from __future__ import annotations

import pytest

from pipeline import read_text

# (header, rows, name, area and population of the second one)
PAGES = {
    "units below the labels": (
        "Municipality Land Area Population No. of Dist. from\n(sq. km) Brgys. Elm (km)",
        "NORVALE* 49.46 8,579 6 -\nELMWICK 83.13 2,867 5 40.2 (by sea)\nALBA 16.54 1,249 4 14.0",
        "ELMWICK",
    ),
    "dates below the labels": (
        "Gemeinde Fläche Einwohner Höhe\nin km² 31.12.2020 in m",
        "Norvale 49,46 8.579 100\nBad Elm 83,13 2.867 200\nAlba 16,54 1.249 300",
        "Bad Elm",
    ),
    "a label of several words": (
        "Name of Taluk Area Population No. of villages\n(Sq.Km) (2011)",
        "Norvale 49.46 8,579 100\nBad Elm 83.13 2,867 200\nAlba 16.54 1,249 300",
        "Bad Elm",
    ),
    "a missing figure": (
        "Municipio Superficie Población Altitud\n(km²) (2020) (m)",
        "Norvale 49,46 8.579 100\nElmwick 83,13 2.867 200\nSan Alba 16,54 1.249 -\nSan Juan 7,5 1.549 12",
        "Elmwick",
    ),
}


@pytest.mark.parametrize(("header", "rows", "name"), PAGES.values(), ids=PAGES)
def test_rows_below_a_wrapped_header(header, rows, name):
    page = f"{header}\n{rows}\nSource: Office; PSA, 2015 Census of Population\n"
    records = read_text(page).records
    assert len(records) == len(rows.splitlines())
    values = {v.field: v.value for v in records[1].values if v.in_force and v.rank == 0}
    assert values["name"] == name
    assert str(values["area_km2"]) == "83.13"
    assert values["population"] == 2867
