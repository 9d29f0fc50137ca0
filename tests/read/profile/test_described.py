"""Headings that say what a place is or of what a part, and none of its own names."""

from __future__ import annotations

import pytest

from pipeline.read.layout import read_layout
from pipeline.read.profile.described import is_above, is_kind


@pytest.mark.parametrize(
    ("heading", "kind", "above"),
    [
        ("City in Hungary", True, True),
        ("Municipio de Cuba", True, True),
        ("Cantón del Ecuador", True, True),
        ("Gemeinde in Deutschland", True, True),
        ("Ciudad de Guatemala", False, True),
        ("Estado de México", False, True),
        ("Republic of Kenya", False, True),
        ("Province of Bohol", False, True),
        ("Government of Kerala", False, True),
        ("Kerala", False, True),
        ("Municipality of Norvale", False, False),
        ("Norvale in Hungary", False, False),
        ("Norvale, Ontario", False, False),
        ("District", False, False),
        ("", False, False),
    ],
)
def test_what_a_heading_says_of_its_place(heading, kind, above):
    assert (is_kind(heading), is_above(heading)) == (kind, above)


FACTS = "Area: 57 km²\nPopulation: 9,000\nElevation: 112 m\n"


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (
            "Republic of the Philippines\nProvince of Bohol\nMUNICIPALITY OF NORVALE\n\n",
            "MUNICIPALITY OF NORVALE",
        ),
        ("Norvale\nMunicipio de Cuba\n\n", "Norvale"),
        ("Norvale District\nGovernment of Kerala\n\n", "Norvale District"),
        ("Province of Bohol\n\n", "Province of Bohol"),
        (
            "Norvale District            Skip to main content  A+ A A-\nGovernment of Kerala, India\n\n",
            "Norvale District",
        ),
        ("PL  DE  EN\n\nNorvale\n", "Norvale"),
        ("НОРВАЛЬ\nОбщие сведения\n\n", "НОРВАЛЬ"),
        ("จังหวัดอัลดาร์\nข้อมูลทั่วไป\n", "จังหวัดอัลดาร์"),
    ],
)
def test_the_title_of_a_page_is_its_own_place(titles, name):
    text = titles + FACTS
    headings = [p.heading and text[slice(*p.heading)] for p in read_layout(text).profiles]
    assert headings == [name]
