"""What is no label by its words: nothing that a label can be, and most of what none is."""

from __future__ import annotations

import pytest

from pipeline.lexicon.taught import taught
from pipeline.model.teaching import Teaching
from pipeline.schema.label import read_label
from pipeline.schema.sieve import may_be_label
from pipeline.schema.vocabulary import label_keys

LABELS = (
    "Total Population (in lakh)",
    "Population 31 December 2019",
    "Área (km²)",
    "площадь, тыс. км²",
    "Number of inhabitants and area",
    "人口（世帯数）",
    "人 口",
    "인구및면적",
    "Sisterhood signed",
    "Name of the district",
    "Gesamtfläche in ha",
    "population_total",
    "Folkmängd per 1 november 2003",
    "(2) Land area [sq. miles]",
)
NO_LABELS = (
    "Country: Canada",
    "A sailing club gave the quarter its name",
    "Springfield",
    "Population of Oldenmoor",
    "12 streets, 8 quarters near Oldenmoor",
    "온천 여관이 많다",
)


@pytest.mark.parametrize("said", LABELS)
def test_what_is_a_label_may_be_one(said: str) -> None:
    assert may_be_label(said)
    assert read_label(said).known


@pytest.mark.parametrize("said", NO_LABELS)
def test_what_has_other_words_is_none(said: str) -> None:
    assert not may_be_label(said)
    assert not read_label(said).known


def test_every_label_of_the_lexicon_may_be_one() -> None:
    assert [label for label in sorted(label_keys()) if not may_be_label(label)] == []


def test_taught_labels_may_be_labels() -> None:
    with taught(Teaching(labels=(("Frobs held", "population"),))):
        assert may_be_label("Frobs held")
    assert not may_be_label("Frobs held")
