"""Initials above columns that a note beside the table spells out, and lines of days below labels."""

from __future__ import annotations

import pytest

from pipeline import read_text

LEGENDS = {
    "behind a dash": (
        (
            "Council            Area         XRP      Roads\n                  (sq km)               (km)\n"
            "Norvale            4 788      12 578      550\nElmwick            8 000       6 184       40\n\n"
            "XRP - Estimated Resident Population, own count.\n"
        ),
        "6184",
    ),
    "among others": (
        (
            "Stadt | Fläche (km²) | EWZ | HHZ\nNorval | 80,9 | 30.447 | 11.200\n"
            "Elmstadt | 52,0 | 89.100 | 40.110\n\nEWZ = Einwohnerzahl, HHZ = Haushalte\n"
        ),
        "89100",
    ),
    "behind tabs": (
        (
            "Commune\tSuperficie (km²)\tPTC\tNM\nNorval\t412\t8 127\t1 204\nElmine\t301\t14 377\t2 311\n\n"
            "NM : nombre de ménages ; PTC : Population totale\n"
        ),
        "14377",
    ),
    "in brackets": (
        (
            "Municipio;Superficie (km2);NHB;Escuelas\nNorval;491;19 290;80\nElmar;254;8 780;41\n\n"
            "(NHB) Número de habitantes\n"
        ),
        "8780",
    ),
    "in a title": (
        (
            "Number of inhabitants (NOI) and surface of the municipalities\n\n"
            "Municipality  Area km2  NOI  Roads km\nNorvale  120.4  4 310  88\nElmwick  98.2  2 120  55\n"
        ),
        "2120",
    ),
    "of something else": (
        (
            "Ward | Area (ha) | NOR | Roads\nNorvale | 120 | 4 310 | 88\nElmwick | 98 | 2 120 | 55\n\n"
            "NOR - net operating revenue\n"
        ),
        None,
    ),
    "none": (
        (
            "Ward | Area (ha) | NOR | Roads\nNorvale | 120 | 4 310 | 88\nElmwick | 98 | 2 120 | 55\n\n"
            "Residents may call the office.\n"
        ),
        None,
    ),
    "of a column that has its own": (
        "Ward | Population | NOR\nNorvale | 4 310 | 88\nElmwick | 2 120 | 55\n\nNOR - residents\n",
        "2120",
    ),
}


@pytest.mark.parametrize(("page", "population"), LEGENDS.values(), ids=LEGENDS)
def test_initials_with_their_legend(page, population):
    _, record = read_text(page).records
    told = record.one("population")
    assert (str(told.value) if told else None) == population


DAYS = {
    "in a line of units": (
        (
            "                  Area          Population        Roads     Councillors\n"
            "                 (sq km)       30 June 2016        (km)\n"
            "Norvale           4 788          12 578             550         13\n"
            "Elmwick           8 000           6 184              40          5\n"
        ),
        "2016-06-30",
    ),
    "in figures": (
        (
            "                  Superficie      Población      Caminos\n"
            "                     (km2)       30.06.2010       (km)\n"
            "Norval             1 362,1         12 572          160\n"
            "Elmar                332,9          5 138           95\n"
        ),
        "2010-06-30",
    ),
    "without brackets": (
        (
            "                  Areal        Folketall          Veier\n"
            "                   km²       1. januar 2015         km\n"
            "Norvik             445          24 676             310\n"
            "Elmnes             522           3 095             120\n"
        ),
        "2015-01-01",
    ),
}


@pytest.mark.parametrize(("page", "day"), DAYS.values(), ids=DAYS)
def test_a_day_below_a_label(page, day):
    assert [record.one("population").as_of for record in read_text(page).records] == [day, day]


def test_rows_of_days_are_rows():
    page = "City\tAgreement\tArea, km2\nNorvale\t24.08.1992\t14,62\nElmwick\t16.08.1994\t112,02\n"
    assert len(read_text(page).records) == 2
