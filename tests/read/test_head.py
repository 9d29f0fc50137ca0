"""Lines that open with a known label and a colon are read as by the forms, whatever stands on them."""

from __future__ import annotations

import pytest

from pipeline.model.source import Span
from pipeline.normalize.text import fold
from pipeline.read.head import read_headed
from pipeline.read.lines import read_line

# (line, its labels with their values)
HEADED = (
    ("Country: Italy", [("Country", "Italy")]),
    (" - Population (as of 2015): 4,200", [("Population (as of 2015)", "4,200")]),
    ("○ 면적 : 6.8㎢", [("면적", "6.8㎢")]),
    ("Country / region: France", [("Country / region", "France")]),
    ("Population: 6,283 Area: 12 km2", [("Population", "6,283"), ("Area", "12 km2")]),
    ("Area: 12 km2; Population: 6,283", [("Area", "12 km2"), ("Population", "6,283")]),
    ("Website: http://www.example.org/", [("Website", "http://www.example.org/")]),
    (
        "Population: 9,000 (Density: 12 per km2)",
        [("Population", "9,000"), ("Density", "12 per km2")],
    ),
)

# What the forms are asked for.
OTHERS = (
    "Population",
    "Population:",
    "Frobs: 12",
    "Population 2010: 12",
    "12. Population: 9",
    "[Area] Population: 9",
    "| Area: 12",
    "http://www.example.org/",
    "- : 12",
    ": 12",
    "",
)


def inner(text):
    return Span(len(text) - len(text.lstrip()), len(text.rstrip()))


@pytest.mark.parametrize(("line", "expected"), HEADED)
def test_pairs_of_a_headed_line(line, expected):
    text = fold(line)
    assert read_headed(text, inner(text)) is not None
    read = [(text[slice(*x.label)], text[slice(*x.body)]) for x in read_line(text, inner(text))]
    assert read == [(fold(label), fold(body)) for label, body in expected]


@pytest.mark.parametrize("line", OTHERS)
def test_what_the_forms_are_asked_for(line):
    text = fold(line)
    assert read_headed(text, inner(text)) is None
