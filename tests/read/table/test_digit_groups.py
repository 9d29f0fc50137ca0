"""Rows between single blanks whose figures group their digits by blanks too: "12 981 67 147"."""

from __future__ import annotations

import pytest

from pipeline import read_text

# (page, area, population and density or households of the second row)
PAGES = {
    "en": (
        (
            "Municipality Main town Area (km²) Population (Census 2011) Persons per km² % of all\n"
            "Norvale Port Elm 12 981 67 147 5.2 17.1\nElmwick Alba 8 007 49 768 6.2 12.7\n"
            "Alder Corin 3 707 113 762 30.7 29.0\n"
        ),
        ("8007", "49768", "6.2"),
    ),
    "pl": (
        (
            "Gmina Siedziba Powierzchnia (km²) Ludność (2012) Osób na km² Udział %\n"
            "Norwal Norwal 163 16 018 98 6.9\nElmik Elmik 1 167 7 409 6.3 8.5\n"
            "Albin Albin 2 428 12 713 5.2 14.6\n"
        ),
        ("1167", "7409", "6.3"),
    ),
    "fr": (
        (
            "Commune Superficie (km²) Population (RGPH 2013) Habitants par km²\n"
            "Norval 4 397 246 575 56\nElmine 4 910 117 523 24\nAlbette 4 700 89 081 19\n"
        ),
        ("4910", "117523", "24"),
    ),
    "ru": (
        (
            "Район Центр Площадь (км²) Население (2010) Человек на км²\n"
            "Норвальский Норвал 9 512 22 125 2,3\nЭльмский Эльмск 2 533 16 008 6,3\n"
            "Альбинский Альба 10 250 20 982 2,0\n"
        ),
        ("2533", "16008", "6.3"),
    ),
    "cs": (
        (
            "Obec Rozloha (km²) Počet obyvatel (2015) Obyvatel na km² Podíl %\n"
            "Norvalov 46,9 16 382 349 17,0\nElmovice 41,4 11 688 282 12,1\nAlbín 36,3 4 526 125 4,7\n"
        ),
        ("41.4", "11688", "282"),
    ),
    "marks of another kind": (
        (
            "Municipality Area (km²) Population Persons per km²\n"
            "Norvale 12,981 67,147 5.2\nElmwick 907 49,768 54.9\nAlder 3,707 113,762 30.7\n"
        ),
        ("907", "49768", "54.9"),
    ),
    "three digits each": (
        (
            "Town Area (km²) Population Households\n"
            "Norvale 981 167 147\nElmwick 207 149 268\nAlder 707 113 762\n"
        ),
        ("207", "149", "268"),
    ),
}


@pytest.mark.parametrize(("page", "values"), PAGES.values(), ids=PAGES)
def test_the_figures_of_a_row(page, values):
    records = read_text(page).records
    assert len(records) == 3
    read = {v.field: str(v.value) for v in records[1].values if v.in_force and v.rank == 0}
    last = read.get("density_per_km2") or read.get("households")
    assert (read["area_km2"], read["population"], last) == values
