"""The day of a tie behind the name of a heading, and sentences that only open with a name."""

from __future__ import annotations

import pytest

from pipeline import read_text

PAGE = "Twin towns\n\n{}\n\nEasthaven, Poland - since 1998\nThe town has 357,000 inhabitants on 176 km².\n"


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Norvale, Germany - since 1972\nThe town has 9,000 inhabitants on 40 km².", ["1972"]),
        (
            "Norvale, Germany, since March 1972\nThe town has 9,000 inhabitants on 40 km².",
            ["1972-03"],
        ),
        (
            (
                "Norvale, Germany, where some 9,000 people live on 40 square kilometres along the river, "
                "was added in 1981; the songs of soldiers who were billeted here from 1940 were the reason."
            ),
            ["1981"],
        ),
        (
            (
                "Norvale, Germany, counts 9,000 people on 40 square kilometres along the river and the hills "
                "of the north; a choir of ours has sung in its castle every summer since 1950."
            ),
            [],
        ),
    ],
)
def test_the_end_of_a_sentence_is_no_heading(line, days):
    found = read_text(PAGE.format(line)).records[0].values
    ties = [
        v.value for v in found if v.field.endswith(("hood_date", "ship_date", "agreement_date"))
    ]
    assert ties == days
