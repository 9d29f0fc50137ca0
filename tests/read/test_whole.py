"""Parts of a group that are its whole, as infoboxes have them: "Population" above "• City 12,345"."""

from __future__ import annotations

import pytest

from pipeline import read_text

BOX = "Norvale\nCountry\tCanada\n{}\nWebsite\twww.norvale.ca\n"
# What stands in the box, a field and what it holds.
WHOLES = (
    ("Area\n • Land\t860.4 km2 (332 sq mi)\n • Water\t12 km2", "area_km2", ["860.4"]),
    ("Area\n • Total\t900 km2\n • Land\t860.4 km2", "area_km2", ["900"]),
    (
        "Area and position\n • Latitude\t21.2 North\n • Geographical area\t900 km2",
        "area_km2",
        ["900"],
    ),
    ("Population (2011)\n • City\t12,345\n • Metro\t45,000", "population", ["12345"]),
    ("Population\n • Municipality\t12,345\n • Density\t14/km2", "population", ["12345"]),
    ("Population\n • Density\t14/km2", "population", []),
    ("Population\n • Urban\t12,345", "population", []),
    ("Government\n • City\t12 councillors", "population", []),
    ("Population\n • City\tElm", "population", []),
)


@pytest.mark.parametrize(("box", "field", "held"), WHOLES)
def test_a_place_or_its_land_is_the_whole_where_no_part_says_total(box, field, held):
    records = read_text(BOX.format(box)).records
    values = [value for record in records if (value := record.one(field))]
    assert [str(value.value) for value in values] == held


def test_the_day_of_the_group_holds_for_its_whole():
    box = BOX.format("Population (2011)\n • City\t12,345")
    assert [r.held("population")[0].as_of for r in read_text(box).records] == ["2011"]
