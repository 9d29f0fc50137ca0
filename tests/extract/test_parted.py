"""Several ties in one line, one behind the other, and lines that say that there is none."""

from __future__ import annotations

import pytest

from pipeline import read_text
from pipeline.schema.place import AGREEMENTS

PAGE = (
    "Twin cities\n\nNorvale (Japan)\nPopulation: 9,602 people\nRelation: {}\n\n"
    "Elmstad (Korea)\nPopulation: 90,602 people\nRelation: sister relation signed on 25/7/1997\n"
)


@pytest.mark.parametrize(
    ("line", "days"),
    [
        (
            "MoU on friendship 27/4/2009; agreement on sister city 18/4/2014",
            "2009-04-27 2014-04-18",
        ),
        ("Protocol of 27/4/2009; agreement signed 18/4/2014", "2009-04-27 2014-04-18"),
        (
            "cooperation began with the guards' partnership of 1993; the sister city pact followed in 2014",
            "2014",
        ),
        ("30th anniversary, July 2015; the tie began with a colony, 1927", ""),
        ("agreement signed on 27/4/2009; a garden was opened", "2009-04-27"),
        ('project "Norvale water" 2008 - 2011, no agreement yet', ""),
        ("an agreement has not been signed yet (2011)", ""),
    ],
)
def test_the_ties_of_a_line(line, days):
    record = read_text(PAGE.format(line)).records[0]
    found = [str(value.value) for field in AGREEMENTS for value in record.all(field)]
    assert sorted(set(found)) == days.split()
