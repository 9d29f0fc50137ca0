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


@pytest.mark.parametrize(("page", "name", "country"), PAGES)
def test_whose_profile_it_is(page, name, country):
    (record,) = pipeline.read_text(page).records
    named, placed = record.one("name"), record.one("country")
    assert (named and named.value, placed and placed.value) == (name, country)
