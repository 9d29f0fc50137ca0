"""Profiles that tell of several places are doubted, those of one place with its parts are not."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.result import result_of_text

TODAY = date(2026, 11, 25)
HEADED = "City: Lindenau\nCountry: Germany\n"

# (text, whether it is doubted)
TEXTS = (
    (HEADED + "Population: 9,120\nArea: 41 km²\nMills: 3\nPopulation: 17,310\nArea: 36 km²", True),
    (HEADED + "Population: 9,120\nArea: 41 km²\nMills: 3\nPopulation: 9,120\nArea: 41 km²", False),
    (HEADED + "Population: 9,120\nArea: 41 km²\nMills: 3\nPopulation: 17,310", False),
    (
        HEADED
        + "Population: 9,120\nArea: 15.8 sq mi\nMills: 3\nPopulation: 9.1 thousand\nArea: 41 km²",
        False,
    ),
    (
        HEADED
        + "Population: 9,120 (1990)\nElevation: 41 m\nMills: 3\nPopulation: 17,310 (2020)\nElevation: 90 m",
        False,
    ),
    (
        HEADED + "City area: 41 km²\nCity population: 9,120\nArea: 360 km²\nPopulation: 17,310",
        False,
    ),
)


@pytest.mark.parametrize(("text", "doubted"), TEXTS)
def test_a_profile_of_several_places_is_doubted(text, doubted):
    codes = {finding.code for finding in result_of_text(text, TODAY).findings}
    assert ("T09" in codes) == doubted


def test_the_finding_quotes_what_the_second_place_has():
    (finding,) = (f for f in result_of_text(TEXTS[0][0], TODAY).findings if f.code == "T09")
    assert finding.text == "17,310"
    assert finding.fields == ("population", "area_km2")
    assert [mention.text for mention in finding.evidence] == ["17,310", "9,120", "36 km²", "41 km²"]
