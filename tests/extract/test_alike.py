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
