from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.review.reading import read_as


@pytest.mark.parametrize(
    ("field", "text", "read"),
    [
        ("area_km2", "8,034 km²", Decimal(8034)),
        ("area_km2", "8034", Decimal(8034)),
        ("population", "4.52 million", Decimal(4_520_000)),
        ("gdp", "23.2 billion yuan", Decimal(23_200_000_000)),
        ("agreement_dates", "Oct. 15, 2004", "2004-10-15"),
        ("agreement_dates", "2004", "2004"),
        ("country", "China", "CN"),
        ("name", "Guiyang", "Guiyang"),
        ("other:wells", "66", Decimal(66)),
        ("other:wells", "many", "many"),
        ("area_km2", "large", None),
        ("population", "5 and 6", None),
        ("agreement_dates", "Feb. 30, 2015", None),
        ("country", "Nowhere", None),
        ("name", " ", None),
    ],
)
def test_a_typed_value_reads_as_on_a_page(field, text, read):
    found = read_as(field, text)
    assert (found.value if found else None) == read
