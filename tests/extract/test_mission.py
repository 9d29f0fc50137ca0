"""The country in which a mission stands, and pages that tell of the one that sent it."""

from __future__ import annotations

import pytest

from pipeline import read_text
from pipeline.extract.naming.mission import hosts
from pipeline.normalize.text import fold

PAGE = (
    "Embassy of Fiji in the Kingdom of Belgium\nPROVINCES\n\nFourteen provinces make up Fiji.\n\n"
    "Province | Area (km²) | Population\nAldar | 615 | 21,577\nBorun | 3,837 | 20,008\n\n"
    "BELGIUM AND THE PROVINCES\nBelgium runs a farm. Belgium pays.\n"
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Embassy of Nepal to Japan", {"JP"}),
        ("Botschaft der Republik Kasachstan in der Bundesrepublik Deutschland", {"DE"}),
        ("Ambassade du Bénin au Japon\nConsulado de Bolivia en el Perú", {"JP", "PE"}),
        ("Посольство Республики Узбекистан в Германии", {"DE"}),
        ("驻日本国加纳大使馆", {"JP"}),
        ("中华人民共和国驻加纳共和国大使馆", {"GH"}),
        ("Embassy of Nepal", set()),
        ("Embassy of Nepal\nJapan and its regions", set()),
        ("Embassies of Nepal in Japan and India: see below", set()),
        ("Nepal and Japan", set()),
    ],
)
def test_countries_in_which_missions_stand(text, codes):
    assert hosts(fold(text)) == codes


def test_places_are_of_the_country_that_sent_the_mission():
    assert [str(record.one("country").value) for record in read_text(PAGE).records] == ["FJ", "FJ"]
