"""Older names of places with the name of today behind them, and counts of people of long ago."""

from __future__ import annotations

import pytest

from pipeline import read_text


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Kirnau is today's Norvale (Norvalia in Latin), a town in Romania.", "Norvale"),
        ("Kirnau ist das heutige Norvale, eine Stadt in Rumänien.", "Norvale"),
        ("Kirnau, aujourd'hui Norvale, est un port d'Algérie.", "Norvale"),
        ("Kirnau (now Norvale) is a spa town in Czechia.", "Norvale"),
        ("Kirnau, oggi Norvale, è un porto della Croazia.", "Norvale"),
        ("Kirnau, today Poland, is a port.", "Kirnau"),
        ("Kirnau, now a quiet town, is in Ohio.", "Kirnau"),
        ("Kirnau is now Twinned with nobody in Ohio.", "Kirnau"),
    ],
)
def test_the_name_of_today_stands_for_an_older_one(sentence, name):
    page = f"Family history\n\n{sentence} It has 48,500 inhabitants on 59 km².\n"
    (record,) = read_text(page).records
    assert record.one("name").value == name


@pytest.mark.parametrize(
    ("told", "people"),
    [
        ("In 1871 it had 9,000 inhabitants. By 2011 there were 12,400 people.", 12_400),
        ("It has 12,400 inhabitants. In 1871 it had a population of 9,000.", 12_400),
        ("In 1910 it had 9,000 inhabitants. The census of 2011 found 12,400.", 12_400),
        ("Its population is 12,400 (2015), up from 11,900 people in 2016.", 12_400),
        ("It had a population of 12,400 in 2010. Later 500 people live by the lake.", 12_400),
    ],
)
def test_a_count_of_long_ago_is_not_that_of_now(told, people):
    page = f"Norvale\n\nNorvale is a town in Ohio on 40 km². {told}\n"
    (record,) = read_text(page).records
    assert record.one("population").number == people
