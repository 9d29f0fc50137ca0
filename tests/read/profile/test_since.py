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
    ("Springvale, Canada | sister since 1976", {"sisterhood_date": "1976"}),
    ("Springvale / Canada / seit 1976", {"agreement_date": "1976"}),
    ("Springvale, Canada • jumelée depuis 1976", {"sisterhood_date": "1976"}),
    ("スプリングベール市(カナダ)|1976年提携", {"agreement_date": "1976"}),
    ("스프링베일시, 캐나다 | 1976년 자매결연", {"sisterhood_date": "1976"}),
    (
        "スプリングベール市(カナダ)|2015年友好提携、2016年姉妹提携",
        {"friendship_date": "2015", "sisterhood_date": "2016"},
    ),
    ("スプリングベール市(カナダ)|1976年開催", {}),
    ("Springvale, Canada | skating since 1976", {}),
    ("Springvale, Canada - festival 2015", {}),
)


@pytest.mark.parametrize(("heading", "days"), TIED)
def test_a_heading_may_end_with_ties_and_their_days(heading, days):
    page = f"{heading}\nPopulation: 9,400\nArea: 57 km²\n\n{OTHER}"
    record = read_text(f"Twin towns of our region\n\n{page}").records[0]
    assert {v.field: v.value for v in record.values if v.field.endswith("_date")} == days


# Below each heading a line of figures that bars, dashes or commas keep apart; (headings, line)
LINED = (
    (
        ("Norvale, Germany | sister since 1978", "Kirn, Peru | sister since 1981"),
        "pop. {} | 57 km²",
    ),
    (("Norvale, Germany | twinned 1978", "Kirn, Peru | twinned 1981"), "{} people | 57 km²"),
    (
        ("Norval, Alemania – hermanada desde 1978", "Kirn, Perú – hermanada desde 1981"),
        "{} habitantes – 57 km²",
    ),
    (
        ("Norval, Frankreich | Partner seit 1978", "Kirn, Polen | Partner seit 1981"),
        "{} Einwohner, 57 km²",
    ),
    (("노르베일시, 독일 | 자매결연 1978년", "키른시, 페루 | 자매결연 1981년"), "인구 {}명 | 57㎢"),
)


@pytest.mark.parametrize(("headings", "line"), LINED)
def test_a_line_of_figures_below_a_dated_heading_is_no_row_of_a_table_headed_by_it(headings, line):
    parts = [
        f"{h}\n{line.format(n)}\nAn old gate."
        for h, n in zip(headings, ("9,400", "7,250"), strict=True)
    ]
    records = read_text("Our sister cities\n\n" + "\n\n".join(parts)).records
    assert [r.one("population").value for r in records] == [9_400, 7_250]
    assert [r.one("area_km2").value for r in records] == [57, 57]
    days = [v.value for r in records for v in r.values if v.field.endswith("_date") and v.in_force]
    assert days == ["1978", "1981"]
