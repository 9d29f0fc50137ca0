"""Since when: the day of a tie behind the name of a place, and lists of twin towns."""

from __future__ import annotations

import pytest

from pipeline import read_text
from pipeline.model.source import Span
from pipeline.normalize.text import fold
from pipeline.read.profile.since import before_tail, tie_tail


@pytest.mark.parametrize(
    ("text", "name", "tail"),
    [
        ("Adelaide, Australia – since 1972", "Adelaide, Australia", "since 1972"),
        ("Lyon, France (1979)", "Lyon, France", "1979"),
        ("Épinal, France, since 1964", "Épinal, France", "since 1964"),
        ("Kappeln (Deutschland) seit 1. Mai 1984", "Kappeln (Deutschland) seit 1. Mai 1984", None),
        ("Merate, Italia, dal 2007", "Merate, Italia", "dal 2007"),
        ("Founded in 1850", "Founded in 1850", None),
        ("Thursday, 15 March 2018", "Thursday, 15 March 2018", None),
        ("Census 2011", "Census 2011", None),
        ("Springvale, population 1972", "Springvale, population 1972", None),
    ],
)
def test_a_line_may_end_with_the_day_of_the_tie(text, name, tail):
    folded = fold(text)
    whole = Span(0, len(folded))
    found = tie_tail(folded, whole)
    assert (folded[slice(*found)] if found else None) == tail
    assert text[slice(*before_tail(folded, whole))] == name


TWINS = """Hamlet
Population: 41,200
Area: 104 km²

Twin towns
- Lyon, France, since 1979
- Cork, Ireland (1985)
- the choir, France, since 1990

Visitors since 1925: 300
"""


def test_twin_towns_listed_on_the_page_of_another_are_profiles_of_their_own():
    records = read_text(TWINS).records
    assert [record.one("name").value for record in records] == ["Hamlet", "Lyon", "Cork"]
    assert [record.one("country").value for record in records[1:]] == ["FR", "IE"]
    days = [v.value for r in records for v in r.values if v.field.endswith("_date") and v.in_force]
    assert days == ["1979", "1985"]


OTHER = "Lindheim, Germany\nPopulation: 23,000\nArea: 9 km²\n"

# (heading, days of the ties by field)
TIED = (
    (
        "Springvale, Canada - friendship city 2015, sister city 2016",
        {"friendship_date": "2015", "sisterhood_date": "2016"},
    ),
    ("Springvale, Canada (sister city since 12 May 1998)", {"sisterhood_date": "1998-05-12"}),
    ("Springvale, Canada - since 1976", {"agreement_date": "1976"}),
    ("Springvale, Canada - festival 2015", {}),
)


@pytest.mark.parametrize(("heading", "days"), TIED)
def test_a_heading_may_end_with_ties_and_their_days(heading, days):
    page = f"{heading}\nPopulation: 9,400\nArea: 57 km²\n\n{OTHER}"
    record = read_text(f"Twin towns of our region\n\n{page}").records[0]
    assert {v.field: v.value for v in record.values if v.field.endswith("_date")} == days
