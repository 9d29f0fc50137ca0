"""Lines that are no title of a page: bylines, rows of a card, the owner of the site."""

import pytest

from pipeline import read_text

TITLES = (
    (
        (
            "Korea Trade Watch\nProfile of the week\n\nNorvale: closer to the sea\n\nMost firms have an address in Norvale, China."
            "\n\nThe district has a population of 322,000 on 991 square kilometers.\n\n© Korea Trade Watch. All rights.\n"
        ),
        "Norvale",
    ),
    (
        "Local Weekly\n\nBy Oh Sang-min\n\nNorvale lies in Canada. Norvale has 31,925 residents on 20 square kilometers.\n",
        "Norvale",
    ),
    (
        (
            "Argaval\nGikan sa Wikipedya\n\nLungsod sa Argaval\nNasod Pilipinas\nRehiyon Tunga (Rehiyon VII)\nLalawigan Sugbo\n"
            "Barangay 45\nPagkatukod 1608\nGidak-on 191.50 km²\nPopulasyon 75,503\nPanimalay 17,446\n\nAng Argaval lungsod sa Sugbo.\n"
        ),
        "Argaval",
    ),
    (
        "Region Norvale\nCapital: Elm\nArea: 191 km²\nPopulation: 75,503\n\nRegion Norvale lies in Canada.\n",
        "Region Norvale",
    ),
    (
        "City of Norvale\n\nArea: 191 km²\nPopulation: 75,503\n\n© 2015 City of Norvale\n",
        "City of Norvale",
    ),
)


@pytest.mark.parametrize(("page", "name"), TITLES)
def test_the_title_of_a_page(page, name):
    (record,) = read_text(page).records
    told = record.one("name")
    assert told is not None
    assert told.value == name


def test_a_card_in_cebuano():
    (record,) = read_text(TITLES[2][0]).records
    told = {field: record.one(field) for field in ("country", "founded", "households")}
    assert {field: str(value and value.value) for field, value in told.items()} == {
        "country": "PH",
        "founded": "1608",
        "households": "17446",
    }
