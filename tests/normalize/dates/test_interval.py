from __future__ import annotations

from datetime import date

import pytest

from pipeline.normalize.dates.interval import before, interval, meet


@pytest.mark.parametrize(
    ("prefix", "first", "last"),
    [
        ("2013", date(2013, 1, 1), date(2013, 12, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2015-12", date(2015, 12, 1), date(2015, 12, 31)),
        ("2015-10-27", date(2015, 10, 27), date(2015, 10, 27)),
    ],
)
def test_a_prefix_is_all_its_days(prefix, first, last):
    assert interval(prefix) == (first, last)


@pytest.mark.parametrize("prefix", ["", "2015-13", "soon", "2015-02-30"])
def test_what_is_no_date_has_no_days(prefix):
    with pytest.raises(ValueError, match=r".+"):
        interval(prefix)


@pytest.mark.parametrize(
    ("one", "other", "earlier", "same"),
    [
        ("2004", "2005", True, False),
        ("2015", "2015-10-27", False, True),
        ("2015-10", "2015-11-01", True, False),
        ("2016", "2015-12-31", False, False),
    ],
)
def test_dates_are_compared_as_intervals(one, other, earlier, same):
    assert before(one, other) is earlier
    assert meet(one, other) is same
