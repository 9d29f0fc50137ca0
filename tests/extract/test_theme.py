"""The name of a page of prose that no heading gives, or whose heading's never comes again."""

import pytest

import pipeline

# (page, the name that it is of)
PAGES = (
    (
        (
            "Government of Westmark | Norvale District\n\nWheat is harvested on 90 sq. km. of land.\n\n"
            "Norvale was constituted as a district in 1989. As per the census the District has a "
            "population of 738,804 persons and an area of 1,093 sq. km.\n"
        ),
        "Norvale",
    ),
    (
        (
            "INVESTMENT PORTAL OF THE NORVALE REGION\nAbout the region\n\nThe Norvale region is located in the north. It has "
            "an area of 1,204 sq. km and borders on nine others; the Norvale region is home to 53,700 people.\n"
        ),
        "Norvale",
    ),
    (
        "BAB II  GAMBARAN UMUM KABUPATEN NORVALE\n\nLuas wilayah 1.266 km2 dan jumlah penduduk 135.930 jiwa.\n",
        "KABUPATEN NORVALE",
    ),
    (
        (
            "Norvale in Ungarn\n\nBirnen, Keramik und ein Bischof: Damit ist die Stadt beschrieben. "
            "In Norvale leben auf 53 km² rund 17.000 Menschen.\n"
        ),
        "Norvale",
    ),
    (
        (
            "NORVALE TRAVEL BOARD    Elm Square 110\nYour trip | Elm Canyon | White City | Food | Events\n\n"
            "The White City\n\nFounded by monks under Abbot Reed in 1540, Norvale still keeps the day. The stone "
            "is pale.\n\nWith 108,290 inhabitants it is the second city of the island, at 335 metres above sea level.\n"
        ),
        "Norvale",
    ),
    # the heading comes again: it stays
    (
        "Alba\nNorvale county\n\nAlba has an area of 90 km² and 9,000 people. Norvale is near.\n",
        "Alba",
    ),
    # ties: a title may be the page's own place
    (
        (
            "Port Elm, Kenya\n\nThe town has an area of 90 km² and 9,000 people. Norvale signed a sister "
            "city agreement with it in 1990. Norvale is glad of it, and Norvale is home to choirs.\n"
        ),
        "Port Elm",
    ),
    # a distance to it tells that the page is of another place
    ("The town has 9,000 people on 90 km². Cape Elm is 500 km away, Cape Elm is far.\n", None),
)


@pytest.mark.parametrize(("page", "expected"), PAGES)
def test_the_name_is_the_one_that_the_page_goes_on_about(page, expected):
    (record,) = pipeline.read_text(page).records
    name = record.one("name")
    assert (name and name.value) == expected
