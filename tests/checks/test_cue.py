"""What a page must have before a table of words is searched for: never less than a pattern finds."""

from __future__ import annotations

import re

import pytest

from pipeline.checks.view.cue import Cue
from pipeline.normalize.lexeme import alternation
from pipeline.normalize.text import fold

WORDS = ("sister cities", "männer", "из них", "(land", "姉妹都市", "kisses", "yaks")

MAY_STAND = [
    "We have two sister cities.",
    "SISTER\nCITIES: 5",
    "1 200 Männer, 1 300 Frauen",
    "100MÄNNER",
    "всего 12 500, Из них 4 000",
    "12 km² (land 11)",
    "全部で3つの姉妹都市があります",
    "sıster cıties",  # a dotless i is folded
    "ki\u017f\u017fes",  # a long s is an s without regard to case
    "ya\u212as",  # and so is the sign for kelvin a k
]

IS_NOT_THERE = [
    "Our sister lives in the cities'",
    "We have two sistercities and sisters in citiesof",
    "1 200 mannen",
    "12 km² landed",
    "兄弟都市",
    "",
]


@pytest.mark.parametrize("text", MAY_STAND)
def test_what_a_pattern_finds_may_stand(text):
    assert re.search(alternation(WORDS), fold(text), re.IGNORECASE)
    assert Cue(WORDS).places(fold(text)).starts


@pytest.mark.parametrize("text", IS_NOT_THERE)
def test_what_is_ruled_out_no_pattern_finds(text):
    assert not re.search(alternation(WORDS), fold(text), re.IGNORECASE)


@pytest.mark.parametrize("text", ["1 200 mannen", "sistercities", "12 km² landed", "", "Köln"])
def test_pages_without_the_words_are_ruled_out(text):
    assert not Cue(WORDS).places(fold(text)).starts


def test_words_beside_have_to_be_there_as_well():
    pair = Cue(("men",), ("women",))
    assert pair.places("12 men and 13 women").starts
    assert not pair.places("12 men and 13 dogs").starts
    assert not pair.places("12 women").starts


PLACES = [
    ("We have two sister cities and a sister.", [12]),
    ("MÄNNER: 1 200", [0]),
    ("12 km² (land 11), landed", [7]),
    ("全部で3つの姉妹都市", [6]),
]


@pytest.mark.parametrize(("text", "starts"), PLACES)
def test_words_begin_where_they_may_stand(text, starts):
    folded = fold(text)
    places = Cue(WORDS).places(folded)
    assert list(places.starts) == starts
    pattern = re.compile(alternation(WORDS), re.IGNORECASE)
    assert {match.start() for match in pattern.finditer(folded)} <= set(places.starts)
