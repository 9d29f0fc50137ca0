"""How complete records are: which fields a page's profiles are expected to have."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.extract.complete import expected, share


@pytest.mark.parametrize(
    ("told", "fields"),
    [
        ([{"area_km2"}] * 3, ("area_km2",)),
        ([{"area_km2"}] * 2, ()),  # of two profiles nothing can be usual
        ([{"area_km2"}] * 3 + [set()] * 2, ()),  # less than two thirds have it
        ([{"area_km2", "population"}] * 4 + [{"population"}], ("population", "area_km2")),
        ([{"other:mayor"}] * 3, ()),  # no field of the schema
        ([], ()),
    ],
)
def test_what_two_thirds_of_three_profiles_have_is_expected(told, fields):
    assert sorted(expected(told, "page.txt")) == sorted(fields)


@pytest.mark.parametrize(
    ("fields", "wanted", "value"),
    [
        ({"area_km2"}, ("area_km2", "population"), Decimal("0.5")),
        ({"area_km2"}, ("area_km2",), Decimal(1)),
        (set(), ("area_km2",), Decimal(0)),
        ({"area_km2"}, (), None),
    ],
)
def test_a_record_has_a_share_of_what_is_wanted(fields, wanted, value):
    assert share(fields, wanted) == value
