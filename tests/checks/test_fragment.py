"""Statements that have lost a figure or a unit, and those that only look like it."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.result import result_of_text

TODAY = date(2026, 1, 1)

# Text behind the opening lines, field that is incomplete, first suggestion.
LOST = [
    ("It has an area of 7,923 . It lies by a lake.", "area_km2", "7923"),
    ("The area is 501 square, and there are hills.", "area_km2", "501"),
    ("It spreads over 105 of valley floor and wooded hill.", "area_km2", "105"),
    ("面积接近221.6平方，靠海。", "area_km2", "221.6"),
    ("面积为501广场，靠海。", "area_km2", "501"),
    ("It has an area of square kil, with hills.", "area_km2", None),
    ("It covers an area of  sq km and has hills.", "area_km2", None),
    ("Area:", "area_km2", None),
    ("Area : ㎢ (3 districts)\nMayor: Jo Lind", "area_km2", None),
    ("Area: km²\nMayor: Jo Lind", "area_km2", None),
    ("Area:\nMayor: Jo Lind", "area_km2", None),
    ("Town area: 12.4 km2\nRural area: Km2", "other:rural-area", None),
    ("Town area: 12.4 ㎢\nRural area: ㎢", "other:rural-area", None),
    ("The density of population is 312 per, as against 304.", "density_per_km2", "312"),
]

# What is complete, or a heading, or says nothing of the kind.
WHOLE = [
    "It has an area of 7,923 km² . It lies by a lake.",
    "It has an area of 7,923 square miles.",
    "Area:\n7,923 km²",
    "It spreads over 105 of its islands.",
    "The flood covered 105 of the villages.",
    "The market covers an area of 5 football fields.",
    "面积为501平方公里，靠海。",
    "面积501平方千米。",
    "The town has 3 squares and 5 parks.",
    "Its main square is 200 years old.",
    "The density of population is 312 per km², as against 304.",
    "Town area: 12.4 km2\nUnit of area: km2",
    "Wood: 12.4 km2\nRural area: none",
    "An area of forests and lakes lies in the north.",
    "The area is known for its 7,923 . lakes",
]


def incomplete(text):
    opened = f"City: Lindenau\nCountry: Germany\nPopulation: 12,000\n{text}"
    found = [one for one in result_of_text(opened, TODAY).findings if one.code == "T08"]
    return [(one.field, next((s.value for s in one.suggestions), None)) for one in found]


@pytest.mark.parametrize(("text", "field", "suggestion"), LOST)
def test_what_is_lost_is_named_with_what_is_left(text, field, suggestion):
    assert incomplete(text) == [(field, suggestion)]


@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_statement_passes(text):
    assert incomplete(text) == []
