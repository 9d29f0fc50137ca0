"""Cells between slashes without blanks; dates, addresses and paths have some too."""

from datetime import date

import pytest

from pipeline.result import result_of_text

TODAY = date(2026, 1, 1)
TABLES = (
    "国别/城市/面积（km²）/人口（万人）/支柱产业\n日本/北原/491.95/94.0/钢铁\n德国/林登/181.44/20.9/邮轮\n",
    "Country/City/Area (km²)/Population/Mayor\nJapan/Norvale/491.95/940,000/A. Sato\nGermany/Lindenau/181.44/209,000/B. Adam\n",
    "Land/Stadt/Fläche (km²)/Einwohner/Partner seit\nJapan/Norvale/491,95/940.000/1979\nItalien/Lindenau/181,44/209.000/1988\n",
)
NONE = (
    "City: Norvale\nCountry: Canada\nPopulation: 12,000\nSee https://norvale.example.org/a/b/c/d/e\n",
    "City: Norvale\nCountry: Canada\nPopulation: 12,000\nHome/City/Sister cities/Norvale/Print\nHome/City/Maps/All/Print\n",
    "City: Norvale\nCountry: Canada\nPopulation: 12,000\nOpen 1/2/2015, 3/4/2015 and 5/6/2015\n",
)


@pytest.mark.parametrize("table", TABLES)
def test_slashes_keep_the_cells_of_a_table_apart(table):
    records = result_of_text(f"Partners\n\n{table}", TODAY).records
    sizes = [(one.one("area_km2").number, one.one("population").number) for one in records]
    assert [(str(area), int(people)) for area, people in sizes] == [
        ("491.95", 940_000),
        ("181.44", 209_000),
    ]


def test_a_date_behind_a_slash_and_a_figure_is_one():
    table = (
        "国别/城市/面积（km²）/人口（万人）/缔结日期\n日本/北原市/491.95/94.0/1979.05.01\n"
        "德国/林登市/181.44/20.9/1988-04-26\n"
    )
    records = result_of_text(f"友好城市\n\n{table}", TODAY).records
    assert [one.one("agreement_date").value for one in records] == ["1979-05-01", "1988-04-26"]


@pytest.mark.parametrize("text", NONE)
def test_slashes_of_other_things_make_no_table(text):
    (record,) = result_of_text(text, TODAY).records
    assert record.one("name").value == "Norvale"
    assert record.one("population").number == 12_000
