from __future__ import annotations

import pytest

from pipeline.normalize.dates.year import find_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("counted in 2021 (2078 B.S.)", ["2021"]),
        ("2078 BS) and 1440 AH", []),
        ("a BSc of 2015, ahead", ["2015"]),
        ("In 2005 four towns; (2010 Census)", ["2005", "2010"]),
        ("ente 2005 y 2008, 2001-2014", ["2005", "2008", "2001", "2014"]),
        ("581 thousand people (as of 2013)", ["2013"]),
        ("In 2010, 36,000 people", ["2010"]),
        ("founded in 668 or 3019", []),
        ("signed in 2104, 2199 and 2204", ["2104", "2199"]),
        ("1,220 or 1.220 or 1220.5 or 12200", []),
        ("1980 m s. n. m., 1450 м, 1900㎜, 2010 km²", []),
        ("the 1960s, 1920-х, 2010年代", []),
        ("$2000, TEL 03-5213-1723, ISO 9001:2015", []),
        ("1018만여명, 1300余批次", []),
    ],
)
def test_years_are_four_digits_that_measure_nothing(text, years):
    assert [reading.value for reading in find_years(text)] == years


def test_spans_are_those_of_the_text():
    text = "born 1960, left 2001"
    (reading,) = find_years(text, 10)
    assert text[slice(*reading.span)] == "2001"
