"""Headings: what stands around the name, and what is a name at all."""

from __future__ import annotations

import pytest

from pipeline.normalize.text import fold
from pipeline.read.lines import physical_lines, read_line
from pipeline.read.profile.entry import lead
from pipeline.read.profile.heading import is_country, is_proper
from pipeline.read.profile.named import place_name
from pipeline.read.profile.placename import in_country

MARKED = (
    "Springvale",
    "1. Springvale",
    "(2) Springvale",
    "IV. Springvale",
    "③ Springvale",
    "## Springvale",
    "### Springvale ###",
    "**Springvale**",
    "[Springvale]",
    "[Springvale] ---- sister city",
    "Springvale - friendship city 2015, sister city 2016",
    "Springvale (sister city since 12 May 1998)",
    "【Springvale】",
    "■ Springvale",
    "- Springvale -",
    "🇨🇦 Springvale",
    "Springvale:",
    "BAB II  Springvale",
    "Chapter 2: Springvale",
    "3.2 Springvale",
    "FACT BOX A - Springvale",
    "Kasten 3: Springvale",
    "GR15/08  Springvale",
    "나. Springvale",
    "SISTER CITY SNAPSHOT | Springvale",
)


NUMBERED = (
    ("1 鈴川市(日本)", "鈴川市(日本)"),
    ("二、鈴川市", "鈴川市"),
    ("3 청하시", "청하시"),
    ("三鈴市", "三鈴市"),
    ("友好都市のご紹介 東港市(カナダ)", "東港市(カナダ)"),
    ("東港市(カナダ アルバータ州)", "東港市(カナダ アルバータ州)"),
    ("21世紀市", "21世紀市"),
    ("Springvale | Canada", "Springvale | Canada"),
    ("[Springvale] and more", "Springvale] and more"),
    ("Springvale - festival 2015", "Springvale - festival 2015"),
    ("Springvale, sister city of Alba in 2015", "Springvale, sister city of Alba in 2015"),
    ("Sister city news | from our archive", "Sister city news | from our archive"),
)


@pytest.mark.parametrize(("text", "expected"), NUMBERED)
def test_the_number_of_a_name_in_glyphs_is_told_from_its_own(text, expected):
    folded, line = first_line(text)
    assert folded[slice(*place_name(folded, line))] == expected


def first_line(text):
    folded = fold("above\n" + text)
    span = tuple(physical_lines(folded))[1]
    return folded, read_line(folded, span)[0]


@pytest.mark.parametrize("text", MARKED)
def test_a_name_loses_the_numbers_and_marks_around_it(text):
    folded, line = first_line(text)
    assert folded[slice(*place_name(folded, line))] == "Springvale"


@pytest.mark.parametrize(
    "text",
    [
        *("Faaborg [DK]", "St. Ives (Cornwall)", "Ville d'Avray", "X. Bezirk", "Bayannuur sum"),
        *("Box Hill", "Sheet Harbour", "2 Rivers", "100 Mile House", "七里市", "Item"),
    ],
)
def test_marks_that_belong_to_a_name_stay(text):
    folded, line = first_line(text)
    assert folded[slice(*place_name(folded, line))] in {text, text.removeprefix("X. ")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Springvale (Canada): area 425 km², population 133,000", "Springvale (Canada)"),
        ("• Springvale, Canada - population 133,000", "Springvale, Canada"),
        ("2) Springvale | population 133,000", "Springvale"),
        ("Springvale, Canada, has 133,000 inhabitants", "Springvale, Canada"),
        ("Springvale, a town of 133,000 inhabitants", None),
        ("Population: 133,000 (Canada)", None),
        ("the largest town there: population 133,000", None),
        ("In summer, Canada, 133,000 people come", None),
        ("Pears, painted china and a bishop: on 53 km² live 17,000 people", None),
    ],
)
def test_a_line_may_open_with_the_place_it_is_about(text, expected):
    folded, line = first_line(text)
    found = lead(folded, line)
    assert (folded[slice(*found)] if found else None) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [("Canada", True), ("日本", True), ("Springvale", False), ("Springvale, Canada", False)],
)
def test_a_country_alone_is_the_country_of_what_follows(heading, expected):
    assert is_country(heading) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kirkwall Bay", True),
        ("Frankfurt am Main", True),
        ("大分", True),
        ("the old harbour", False),
        ("A Very Long Name Of Something", False),
    ],
)
def test_a_name_is_a_few_capitalised_words(name, expected):
    assert is_proper(name) is expected


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Kirn in Germany", "Kirn"),
        ("Alba en la Argentina", "Alba"),
        ("Alba w Polsce", "Alba"),
        ("City in Hungary", ""),
        ("Living in the north of Germany", ""),
        ("Kirn, Germany", ""),
    ],
)
def test_a_name_with_the_country_that_it_lies_in(heading, name):
    assert in_country(heading) == name
