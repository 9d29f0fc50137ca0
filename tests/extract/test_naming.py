"""What names and adjectives of prose say of whose profile it is and where the place lies."""

import pytest

import pipeline

# A page with the name and the country of its only record.
PAGES = (
    ("■ ノルヴェ市　ロシア連邦\n人口：約15万8千人\n面積：360k㎡\n", "ノルヴェ市", "RU"),
    (
        "フィリピン共和国ノルヴェ州との姉妹交流\n\n面積は2,599平方キロメートル、人口は403,944人です。\n",
        "フィリピン共和国ノルヴェ州",
        "PH",
    ),
    (
        "Norval\n\nNorval ist alt. Die deutsche Stadt zählt 79.000 Einwohner auf 54,62 km².\n",
        "Norval",
        "DE",
    ),
    (
        "Norval\n\nNorval est belle. Cette ville anglaise compte 79 000 habitants sur 54 km².\n",
        "Norval",
        "GB",
    ),
    (
        "Norvale (Swedish: Norvaldorf) is a city in Finland of 9,000 people on 54 km².\n",
        "Norvale",
        "FI",
    ),
)


# The country of the only record where prose or a share names it, and where others come from there.
LANDS = (
    (
        "Norvale Region\nTerritory: 7.4 thousand sq. km (1.7% of Uzbekistan)\nPopulation: 2,810 thousand",
        "UZ",
    ),
    ("Norvale\nArea: 412 km² (2 % de la superficie de la France)\nPopulation: 12 480", "FR"),
    ("Norvale\nExports: 20 (15% to Germany)\nArea: 412 km²\nPopulation: 12,480", None),
    ("Norvale\n\nNamed after a birthplace in Scotland, it has 12,480 people on 412 km².", None),
    ("Norvale\n\nBuilt by settlers from Norway, it has 12,480 people on 412 km².", None),
    ("Norvale\n\nNorvale in Norway has 12,480 people on 412 km².", "NO"),
    (
        "NORVALE (República Popular Democrática de Corea)\nPoblación: 12,480\nExtensión: 412 km²",
        "KP",
    ),
)


@pytest.mark.parametrize(("page", "country"), LANDS)
def test_where_a_place_lies(page, country):
    (record,) = pipeline.read_text(page).records
    placed = record.one("country")
    assert (placed and placed.value) == country


@pytest.mark.parametrize(("page", "name", "country"), PAGES)
def test_whose_profile_it_is(page, name, country):
    (record,) = pipeline.read_text(page).records
    named, placed = record.one("name"), record.one("country")
    assert (named and named.value, placed and placed.value) == (name, country)
