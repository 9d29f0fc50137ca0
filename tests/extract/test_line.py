"""A labelled area alone is not read once more as prose, where that would find the same again."""

from __future__ import annotations

import pytest

from pipeline.extract.labelled.statement import read_labels
from pipeline.extract.line import is_area_alone
from pipeline.extract.page import Page
from pipeline.extract.prose.fact import read_prose
from pipeline.model.source import RawDocument
from pipeline.model.value import Marks
from pipeline.normalize.stretch import figures
from pipeline.normalize.text import fold
from pipeline.read.grammar import line_meaning
from pipeline.read.layout import read_layout

ALONE = [
    "Area: 748.8㎢",
    "Area: 1,748.8 km²",
    "Surface area (2019): 24,1 km2",
    "面積：８．６２平方キロメートル",
    "○ 면적 : 403.9㎢",
    "Area: 2000  km²",
    "Area: 1 km²;",
]
MORE = [
    "Area: 748.8㎢, of which 12㎢ is water",
    "Area: 748.8㎢ (0.2% of Norland)",
    "Area: 1.240 ha",
    "Area (1,000 km²): 1.24",
    "Area (1,000): 748.8㎢",
    "Area: 90 square miles",
    "Area: 748.8",
    "Area: about 1 km²",
    "Area: unknown",
    "Location: 24 km north of Norvale",
    "- 748.8㎢",
]


def _read(said):
    """The page of a profile, and the line of some words in it."""
    text = fold(f"Westmoor, Norland\nCountry: Norland\n{said}\nPopulation: 9,120\n")
    page = Page(RawDocument("a.txt", "", "text", "utf-8", "", text), text, Marks())
    lines = [one for profile in read_layout(text).profiles for one in profile.lines]
    return page, next(one for one in lines if one.span.start == text.find(fold(said)))


@pytest.mark.parametrize(
    ("said", "alone"), [*((said, True) for said in ALONE), *((said, False) for said in MORE)]
)
def test_which_areas_stand_alone(said, alone):
    page, line = _read(said)
    told = figures(page.text, line.body, page.context)
    assert is_area_alone(page, line, line_meaning(page.text, line), told) == alone


@pytest.mark.parametrize("said", ALONE)
def test_prose_finds_the_same_again(said):
    page, line = _read(said)
    known = {(c.field, c.span, c.readings[0].value) for c in read_labels(page, [line])}
    again = {(c.field, c.span, c.readings[0].value) for c in read_prose(page, line.body)}
    assert again <= known
