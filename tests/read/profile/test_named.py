"""The name behind what a heading says of it: a word for a tie, or for what is told."""

from __future__ import annotations

import pytest

from pipeline.normalize.text import fold
from pipeline.read.lines import physical_lines, read_line
from pipeline.read.profile.named import place_name

# (heading, what stands below it, the name)
TITLES = (
    ("Partnerstadt Kaltbrunn", "Seit 1996 kennen wir Kaltbrunn.", "Kaltbrunn"),
    ("Our Sister City Springvale, Canada", "Springvale lies on a lake.", "Springvale, Canada"),
    ("A word about Saint-Alban-sur-Orb", "Saint-Alban has a market.", "Saint-Alban-sur-Orb"),
    ("Focus on Springvale", "The fields of Springvale", "Springvale"),
    ("Découvrir Valbrune", "Valbrune compte 900 habitants.", "Valbrune"),
    ("Partnerstadt Kaltbrunn", "Seit 1996 verbunden.", "Partnerstadt Kaltbrunn"),
    ("Sister City Association", "The Association meets on Mondays.", "Sister City Association"),
    ("Sister City Library", "The Library has a library card.", "Sister City Library"),
    ("Springvale at a Glance", "Springvale has a market.", "Springvale"),
    ("OVERVIEW OF SPRINGVALE PROVINCE", "The province of Springvale", "SPRINGVALE PROVINCE"),
    ("Portrait of the town of Springvale", "Springvale has a market.", "Springvale"),
    ("FACTSHEET SPRINGVALE", "Springvale has a market.", "SPRINGVALE"),
    ("Springvale in Brief", "The place has a market.", "Springvale"),
    ("History in Brief", "A short History of the place.", "History in Brief"),
    ("Overview of the market", "The market is held on Mondays.", "Overview of the market"),
    ("Meet the Mayor", "We asked the Mayor.", "Meet the Mayor"),
    ("Discover", "Discover more", "Discover"),
    ("Springvale, Canada - twinned 1959", "", "Springvale, Canada"),
    ("Springvale, Canada - page 1959", "", "Springvale, Canada - page 1959"),
)


@pytest.mark.parametrize(("heading", "below", "name"), TITLES)
def test_a_heading_may_say_first_that_it_is_about_a_name(heading, below, name):
    text = fold(f"{heading}\n\n{below}")
    line = read_line(text, next(iter(physical_lines(text))))[0]
    assert text[slice(*place_name(text, line))] == name
