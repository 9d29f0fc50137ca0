"""Which of several dates of ties a record holds."""

from __future__ import annotations

import pytest

from pipeline import read_text

# (what is told of a partner, the days of its ties)
TIES = (
    ("Sister city since 15 May 1989.\n1989: the two mayors sign the agreement.", ["1989-05-15"]),
    ("Agreement signed in 1989. It became our sister city on 15 May 1989.", ["1989-05-15"]),
    ("Sister city since 1989. Friendship agreement signed on 15 May 1989.", ["1989", "1989-05-15"]),
    ("Sister city since 15 May 1989. Friendship agreement signed in 1992.", ["1989-05-15", "1992"]),
)


@pytest.mark.parametrize(("told", "days"), TIES)
def test_a_year_beside_a_day_of_the_same_tie(told, days):
    page = f"Our partners\n\nNorvale, Canada\nNorvale has 12,000 inhabitants. {told}\n"
    (record,) = read_text(page).records
    found = [v.value for v in record.values if v.field.endswith("_date") and v.in_force]
    assert sorted(map(str, found)) == days
