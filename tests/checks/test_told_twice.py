"""Sums, shares, jubilees and years that a text tells in words, and those that only look like it."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.result import result_of_text

TODAY = date(2026, 1, 1)

# Lines behind a name and a tie; code, field and a suggestion (empty for any).
WRONG = [
    # Shares that miss the whole by a digit, in lines and sentences.
    ("The economy: primary sector 7.1%, secondary 43.5%, tertiary 59.4%.", "A02", "industry_shares", ""),
    ("Land use: fields 41.2 %, forest 38.6 %, water 5.1 %, settlement 25.1 %", "A02", "other:land-use", "15.1"),
    ("Flächennutzung: Wald 30,5 %, Acker 51,2 %, Wasser 4,1 %, Sonstiges 24,2 %", "A02", "other:land-use", "14.2"),
    ("土地利用は森林52.3%、農地21.4%、宅地8.1%、その他28.2%である。", "A02", "other:land-use", "18.2"),
    # Men and women, town and country.
    ("It has 40,210 people, 20,304 men and 20,006 women.", "A01", "population", ""),
    ("주민 40,210명 (남 20,304명, 여 20,006명)", "A01", "population", ""),
    ("Die Stadt hat 40.210 Einwohner, davon 20.304 Männer und 20.006 Frauen.", "A01", "population", ""),
    # A year with two digits exchanged against the jubilee kept, and against a sentence.
    ("Partnership since: 1975\nIn 2007 the 50th anniversary of the partnership was kept.", "D10", "agreement_dates", "1957"),
    ("Sister city since: 12 June 1968\n2006. 10. : a choir came for the 20th anniversary of the sister tie", "D10", "agreement_dates", "1986-06-12"),
    ("자매결연일: 1968. 6. 12.\n2006년 자매결연 20주년 기념 방문", "D10", "agreement_dates", "1986-06-12"),
    ("Date of agreement: 12.06.1968\nSince 12 June 1986 the choirs visit each other.", "D01", "agreement_dates", "1986-06-12"),
    ("Sister city since: 12 June 1986\nOn 12 June 1987, the mayors put their names under the agreement.", "D01", "agreement_dates", "1987-06-12"),
    # Two lines of one height that have each other's figure.
    ("Elevation (m): 1,640\nElevation (ft): 500\nPopulation: 12,000", "A07", "elevation_m", "500"),
]  # fmt: skip

RIGHT = [
    "The economy: primary sector 7.1%, secondary 43.5%, tertiary 49.4%.",
    "Of its firms 41.2 % build machines, 38.6 % trade, 25.1 % have one worker.",
    "Unemployment is 7.1%, inflation 3.5%, growth 2.4%.",
    "Forest covers 60.5 %, of which spruce 41.2 %, pine 20.1 %, other 30.0 %.",
    "It has 40,210 people, 20,204 men and 20,006 women.",
    "It has 40,210 people. Its 304 men and 6 women of the fire brigade are known.",
    "It has 518,560 people, 259,440 men and 259,102 women.",
    "Die Stadt hat 40.210 Einwohner, davon 20.204 Männer und 20.006 Frauen.",
    "Partnership since: 1957\nIn 2007 the 50th anniversary of the partnership was kept.",
    "Partnership since: 1957\nIn 2011 the town kept the 750th anniversary of its founding.",
    "Partnership since: 1957\nIn 2011 a choir kept its 50th anniversary.",
    "Date of agreement: 12.06.1986\nOn 12 June 1996 ten years were kept.",
    "Sister city since: 12 June 1986\nOn 12 June 1987 a school was opened.",
    "Date of agreement: 12.06.1986\nThe school was signed over on 3 May 1968.",
    "Elevation (m): 500\nElevation (ft): 1,640\nPopulation: 12,000",
]
LISTED = (
    "Our friends: Aldmoor (1987), Birchley (1994), Corwen (2016), Denby (2001)\n\n"
    "City: Aldmoor\nCountry: Canada\nArea: 31 km²\nSister city since: May 4, 1987\n\n"
    "City: Birchley\nCountry: Canada\nArea: 41 km²\nSister city since: May 9, 1994\n\n"
    "City: Corwen\nCountry: Canada\nArea: 51 km²\nSister city since: June 4, {}\n\n"
    "City: Denby\nCountry: Canada\nArea: 61 km²\nSister city since: July 3, 2001\n"
)
ERAS = (
    "City: Aldmoor\nCountry: Japan\nPopulation: 12,000\nDate of agreement: 57年3月4日（1968）\n\n"
    "City: Birchley\nCountry: Japan\nPopulation: 22,000\nDate of agreement: 81年3月4日（1992）\n\n"
    "City: Corwen\nCountry: Japan\nPopulation: 32,000\nDate of agreement: 94年5月6日（{}）\n"
)


def loud(text):
    found = result_of_text(text, TODAY).findings
    return [one for one in found if one.severity in ("error", "warning")]


@pytest.mark.parametrize(("text", "code", "field", "meant"), WRONG)
def test_what_contradicts_itself_is_named(text, code, field, meant):
    found = loud(f"City: Aldmoor\nCountry: Canada\nArea: 310 km²\n{text}\n")
    assert [(one.code, one.field) for one in found] == [(code, field)]
    assert not meant or meant in [one.value for one in found[0].suggestions]


@pytest.mark.parametrize("text", RIGHT)
def test_what_agrees_or_tells_of_something_else_passes(text):
    assert [
        (one.code, one.message)
        for one in loud(f"City: Aldmoor\nCountry: Canada\nArea: 310 km²\n{text}\n")
    ] == []


@pytest.mark.parametrize(("year", "is_odd"), [("2005", False), ("2006", True)])
def test_years_of_another_calendar_are_as_far_apart_all_over_a_page(year, is_odd):
    found = [one for one in loud(ERAS.format(year)) if one.code == "D11"]
    assert len(found) == is_odd


@pytest.mark.parametrize(("year", "is_odd"), [("2016", False), ("2006", True)])
def test_a_list_of_years_on_the_page_agrees_with_the_profiles(year, is_odd):
    found = [one for one in loud(LISTED.format(year)) if one.code == "D01"]
    assert len(found) == is_odd
