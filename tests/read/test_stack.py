"""Labels that the lexicon does not know, in stacks of labels with a value below each."""

from __future__ import annotations

import pytest

from pipeline.normalize.text import fold
from pipeline.read.join import join
from pipeline.read.lines import physical_lines, read_line

# Stacks with the labels that are read in them.
STACKS = (
    (
        "Area\n64 km²\nNumber of wards\n13 wards\nPopulation\n8,945",
        ["Area", "Number of wards", "Population"],
    ),
    (
        "Springvale\nIncorporation day\nMay 2, 1931\nArea\n64 km²\nPopulation\n8,945",
        ["Incorporation day", "Area", "Population"],
    ),
    (
        "Fläche\n64 km²\nEinwohner\n8.945\nSteuerfuss 2023\n103 %",
        ["Fläche", "Einwohner", "Steuerfuss 2023"],
    ),
    (
        "面积\n64 平方公里\n特色小吃\n豆腐、米粉\n人口\n8945 人",
        ["面积", "特色小吃", "人口"],
    ),
    (
        "Superficie\n64 km²\nAlcalde\nAna Ruiz\nPoblación\n8.945",
        ["Superficie", "Alcalde", "Población"],
    ),
)
# Labels of countries above a region, in a stack above any name.
LANDS = (
    ("Kirnau\nStaat:\nÖsterreich\nLand:\nOstmark\nBezirk:\nKirnau", {"Land": "Ostmark"}),
    ("Kirnau\nLand:\nHessen\nEinwohner:\n8.945", {"Land": "Hessen"}),
    ("Kirnau\nCountry:\nTexas\nPopulation:\n8,945", {"Country": "Texas"}),
    ("Kirnau\nLand:\n\nElmdorf\nEinwohner:\n8.945", {"Land": ""}),
    ("Kirnau\nLand\nElmdorf\nEinwohner:\n8.945", {"Land": ""}),
)
# What stands beside one or two known labels and is no stack.
NONE = (
    ("Springvale\nA town on the river\nArea\n64 km²", ["Area"]),
    ("Springvale, Canada\nHome of 12 old families\nArea\n64 km²\nPopulation\n8,945", ["Area"]),
    ("Area\n64 km²\nPopulation\n8,945\nThe mill closed in 1931.\nIt had 300 hands.", ["Area"]),
    ("Area\n64 km²\nPopulation\n8,945\nSpringvale Museum", ["Area"]),
    ("Area\n64 km²\nSpringvale has 13 wards, and a mayor.\n9 schools\nPopulation\n8,945", ["Area"]),
)


def labels(page):
    text = fold(page)
    lines = tuple(line for span in physical_lines(text) for line in read_line(text, span))
    return [text[slice(*line.label)] for line in join(text, lines) if line.label]


@pytest.mark.parametrize(("page", "expected"), STACKS)
def test_labels_between_known_ones_are_labels(page, expected):
    assert labels(page) == expected


@pytest.mark.parametrize(("page", "first"), NONE)
def test_other_lines_stay_what_they_are(page, first):
    assert set(labels(page)) - {"Population"} == set(first)


# Values above their labels, in pairs that blank lines part; and what only looks like them.
TURNED = (
    ("8,945\nresidents\n\n64 km²\ntotal area\n\n140\npeople per km²", ["8,945", "64 km²", "140"]),
    (
        "Area\n\n64 km²\nPopulation\n\n8,945\nDensity\n\n140 per km²",
        ["64 km²", "8,945", "140 per km²"],
    ),
)


@pytest.mark.parametrize(("page", "expected"), TURNED)
def test_the_values_of_pairs(page, expected):
    text = fold(page)
    physical = physical_lines(text)
    lines = join(text, tuple(line for span in physical for line in read_line(text, span)))
    told = [text[slice(*line.body)] for line in lines if line.label is not None]
    assert told == expected


@pytest.mark.parametrize(("page", "expected"), LANDS)
def test_a_region_where_a_country_is_asked_for(page, expected):
    text = fold(page)
    lines = tuple(line for span in physical_lines(text) for line in read_line(text, span))
    told = {
        text[slice(*line.label)]: text[slice(*line.body)]
        for line in join(text, lines)
        if line.label
    }
    assert told.items() >= expected.items()
