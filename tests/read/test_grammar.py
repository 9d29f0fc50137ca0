"""How a label and its value stand on one line."""

from __future__ import annotations

import pytest

from pipeline.model.source import Line, LineKind, Span
from pipeline.normalize.text import fold
from pipeline.read.form import read_pair
from pipeline.read.grammar import line_meaning

# Lines with their label and their value.
PAIRS = (
    ("Area: 425㎢", "Area", "425㎢"),
    ("Sister since: 1996", "Sister since", "1996"),
    ("| area_total_km2 = 6,043", "area_total_km2", "6,043"),
    ("Superficie | 955 km²", "Superficie", "955 km²"),
    ("Villages - 2117", "Villages", "2117"),
    ("Population ........ 9,517", "Population", "9,517"),
    ("Population .. 9,517", "Population", "9,517"),
    ("of which 0-14 years .... 3,980", "of which 0-14 years", "3,980"),
    ("人  口 約65万人", "人  口", "約65万人"),
    ("세 대 수", "세 대 수", ""),
    ("Population 811,400 (2010)", "Population", "811,400 (2010)"),
    ("CountryPhilippines", "Country", "Philippines"),
    ("Area54.84 km2", "Area", "54.84 km2"),
    ("Websiteelm.gov.ge", "Website", "elm.gov.ge"),
    ("Population 9,000 | 57 km²", "Population", "9,000 | 57 km²"),
    ("Elevation 11,152 feet: bring a coat", "Elevation", "11,152 feet: bring a coat"),
    ("Bus 12 | 57 minutes", "Bus 12", "57 minutes"),
    ("Population", "Population", ""),
    ("【Area】52.1 km²", "Area", "52.1 km²"),
    ("【面积】52.1 平方公里", "面积", "52.1 平方公里"),
    ("【Mayor】Ann Low", "Mayor", "Ann Low"),
    ("【Website】", "Website", ""),
    ("[Population] 9,000", "Population", "9,000"),
    ("［人口］9,000人", "人口", "9,000人"),
)
NO_PAIRS = (
    "In winter, the river freezes: boats stay ashore.",
    "http://www.example.org",
    "Linkelm.org   Home   Random article",
    "The port is old - it has 3 piers",
    "[Print] [Share]",
    "【Springvale】",
    "[1] Population of 2010",
    "[Area](area.html)",
    "[Photo]9,000 visitors",
    "12:30 Uhr",
    "Areal photographs",
    "Population figures are from 2010.",
    "",
)

# Labels with a value and the field it makes of them.
TOLD = (
    ("Territory", "101.98 sq. km", "area_km2"),
    ("Territory", "Northern Coast", "region"),
    ("Region", "1,200 km²", "area_km2"),
    ("Region", "3 counties", "region"),
    ("Population", "9,000", "population"),
    ("Territory", "12 towns on 40 km²", "region"),
)


def pair(line):
    text = fold(line)
    return text, read_pair(text, Span(0, len(text)))


@pytest.mark.parametrize(("line", "label", "value"), PAIRS)
def test_a_line_has_a_label_and_a_value(line, label, value):
    text, found = pair(line)
    assert (text[slice(*found.label)], text[slice(*found.body)].strip()) == (fold(label), value)


@pytest.mark.parametrize("line", NO_PAIRS)
def test_a_line_has_no_label(line):
    assert pair(line)[1] is None


@pytest.mark.parametrize(("label", "value", "field"), TOLD)
def test_a_label_means_what_its_value_is(label, value, field):
    text = f"{label}: {value}"
    body = Span(len(label) + 2, len(text))
    line = Line(LineKind.FIELD, Span(0, len(text)), Span(0, len(label)), body)
    assert line_meaning(text, line).fields == (field,)
