"""Where sentences end, and full stops that end none."""

import pytest

from pipeline.model.source import Span
from pipeline.read.profile.sentences import sentences

SPLIT = (
    ("It is big. The town has a mill.", ["It is big.", "The town has a mill."]),
    ("It is big! Is it? Yes.", ["It is big!", "Is it?", "Yes."]),
    ('He said "yes." Then he left.', ['He said "yes."', "Then he left."]),
    ("市は大きい。人口は9人。", ["市は大きい。", "人口は9人。"]),
    ("NORVALE. The port.", ["NORVALE.", "The port."]),
)
WHOLE = (
    "Mr. Walton and Mrs. S. Walton came.",
    "It has 9 thous. people in all.",
    "Am 3. Mai kam St. Charles.",
    "849 sq. km. in all",
    "The site norvale.gov is new.",
    "About 9.3 km² of land.",
    "Столица имеет 117 тыс. Человек",
)


@pytest.mark.parametrize(("text", "expected"), SPLIT)
def test_sentences(text, expected):
    assert [text[slice(*span)] for span in sentences(text, Span(0, len(text)))] == expected


@pytest.mark.parametrize("text", WHOLE)
def test_a_full_stop_that_ends_no_sentence(text):
    assert list(sentences(text, Span(0, len(text)))) == [Span(0, len(text))]
