"""Jubilees against the dates that they count from, in figures, in words and in eras."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.result import result_of_text

TODAY = date(2026, 1, 1)
TOWN = "City: Aldmoor\nCountry: Japan\nSister city since: {}\n"

# The date of the tie, the sentence behind it, the date that is meant.
WRONG = [
    ("May 6, 1948", "In 2004 a choir came for the 20th anniversary of the tie.", "1984-05-06"),
    ("May 6, 1982", "In 2012 the 40th anniversary of the relation was kept.", "1972-05-06"),
    ("May 6, 1997", "In 2019 we kept the fortieth birthday of the charter.", "1979-05-06"),
    ("May 6, 2006", "The cake for our tenth anniversary with them, in June 2014, was large.", "2004-05-06"),
    ("May 6, 1998", "2018年10月、提携30周年の式典。", "1988-05-06"),
    ("May 6, 1998", "平成30年10月、30周年記念式典。", "1988-05-06"),
    ("民國37年5月6日", "Donations came in 2004 for the 20th anniversary of the tie.", "1984-05-06"),
    ("6 May 1958", "Im Jahr 2005 feierte man zwanzig Jahre Städtepartnerschaft.", "1985-05-06"),
]  # fmt: skip

# The year of the feast is the only one of its sentence, and was signed in no one.
FEAST = "ALDMOOR, France\no  charter signed in 1997\no  in 2019 we kept the 40th birthday of the charter\n"

RIGHT = [
    ("May 6, 1984", "In 2004 a choir came for the 20th anniversary of the tie."),
    ("May 6, 1984", "In 2005 a choir came for the 20th anniversary of the tie."),
    # A jubilee of two countries, which happens to be one digit away.
    ("May 6, 1982", "In 2012 the 40th anniversary of diplomatic relations was kept."),
    ("May 6, 1982", "2012年、日中国交正常化40周年の行事。"),
    # Two years: no one can tell which is that of the feast.
    ("May 6, 1948", "In 2003 and 2004 choirs came for the 20th anniversary of the tie."),
    # More than a slip away.
    ("May 6, 1984", "In 2004 the choir kept its 37th anniversary."),
    # Of the town, whose founding is not told.
    ("May 6, 1982", "In 2012 the 40th anniversary of the founding was kept."),
    ("May 6, 1998", "平成30年10月、20周年記念式典。"),
    # Signed before the spring in which the year of the feast begins.
    ("February 6, 1985", "In 2004 a choir came for the 20th anniversary of the tie."),
]


def doubted(day, sentence):
    found = result_of_text(TOWN.format(day) + sentence + "\n", TODAY).findings
    return [one.suggestions[0].value for one in found if one.code == "D10"]


@pytest.mark.parametrize(("day", "sentence", "meant"), WRONG)
def test_a_jubilee_that_counts_from_another_year_is_told(day, sentence, meant):
    assert doubted(day, sentence) == [meant]


@pytest.mark.parametrize(("day", "sentence"), RIGHT)
def test_a_jubilee_of_the_date_or_of_something_else_passes(day, sentence):
    assert doubted(day, sentence) == []


@pytest.mark.parametrize(("year", "found"), [("1986", True), ("1988", False)])
def test_a_year_in_brackets_behind_an_era_is_the_same(year, found):
    text = f"■アルドムーア市（フランス共和国）\n提携年月日　昭和63年6月3日（{year}年）\n面積　34.36平方キロメートル"
    codes = [one.code for one in result_of_text(text, TODAY).findings]
    assert ("D11" in codes) is found


@pytest.mark.parametrize(
    ("era", "offers"), [("Heisei 13", ["2019-04-16", "2001-04-16"]), ("Reiwa 1", [])]
)
def test_an_era_in_brackets_behind_a_day_is_of_its_year(era, offers):
    found = [
        one
        for one in result_of_text(TOWN.format(f"April 16, 2019 ({era})"), TODAY).findings
        if one.code == "D11"
    ]
    assert [offer.value for one in found for offer in one.suggestions] == offers


def test_the_year_of_a_feast_is_no_year_of_signing():
    found = [one for one in result_of_text(FEAST, TODAY).findings if one.code == "D10"]
    assert [one.suggestions[0].value for one in found] == ["1979"]
