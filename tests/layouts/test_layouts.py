"""The same facts in every layout, notation and language read back equal; noise changes nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import read_text
from tests.layouts.pages import (
    HEADED,
    INLINE,
    LABELLED,
    LAYOUTS,
    NOISE,
    NOTATIONS,
    PLACES,
    TABLES,
    VOICES,
    Place,
    labelled,
)

TIES = ("sisterhood_date", "friendship_date", "agreement_date")
thorough = settings(max_examples=25)
quick = settings(max_examples=25)


@st.composite
def places(draw, least=2):
    chosen = draw(st.lists(st.sampled_from(PLACES), min_size=least, max_size=4, unique=True))
    return [
        Place(
            name,
            country,
            code,
            f"{draw(st.integers(11, 998))}.{draw(st.integers(1, 9))}",
            draw(st.integers(10_000, 9_999_999)),
            f"{draw(st.integers(1950, 2019))}-{draw(st.integers(1, 12)):02}-{draw(st.integers(13, 28))}",
        )
        for name, country, code in chosen
    ]


def stated(record):
    """What a record holds of the facts of a page."""
    one = {field: record.one(field) for field in ("name", "country", "area_km2", "population")}
    held = {field: value.value for field, value in one.items() if value is not None}
    days = [value.value for field in TIES for value in record.held(field)]
    return {**held, **({"day": days[0]} if len(days) == 1 else {"days": days} if days else {})}


def facts(place):
    return {
        "name": place.name,
        "country": place.code,
        "area_km2": Decimal(place.area),
        "population": place.population,
        "day": place.day,
    }


def read(page):
    return [stated(record) for record in read_text(page).records]


@thorough
@given(
    places=places(),
    layout=st.sampled_from(sorted(LAYOUTS)),
    notation=st.sampled_from(sorted(NOTATIONS)),
    language=st.sampled_from(sorted(VOICES)),
)
def test_facts_read_back_equal(places, layout, notation, language):
    page = LAYOUTS[layout](places, VOICES[language], notation)
    assert read(page) == [facts(place) for place in places]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", ["en", "de", "ko", "ru"])
def test_every_layout_is_read(layout, language):
    two = [
        Place("Springvale", "Canada", "CA", "425.5", 1_220_000, "2013-06-21"),
        Place("Kirkwall Bay", "New Zealand", "NZ", "95.4", 86_283, "1998-05-14"),
    ]
    page = LAYOUTS[layout](two, VOICES[language], "comma groups")
    assert read(page) == [facts(place) for place in two]


@quick
@given(places=places(), layout=st.sampled_from(sorted(LAYOUTS)), data=st.data())
def test_the_page_around_them_changes_no_value(places, layout, data):
    page = LAYOUTS[layout](places, VOICES["en"], "comma groups")
    above, below = (
        data.draw(st.lists(st.sampled_from(NOISE))),
        data.draw(st.lists(st.sampled_from(NOISE))),
    )
    noisy = "\n".join([*above, "", page, "", *below])
    assert read(noisy) == [facts(place) for place in places]


@quick
@given(places=places(), layout=st.sampled_from(sorted(LAYOUTS)))
@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.replace("\n", "\r\n"),
        lambda page: "\n\n" + page + "\n\n\n",
        lambda page: "\n".join(line + "  " for line in page.split("\n")),
        lambda page: page.replace(":", "："),
    ],
    ids=["line ends", "blank lines around", "blanks at line ends", "wide colons"],
)
def test_the_way_of_typing_changes_no_value(change, places, layout):
    page = LAYOUTS[layout](places, VOICES["en"], "comma groups")
    assert read(change(page)) == [facts(place) for place in places]


@quick
@given(places=places(), data=st.data())
def test_the_order_of_labelled_lines_changes_no_value(places, data):
    pages = []
    for place in places:
        heading, *lines = labelled(": ")([place], VOICES["en"], "comma groups").split("\n")
        pages.append("\n".join([heading, *data.draw(st.permutations(lines))]))
    assert read("\n\n".join(pages)) == [facts(place) for place in places]


@quick
@given(
    places=places(),
    layout=st.sampled_from(sorted(LABELLED.keys() - {"next line", "colon and next line"})),
    data=st.data(),
)
def test_a_deleted_line_loses_only_its_values(places, layout, data):
    lines = LAYOUTS[layout](places, VOICES["en"], "comma groups").split("\n")
    fields = dict(zip(VOICES["en"], ("country", "area_km2", "population", "day"), strict=True))
    told = [i for i, line in enumerate(lines) if any(label in line for label in fields)]
    gone = data.draw(st.sampled_from(told))
    label = next(label for label in fields if label in lines[gone])
    expected = [facts(place) for place in places]
    del expected[told.index(gone) // len(fields)][fields[label]]
    assert read("\n".join(lines[:gone] + lines[gone + 1 :])) == expected


@quick
@given(
    places=places(),
    layout=st.sampled_from(sorted(TABLES.keys() - {"tabs on their side", "markdown on its side"})),
    data=st.data(),
)
def test_a_deleted_row_loses_only_its_record(places, layout, data):
    lines = LAYOUTS[layout](places, VOICES["en"], "comma groups").split("\n")
    gone = data.draw(st.sampled_from(places))
    kept = [line for line in lines if gone.name not in line]
    assert read("\n".join(kept)) == [facts(place) for place in places if place is not gone]


@quick
@given(
    places=places(least=1),
    layout=st.sampled_from(sorted(LABELLED | INLINE | HEADED)),
    data=st.data(),
)
def test_one_place_is_read_as_well_as_several(places, layout, data):
    place = data.draw(st.sampled_from(places))
    page = LAYOUTS[layout]([place], VOICES["en"], "comma groups")
    assert read(page) == [facts(place)]
