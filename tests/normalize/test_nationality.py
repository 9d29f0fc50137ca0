"""Adjectives of nations beside words for places, and adjectives of other things."""

import pytest

from pipeline.model.source import Span
from pipeline.normalize.nationality import is_of_place, told_nations
from pipeline.normalize.place import find_countries

TOLD = (
    ("Met Norval, in het Duitse Roerland net over de grens, begon het.", "DE"),
    ("Norval liegt 640 m hoch im französischen Bergland.", "FR"),
    ("Dort wartet die italienische Partnerin.", "IT"),
    ("Die russische Uhrmacherin trat 1993 bei.", "RU"),
    ("Norval, infine, città tedesca di vetrai.", "DE"),
    ("C'est une ville moyenne italienne.", "IT"),
    ("Norval es una ciudad alemana.", "DE"),
    ("Niemieckie miasto nad Renem.", "DE"),
    ("Norval, een Duitse havenstad.", "DE"),
    ("Старый немецкий город.", "DE"),
    ("Die südfranzösische Stadt zählt 26 400 Einwohner.", "FR"),
    ("Eine norditalienische Kleinstadt am Fluss.", "IT"),
    ("Norval, een Zuid-Franse havenstad.", "FR"),
    ("Norval es la capital de la provincia argentina de Alba.", "AR"),
    ("Une petite ville tunisienne du nord.", "TN"),
    ("Die nicaraguanische Stadt liegt am Meer.", "NI"),
    ("Die nordirische Stadt liegt am Meer.", "GB"),
)
NOT_TOLD = (
    "Er isst gern französische Küche.",
    "Er isst gern marokkanische Küche.",
    "Er isst gern südfranzösische Küche.",
    "Die Werke norddeutscher Künstler hängen im Museum.",
    "Die Werke deutscher Künstler hängen im Museum.",
    "We have town pools and fins.",
    "Les vins, français, de la ville.",
    "In the town, lets of flats are few.",
    "Norval und die italienischen Weine.",
)


@pytest.mark.parametrize(("text", "code"), TOLD)
def test_an_adjective_beside_a_word_for_a_place_tells_its_nation(text, code):
    assert [reading.value for reading in told_nations(text, Span(0, len(text)))] == [code]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_an_adjective_of_something_else_tells_none(text):
    assert not list(told_nations(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("the Polish town", True),
        ("a German spa town of 26,000", True),
        ("a Polish paper, which the town read", False),
        ("Polish painters of the town", False),
        ("German", False),
    ],
)
def test_english_adjectives_of_places(text, is_one):
    adjective = find_countries(text)[0].span
    assert is_of_place(text, adjective, len(text)) is is_one
