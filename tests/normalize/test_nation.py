"""The nation whose adjective leads to a name, and words that are none."""

import pytest

from pipeline.model.source import Span
from pipeline.normalize.nation import nation_before, without_nation

LED = (
    ("das polnische Norval", "PL"),
    ("dem ungarischen Norval", "HU"),
    ("die tschechische Kreisstadt Norval", "CZ"),
    ("het Duitse Norval", "DE"),
    ("la città tedesca di Norval", "DE"),
    ("la ville italienne de Norval", "IT"),
    ("la ciudad francesa de Norval", "FR"),
    ("włoskie miasto Norval", "IT"),
    ("французский город Norval", "FR"),
)
NOT_LED = (
    "die Stadt Norval",
    "Franz Norval",
    "the city of Norval",
    "das polnische Bier aus Norval",
    "französische Gäste kamen nach Norval",
    "fins aviat Norval",
    "la commune de Norval",
)


def _name(text):
    return Span(text.index("Norval"), len(text))


@pytest.mark.parametrize(("text", "code"), LED)
def test_a_nation_before_a_name(text, code):
    found = nation_before(text, _name(text))
    assert found is not None
    assert found[0] == code


@pytest.mark.parametrize("text", NOT_LED)
def test_words_before_a_name_that_say_no_nation(text):
    assert nation_before(text, _name(text)) is None


def test_a_name_without_the_adjective_in_capitals():
    text = "het Duitse Norval"
    assert text[slice(*without_nation(text, Span(4, len(text))))] == "Norval"
