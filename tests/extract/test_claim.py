"""Distances that sentences claim: to places and landmarks, none of a shore or of rain."""

from datetime import date

import pytest

from pipeline.result import result_of_text

TODAY = date(2026, 1, 1)


SAID = (
    ("It lies 57 km from Easthaven.", "57"),
    ("It lies 57 km north of Easthaven.", "57"),
    ("It lies 57 km from the border.", "57"),
    ("Es liegt 57 km von der Grenze.", "57"),
    ("It has 57 km of sandy beach.", None),
    ("There are 57 km of tracks in the woods.", None),
    ("1,198 mm of rainfall a year fall here.", None),
    ("57 km of it are paved.", None),
    ("Город находится в 57 км от границы.", "57"),
)


@pytest.mark.parametrize(("said", "km"), SAID)
def test_the_distance_that_a_sentence_claims(said, km):
    text = f"City: Norvale\nCountry: Canada\nArea: 40 km²\nPopulation: 12,000\n\n{said}\n"
    value = result_of_text(text, TODAY).records[0].one("distance_km")
    assert (str(value.number) if value else None) == km
