"""Headings that say of whom they tell, above labels and above prose."""

from __future__ import annotations

import pytest

from pipeline import read_text
from pipeline.model.source import Span
from pipeline.read.profile.about import about_whom, is_of_kind

# (a heading, the name in it)
HEADINGS = (
    ("NORVALE AT A GLANCE", "NORVALE"),
    ("Norvale in Brief", "Norvale"),
    ("Norvale - Facts and Figures", "Norvale"),
    ("Norvale Fact Sheet", "Norvale"),
    ("Norvale, Canada: Quick Facts", "Norvale, Canada"),
    ("Where you are: NORVALE REGION", "NORVALE REGION"),
    ("Brief Introduction of Norvale", "Norvale"),
    ("Zahlen und Fakten: Kaltbrunn", "Kaltbrunn"),
    ("Kaltbrunn auf einen Blick", "Kaltbrunn"),
    ("Saint-Orlan en chiffres", "Saint-Orlan"),
    ("Ficha técnica de Alba", "Alba"),
    ("Alba in cifre", "Alba"),
    ("Dreznow w liczbach", "Dreznow"),
    ("Kalna v číslech", "Kalna"),
    ("Паспорт города Норваль", "Норваль"),
    ("Норваль в цифрах", "Норваль"),
    ("Sekilas Norvale", "Norvale"),
    ("Giới thiệu về Norvale", "Norvale"),
    ("東港市の概要", "東港市"),
    ("東港市って、どんなまち？", "東港市"),
    ("走进东港市", "东港市"),
    ("동항시 일반현황", "동항시"),
    ("NORVALE REGION INVESTMENT GUIDE", "NORVALE REGION"),
    ("Norvale travel guide", "Norvale"),
    ("Guía turística", ""),
    ("About Us", ""),
    ("About the City", ""),
    ("Welcome to the Council", ""),
    ("Economy at a Glance", ""),
    ("Budget in Brief", ""),
    ("Tourism Overview", ""),
    ("Our Sister Cities in Brief", ""),
    ("Österreichs Gemeinden im Überblick", ""),
    ("Wirtschaft in Zahlen", ""),
    ("姉妹・友好都市の概要", ""),
    ("【相手先の概要】", ""),
    ("Central Highlands > Norvale > Overview", ""),
    ("Norvale", ""),
    ("Overview", ""),
    ("", ""),
)


@pytest.mark.parametrize(("heading", "name"), HEADINGS)
def test_about_whom(heading, name):
    told = about_whom(heading, Span(0, len(heading)))
    assert heading[slice(*told)] == (name or heading)


# (a page, the name in its heading)
COMMON = (
    ("Norvale in brief\nThe Norvale region. Mail: ask@norvale.test", "Norvale"),
    ("Hotel in brief\nThe hotel is full.", "Hotel in brief"),
    ("Powiat norwalski w pigułce\nTu leży powiat norwalski.", "Powiat norwalski"),
    ("Budżet miejski w pigułce\nTo budżet miejski.", "Budżet miejski w pigułce"),
    ("PREFECTURE IN FOCUS: NORVALE\nNorvale is wide.", "NORVALE"),
    ("Town of the month: Norvale\nNorvale is wide.", "Norvale"),
)


@pytest.mark.parametrize(("page", "name"), COMMON)
def test_a_word_of_an_address_is_no_common_word(page, name):
    assert page[slice(*about_whom(page, Span(0, page.index("\n"))))] == name


KINDS = (
    ("REGION IN BRIEF", True),
    ("Our town at a glance", True),
    ("La ville en chiffres", True),
    ("Die Stadt im Überblick", True),
    ("Datos generales del distrito", True),
    ("About the region", True),
    ("About Norvale", False),
    ("Norvale in brief", False),
    ("Norvale region in brief", False),
    ("Region", False),
)


@pytest.mark.parametrize(("heading", "kind"), KINDS)
def test_a_kind_alone_is_no_name(heading, kind):
    assert is_of_kind(heading) is kind


LABELS = "Elm Travel Depot\nTrips   Guides   Trains\n\n{}\nArea: 81.16 km²\nPopulation: 14,400\n"
PROSE = "Our twin town\n\n{}\n\nThe town lies by the sea, covers 81.16 km² and has 14,400 people.\n"


@pytest.mark.parametrize("page", [LABELS, PROSE])
@pytest.mark.parametrize("heading", ["Norvale at a glance", "Focus: Norvale", "Norvale en bref"])
def test_a_page_about_a_name(page, heading):
    name = read_text(page.format(heading)).records[0].one("name")
    assert name is not None
    assert name.value == "Norvale"


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("2 Norvale at a glance", "Norvale"),
        ("2 Norvale en bref", "Norvale"),
        ("2 Norvale auf einen Blick", "Norvale"),
        ("5 Norvale de un vistazo", "5 Norvale de un vistazo"),
        ("2 Budget at a glance", "2 Budget at a glance"),
    ],
)
def test_a_chapter_of_a_numbered_page_names_its_place(heading, name):
    page = f"Transcript\n1 Partner guide 2019\n\n{heading}\n\nPopulation: 9,000\nArea: 40 km²\nWeb: www.norvale.example\n\n3 What we look for\n"
    (record,) = read_text(page).records
    found = record.one("name")
    assert (str(found.value) if found else heading) in {name, "Transcript"}
