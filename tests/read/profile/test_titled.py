"""The label that opens every profile, and labels that only come again."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.result import result_of_text

TODAY = date(2026, 11, 28)
FACTS = "Population: {}\nArea: 96 km²\n"
NAMED = [
    ("Dzongkhag profiles\n\n", "Dzongkhag: {}\n" + FACTS),
    ("", "Vald: {}\nPindala: 412 km²\nRahvaarv: {}\n"),
    ("", "Woreda: {}\nZone: Eastmarch\n" + FACTS),
    ("Our districts\n", "Kabupaten : {}\n" + FACTS),
    ("", "Atoll: {}\n" + FACTS),
]
NOT_NAMED = [
    ("", FACTS + "Known for: {}\n"),  # it comes last
    ("Population: 12,000\n\n", "Warden: {}\n" + FACTS),  # it does not open the first
    ("", "Mayor: {}\n" + FACTS),  # known, and of a person
    ("", "Dzongkhag: {} and 12 others\n" + FACTS),
]
PLACES = [("Norvale", "9,120"), ("Elmstad", "4,310"), ("Ashford", "7,700")]


def _names(page):
    return [
        str(record.one("name").value) if record.one("name") else ""
        for record in result_of_text(page, TODAY).records
    ]


def _page(title, form, places=PLACES):
    return title + "\n".join(_filled(form, *place) for place in places)


def _filled(form, name, count):
    first = form.index("{}")
    named_first = "Population" not in form[:first]
    return form.format(name, count) if named_first else form.format(count, name)


@pytest.mark.parametrize(("title", "form"), NAMED)
def test_the_label_that_opens_every_profile_names_it(title, form):
    assert _names(_page(title, form)) == [name for name, _ in PLACES]


@pytest.mark.parametrize(("title", "form"), NOT_NAMED)
def test_a_label_that_comes_again_may_name_nothing(title, form):
    assert not {name for name, _ in PLACES} & set(_names(_page(title, form)))


def test_a_heading_between_names_the_place():
    page = "".join(f"{name}\nPatron: Saint {name}\n{FACTS.format(n)}\n" for name, n in PLACES)
    assert _names(page) == [name for name, _ in PLACES]


def test_the_same_value_names_nothing():
    page = _page("", "Dzongkhag: {}\n" + FACTS, [("Norvale", "9,120"), ("Norvale", "4,310")])
    assert _names(page) == ["", ""]
