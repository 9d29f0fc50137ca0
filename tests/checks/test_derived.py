"""Growth, totals and conversions: what is computed from other figures, and what is not."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.result import result_of_text

TODAY = date(2026, 1, 1)
TABLE = "| Town | Population 2021 | Population 2011 | Change (%) |\n|---|---|---|---|\n"

WRONG = [
    ("City: Aldmoor\nPopulation (2020): 21,450\nPopulation (2010): 20,110\nChange: 7.6 %", "A13", "other:change", "6.7"),
    ("City: Aldmoor\nPopulation (2020): 19,400\nPopulation (2010): 20,110\nGrowth: 3.5 %", "A13", "other:growth", "-3.5"),
    ("City: Aldmoor\nCountry: China\nGDP: 24.3 billion yuan (35.1 billion dollars)", "E03", "gdp", ""),
    ("City: Aldmoor\nCountry: Japan\nGDP: 24.3 billion yen (2.1 billion US dollars)", "E03", "gdp", ""),
]  # fmt: skip

RIGHT = [
    "City: Aldmoor\nPopulation (2020): 21,450\nPopulation (2010): 20,110\nChange: 6.7 %",
    "City: Aldmoor\nPopulation (2020): 21,450\nPopulation (2010): 20,110\nAnnual growth: 0.6 %",
    "City: Aldmoor\nPopulation (2020): 21,450\nGrowth: 7.6 %",
    "City: Aldmoor\nCountry: China\nGDP: 24.3 billion yuan (3.5 billion dollars)",
    "City: Aldmoor\nCountry: Japan\nGDP: 243 billion yen (2.1 billion US dollars)",
    # A whole column that is the change of something else.
    TABLE
    + "| Aldmoor | 21,450 | 20,110 | 1.2 |\n| Birchley | 31,450 | 30,110 | 3.3 |\n| Corwen | 9,450 | 9,110 | 9.1 |\n",
]


def loud(text):
    found = result_of_text(f"{text}\n", TODAY).findings
    return [one for one in found if one.severity in ("error", "warning")]


@pytest.mark.parametrize(("text", "code", "field", "meant"), WRONG)
def test_what_was_computed_wrongly_is_named(text, code, field, meant):
    found = loud(text)
    assert [(one.code, one.field) for one in found] == [(code, field)]
    assert not meant or meant in [one.value for one in found[0].suggestions]


@pytest.mark.parametrize("text", RIGHT)
def test_what_was_computed_rightly_passes(text):
    assert [(one.code, one.message) for one in loud(text)] == []
