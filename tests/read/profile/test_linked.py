"""Partners that sentences list with their countries and days, and names that are none."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.model.source import Span
from pipeline.read.profile.itemday import item_days
from pipeline.result import result_of_text

TODAY = date(2026, 11, 28)
TITLE = "Our links\n\n"
GERMAN = """\
1973 wurde die Partnerschaft mit Norvale (Frankreich) geschlossen. Im selben Jahr folgte Ashbridge \
(England). Mit Elmwitz in Polen und Bodvár in Ungarn bestehen Partnerschaften seit 1991.
"""
LISTED = [
    (
        "We are twinned with Norvale in France (1987) and Elmsee in Germany (since 1992).",
        {"Norvale": "1987", "Elmsee": "1992"},
    ),
    (
        GERMAN,
        {"Norvale": "1973", "Ashbridge": "1973", "Elmwitz": "1991", "Bodvár": "1991"},
    ),
    (
        "La ville est jumelée avec Elmheim (Allemagne) depuis 1965 et avec Ash (Chine) depuis le 3 mai 1978.",
        {"Elmheim": "1965", "Ash": "1978-05-03"},
    ),
    (
        "我市1994年与日本东原市结为友好城市,2003年又与韩国安里市结好。",
        {"东原市": "1994", "安里市": "2003"},
    ),
    (
        "The sister city pacts with Porto Novale (Italy) and Elm am Hof (Austria) were both signed in 1990.",
        {"Porto Novale": "1990", "Elm am Hof": "1990"},
    ),
]
NOT_LISTED = [
    "Delegations from Norvale (France) and Elmsee (Germany) came to the twinning jubilee in 1990.",
    "Our twin town lies between Norvale (France) and Elmsee (Germany) and has been there since 1241.",
    "Together with Norvale (France) and Elmsee (Germany) we went to a twinning congress in 1990.",
    "The river rises in Norvale (France) and ends in Elmsee (Germany); a sister city was found in 1987.",
    "We are twinned with Norvale in France (1987).",
    "Norvale in France (1987) and Elmsee in Germany (1992) were the first to build a weir.",
]
DAYS = [
    ("with A (1987) and B (1992)", "A B", ["1987", "1992"]),
    ("in 1987 with A and in 1992 with B", "A B", ["1987", "1992"]),
    ("with A and B since 1992", "A B", ["1992", "1992"]),
    ("In 1992 with A and B", "A B", ["1992", "1992"]),
    ("with A and B (1992)", "A B", [None, "1992"]),
    ("with A (1987), B and C (1992)", "A B C", ["1987", None, "1992"]),
    ("with A and B", "A B", [None, None]),
]


def _held(page):
    records = result_of_text(page, TODAY).records
    return {
        str(record.one("name").value): str(day.value)
        for record in records
        if record.one("name")
        for field in ("sisterhood_date", "friendship_date", "agreement_date")
        for day in record.held(field)
    }


@pytest.mark.parametrize(("sentences", "told"), LISTED)
def test_partners_of_a_sentence_have_records_with_their_days(sentences, told):
    assert _held(TITLE + sentences) == told


@pytest.mark.parametrize("sentences", NOT_LISTED)
def test_names_beside_a_tie_are_no_list_of_partners(sentences):
    assert len(_held(TITLE + sentences)) < 2


@pytest.mark.parametrize(("said", "names", "days"), DAYS)
def test_a_day_is_of_the_partner_beside_it(said, names, days):
    items = [Span(said.index(name), said.index(name) + 1) for name in names.split()]
    found = item_days(said, Span(0, len(said)), items)
    assert [day and said[slice(*day)] for day in found] == days


def test_partners_told_of_again_are_left_to_their_profiles():
    page = f"{TITLE}{LISTED[0][0]}\n\nNorvale (France)\nPopulation: 9,000\n\nElmsee (Germany)\nPopulation: 4,100\n"
    records = result_of_text(page, TODAY).records
    assert [str(record.one("population").value) for record in records] == ["9000", "4100"]
