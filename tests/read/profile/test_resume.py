"""Sentences that count the place named before them, and people who were born in one."""

import pytest

from pipeline.model.source import Span
from pipeline.normalize.text import fold
from pipeline.read.profile.leading import is_person
from pipeline.read.profile.resume import is_resumed, measures_back
from pipeline.read.profile.sentences import sentences
from pipeline.read.profile.tally import tally


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is a port of 32 square miles beside Norvale.", True),
        ("C'est un port de 41 000 habitants près de Norvale.", True),
        ("Tiene 41.000 habitantes y está junto a Norval.", True),
        ("Liczy 41 000 mieszkańców i leży obok Norval.", True),
        ("The city of Norvale has 41,000 people.", False),
        ("It is a port beside Norvale.", False),
        ("It signed with Norvale, a town of 41,000 people, as its sister city.", False),
        ("Norvale has 41,000 people.", False),
    ],
)
def test_a_sentence_that_counts_the_place_before_it(sentence, expected):
    text = fold(sentence)
    whole = Span(0, len(text))
    assert measures_back(text, whole, tally(text, whole)) is expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("Norvale is proud of its walls. It has 41,000 inhabitants.", True),
        ("Norvale is proud of its walls. It has a choir.", False),
        ("Norvale is proud of its walls.", False),
        ("The walls of Norvale are old. It has 41,000 inhabitants.", False),
    ],
)
def test_a_paragraph_that_opens_with_the_name_it_counts(paragraph, expected):
    text = fold(paragraph)
    at = text.index("Norvale")
    told = tuple(sentences(text, Span(0, len(text))))
    assert is_resumed(text, Span(at, at + len("Norvale")), told) is expected


@pytest.mark.parametrize(
    ("name", "sentence", "expected"),
    [
        ("Elm Reed", "Elm Reed was born here in 1822.", True),
        ("Elm Reed", "Elm Reed est né ici en 1822.", True),
        ("Elm Reed", "Elm Reed wurde hier 1822 geboren.", True),
        ("Elm Reed", "Elm Reed urodził się tu w 1822.", True),
        ("Norvale", "Norvale was made a city in 1822.", False),
        ("Norvale", "Norvale wurde 1822 gegründet.", False),
    ],
)
def test_a_name_of_one_who_was_born_is_of_no_place(name, sentence, expected):
    text = fold(f"The walls are old. {sentence}")
    at = text.index(name)
    told = Span(at, len(text))
    assert is_person(text, Span(at, at + len(name)), told) is expected


def test_a_paragraph_may_open_with_a_town_that_was_born():
    text = "Norvale was born as a harbour."
    assert not is_person(text, Span(0, len("Norvale")), Span(0, len(text)))
