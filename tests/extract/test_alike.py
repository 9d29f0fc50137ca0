"""A label that gives one partner's tie in words gives the next one's in a date."""

from __future__ import annotations

import pytest

from pipeline import read_text

# (what the label says of two partners, the days of their ties)
TIED = (
    ("charter signed 14th July 1973 in Elmwick", "1989", ["1973-07-14", "1989"]),
    ("twinned on 14 July 1973", "25 May 2009", ["1973-07-14", "2009-05-25"]),
    ("every July since 1973", "1989", []),
    ("charter signed 14th July 1973", "to be told in 1989 by the chair", ["1973-07-14"]),
)


@pytest.mark.parametrize(("first", "second", "days"), TIED)
def test_a_date_below_a_label_that_tells_of_a_tie(first, second, days):
    page = (
        "Our twin towns\n\nLindheim (Germany)\n~ How big: 95.6 sq km\n"
        f"~ When: {first}\n\nSaint-Orlan (France)\n~ How big: 14.9 sq km\n~ When: {second}\n"
    )
    records = read_text(page).records
    assert len(records) == 2
    found = [v.value for r in records for v in r.values if v.field.endswith("_date") and v.in_force]
    assert found == days


# (label of two partners, its values, the days of their ties)
BARE = (
    ("[Date] ", ("September 11, 1965", "August 27, 1975"), ["1965-09-11", "1975-08-27"]),
    ("Date: ", ("1965", "1975"), ["1965", "1975"]),
    ("Datum: ", ("11. Mai 1965", "27. Mai 1975"), ["1965-05-11", "1975-05-27"]),
    ("Fecha: ", ("11 de mayo de 1965", "1975"), ["1965-05-11", "1975"]),
    ("Quand : ", ("11 mai 1965", "27 mai 1975"), ["1965-05-11", "1975-05-27"]),
    ("Data: ", ("11 maggio 1965", "27 maggio 1975"), ["1965-05-11", "1975-05-27"]),
    ("Дата: ", ("11 мая 1965 г.", "27 мая 1975 г."), ["1965-05-11", "1975-05-27"]),
    ("Rok: ", ("1965", "1975"), ["1965", "1975"]),
    ("År: ", ("1965", "1975"), ["1965", "1975"]),
    ("Seit: ", ("1965", "1975"), ["1965", "1975"]),
    ("年月日：", ("1965年9月11日", "1975年8月27日"), ["1965-09-11", "1975-08-27"]),
    ("날짜: ", ("1965년 9월 11일", "1975년 8월 27일"), ["1965-09-11", "1975-08-27"]),
    ("Date: ", ("every year in May 1965 or so", "by arrangement with the office"), []),
    ("Festival: ", ("11 May 1965", "27 May 1975"), []),
    ("Last visit: ", ("11 May 1965", "27 May 1975"), []),
)


@pytest.mark.parametrize(("label", "values", "days"), BARE)
def test_a_label_that_only_asks_for_a_day(label, values, days):
    page = (
        f"Our twin towns\n\nLindheim (Germany)\n{label}{values[0]}\nArea: 95.6 sq km\n"
        f"\nSaint-Orlan (France)\n{label}{values[1]}\nArea: 14.9 sq km\n"
    )
    records = read_text(page).records
    found = [v.value for r in records for v in r.values if v.field.endswith("_date") and v.in_force]
    assert found == days


def test_a_day_on_a_page_without_partners():
    page = (
        "Our districts\n\nLindheim (Germany)\nDate: 11 May 1965\nArea: 95.6 sq km\n"
        "\nSaint-Orlan (Germany)\nDate: 27 May 1975\nArea: 14.9 sq km\n"
    )
    found = [v.field for r in read_text(page).records for v in r.values]
    assert "agreement_date" not in found
