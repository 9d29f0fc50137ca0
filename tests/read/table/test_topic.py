"""Columns of years and totals below a title that says what is counted."""

from __future__ import annotations

import pytest

from pipeline.model.source import Span
from pipeline.normalize.text import fold
from pipeline.read.lines import physical_lines
from pipeline.read.table.topic import find_topic
from pipeline.read.tables import find_tables

# Titles with the label that they give to columns of years.
TITLES = (
    ("Population by municipality", "Population"),
    ("Table 4. Resident population at end of 2019 (thousand persons)", "Resident population"),
    ("Einwohner der Gemeinden", "Einwohner"),
    ("人口の推移", "人口"),
    ("Table 3: Population by Council and Sex, Average Household Size", "Population"),
    ("Bevölkerung nach Gemeinden, Dichte", "Bevölkerung"),
    ("Население районов", "Население"),
    ("Población de los municipios, censo de 2011", "Población de"),
)
NO_TITLES = (
    "Population growth by decade",
    "Population density, persons per km²",
    "Share of the population above 65, %",
    "Budget of the municipality (population figures below)",
    "Bevölkerungsdichte der Gemeinden",
    "Visitors by year",
    "The population lives mostly from what the sea gives and goes to the market in the town on every other Friday",
    "",
)


@pytest.mark.parametrize(("title", "label"), TITLES)
def test_a_title_names_residents(title, label):
    text = fold(title)
    assert text[slice(*find_topic(text, (Span(0, len(text)),)))] == label


@pytest.mark.parametrize("title", NO_TITLES)
def test_a_title_names_other_figures(title):
    text = fold(title)
    assert find_topic(text, (Span(0, len(text)),)) is None


# Pages and what their columns name.
COLUMNS = (
    (
        "Population by town\nTown | 2001 | 2011\nAlba | 900 | 950\nRoca | 700 | 720\n",
        ["name", "population", "population"],
    ),
    (
        (
            "Population, 2022\nCommune      Male     Female    Total\n"
            "Alba         4,100    4,300     8,400\nRoca         1,210    1,190     2,400\n"
        ),
        ["name", "", "", "population"],
    ),
    (
        (
            "Population by town\nTown | Area (km²) | 2001 | Population\n"
            "Alba | 12.5 | 950 | 980\nRoca | 7.0 | 720 | 730\n"
        ),
        ["name", "area_km2", "", "population"],
    ),
    (
        (
            "Population by council, average household size\nCouncil | Total | Male | Size\n"
            "Alba | 8,400 | 4,100 | 4.7\nRoca | 2,400 | 1,210 | 4.1\n"
        ),
        ["", "population", "", ""],
    ),
    (
        (
            "Population by council\nCouncil | Total | Male | Size\n"
            "Alba | 8,400 | 4,100 | 47.1\nRoca | 2,400 | 1,210 | 41.2\n"
        ),
        ["", "population", "", "area_km2"],
    ),
    ("Visitors by year\nSite | 2001 | 2011\nCastle | 900 | 950\nMuseum | 700 | 720\n", None),
)


@pytest.mark.parametrize(("page", "fields"), COLUMNS)
def test_columns_of_years_are_the_title_s(page, fields):
    text = fold(page)
    tables = find_tables(text, tuple(physical_lines(text)))
    assert [[column.field for column in table.columns] for table in tables] == (
        [fields] if fields else []
    )
