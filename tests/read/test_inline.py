"""Facts within one line: beside one another, and nested in a bracket."""

from __future__ import annotations

import pytest

from pipeline.model.source import Span
from pipeline.normalize.text import fold
from pipeline.read.inline import inline_pairs, nested_pairs

# (line, its pairs)
BESIDE = (
    ("Population: 6,283 Area: 1,063 km2", [("Population", "6,283"), ("Area", "1,063 km2")]),
    ("Area  38 km2     Density  6.3/km2", [("Area", "38 km2"), ("Density", "6.3/km2")]),
    ("Population, 6,283; Area, 12 km2", [("Population", "6,283"), ("Area", "12 km2")]),
    ("Population: 6,283 in the area", []),
    ("• Area: 12 km2; ; Population: 6,283;", [("Area", "12 km2"), ("Population", "6,283")]),
    ("Area:   Population 6,283", [("Area", ""), ("Population", "6,283")]),
    ("Country / region: France / Population 6,283", []),
    ("Population: 6,283; open 9:00", []),
    (
        "Est. twinning pact: 1984 | Population: 6,283 | Mayor: A. Bell",
        [("Est. twinning pact", "1984"), ("Population", "6,283"), ("Mayor", "A. Bell")],
    ),
    ("Monday: 9-17 | Sunday: closed", []),
    ("About us | Population: 6,283 | Mayor: A. Bell", []),
    ("Its population and area are small", []),
    ("人口　144,902人　面積　10.98㎢", [("人口", "144,902人"), ("面積", "10.98㎢")]),
    (
        "人口　約7万人（平成27年国勢調査）　面積　7.05㎢",
        [("人口", "約7万人(平成27年国勢調査)"), ("面積", "7.05㎢")],
    ),
    ("인구 9,400명 면적 57㎢", [("인구", "9,400명"), ("면적", "57㎢")]),
    ("人口　144,902人　昨年の面積は10.98㎢", []),
    ("人口　144,902人　毎年増えています", []),
)

# (value, the pairs in its brackets)
NESTED = (
    ("24 billion (GDP per person: 72,049 yuan)", [("GDP per person", "72,049 yuan")]),
    ("2.5 billion (Export 19.9, Import 5.7)", [("Export", "19.9"), ("Import", "5.7")]),
    ("68.088 habitantes (Censo 2011)", []),
    ("22.228 (censo 2010)", []),
    ("9,000 (Population 1,980)", [("Population", "1,980")]),
    ("Springvale (founded in 1922)", []),
    ("9,000 (see below)", []),
)


def said(text, pairs):
    return [(text[slice(*pair.label)], text[slice(*pair.body)]) for pair in pairs]


@pytest.mark.parametrize(("line", "expected"), BESIDE)
def test_facts_beside_one_another(line, expected):
    text = fold(line)
    assert said(text, inline_pairs(text, Span(0, len(text)))) == expected


@pytest.mark.parametrize(("value", "expected"), NESTED)
def test_facts_in_a_bracket(value, expected):
    text = fold(value)
    assert said(text, nested_pairs(text, Span(0, len(text)))) == expected
