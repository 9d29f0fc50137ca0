"""What a page says that was laid anew stands where the document has it."""

from __future__ import annotations

import pytest

import pipeline

BESIDE = """\
Norvale (Canada)                Elmstad (France)
Population: 94,200              Population: 38,150
Area: 355.6 km2                 Area: 71.3 km2
"""
BROKEN = """\
Norvale, Canada

Norvale lies on the upper Brenn, where it was founded in 1241, and has a popu-
lation of 12 400 persons on an area of 38.5 square kilo-
metres.
"""
HANGING = """\
Name:        Norvale
Country:     Canada
Twinned:     since the spring of
             1971
"""
ROWS = [
    (BESIDE, 0, "population", "94,200"),
    (BESIDE, 0, "area_km2", "355.6 km2"),
    (BESIDE, 1, "name", "Elmstad"),
    (BESIDE, 1, "population", "38,150"),
    (BROKEN, 0, "population", "12 400"),
    (BROKEN, 0, "area_km2", "38.5 square kilo-\nmetres"),
    (HANGING, 0, "agreement_date", "1971"),
]


@pytest.mark.parametrize(("text", "place", "field", "literal"), ROWS)
def test_a_value_stands_where_the_document_has_it(text, place, field, literal):
    record = pipeline.read_text(text).records[place]
    value = record.one(field)
    assert value is not None
    assert value.evidence.text == literal
    assert text[slice(*value.evidence.span)] == literal
