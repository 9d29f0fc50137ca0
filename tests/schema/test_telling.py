"""How many labels the words of a text can be."""

from __future__ import annotations

import pytest

from pipeline.normalize.text import fold
from pipeline.schema.label import read_label
from pipeline.schema.telling import most_labels
from pipeline.schema.vocabulary import label_keys, totals

# (text, how many labels and totals at most)
COUNTED = (
    ("City Population Area", 3),
    ("Population (2020) Area km2", 3),
    ("Total", 1),
    ("It rains cats", 0),
    ("12,345 13.5", 0),
    ("", 0),
)

# Labels of all kinds: by their words, a unit, a tie, letters set apart, a tag within.
LABELS = (
    "Total Population (in lakh)",
    "Territory (km2)",
    "Inhabitants per km2",
    "Sisterhood signed",
    "人 口",
    "Area / population",
    "Popu<br>lation",
    "площадь, тыс. км²",
)


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_the_most_labels_of_a_text(text, expected):
    assert most_labels(text) == expected


@pytest.mark.parametrize("text", LABELS)
def test_what_is_a_label_is_counted(text):
    label = read_label(fold(text))
    assert label.known or label.total
    assert most_labels(fold(text)) > 0


def test_every_label_of_the_lexicon_is_counted():
    assert [label for label in (*label_keys(), *totals()) if not most_labels(label)] == []
