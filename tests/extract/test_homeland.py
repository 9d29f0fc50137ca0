"""The country of a profile from elsewhere on its page: beside its name, in a list of neighbours."""

import pytest

from pipeline import read_text

TOLD = "Norvale has an area of 38.8 km² and a population of 91,407."

BORDERS = (
    f"{TOLD} It is bounded by Easthaven district on the north, the Bay of Sand on the south and west, Kirn"
    " district and the long coast of Myanmar on the east.\n"
)
PAGES = (
    (f"Europe > Norvale, Estonia (Exchange)\n\n{TOLD} Erik of Sweden built its school.\n", "EE"),
    (f"Flights to Norvale (Estonia)\n\n{TOLD} Many Germans came.\n", "EE"),
    (f"Flights to Easthaven, Latvia, and to Norvale, Estonia\n\n{TOLD}\n", "EE"),
    (f"The council was the first in Scotland. It chose Norvale in Germany.\n\n{TOLD}\n", "DE"),
    (f"« Gibraltar at last          Ropes and rum »\n\nWe were in Portugal.\n\n{TOLD}\n", "PT"),
    (f"Atlas > Estonia > Towns\n\n{TOLD}\n", "EE"),
    (f"Inicio / Países / Bolivia / Ciudades\n\n{TOLD}\n", "BO"),
    (f"トップ＞アジア＞ベトナム＞都市\n\n{TOLD}\n", "VN"),
    (f"Главная » Казахстан » Города\n\n{TOLD}\n", "KZ"),
    (f"Home > Estonia > Our twin towns\n\n{TOLD} It has been our twin town since 1990.\n", None),
    (f"Home | Sales | Estonia shop\n\n{TOLD}\n", None),
    (f"Norvale, Georgia (U.S.A.)\n\n{TOLD}\n", "US"),
    (f"Norvale\n\n{TOLD}\n\nReferences: Kenya Population Census 2009\n", "KE"),
    (f"Norvale\n\n{TOLD}\n\nIt is old.\n\nThe census of 2011 lists speakers of English.\n", None),
    (
        f"Norvale\n\n{TOLD}\nLocation: seat of the province of Elm, departamento de Alba, Colombia.\n",
        "CO",
    ),
    (f"Norvale\n\n{TOLD} It lies in the north of Elm Province, Canada.\n", "CA"),
    (f"Norvale\n\n{TOLD}\nTrains: to the city of Elm, Canada, twice a day\n", None),
    (BORDERS, None),
    (f"Norvale\n\n{TOLD} Beans go from here to Turkey and Bulgaria.\n", None),
    (f"Norvale\n\n{TOLD} Bohnen gehen nach Italien und in die Schweiz.\n", None),
    (f"Norvale\n\n{TOLD} It lies in Latvia, and Swedes built its school.\n", "LV"),
)


@pytest.mark.parametrize(("page", "country"), PAGES)
def test_the_country_of_a_name(page, country):
    records = read_text(page).records
    found = records[0].one("country")
    assert (found and found.value) == country
