"""Partners listed below a heading of ties, several on a line with their days."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.result import result_of_text

TODAY = date(2026, 11, 25)
TITLE = "■ Sister cities in Japan\n"
ROWS = (
    (
        TITLE + "Kushima (1963 Oct 4), Koyama (2005), Himeno (Mar 8, 1972)",
        {"Kushima": "1963-10-04", "Koyama": "2005", "Himeno": "1972-03-08"},
    ),
    (TITLE + "Kushima (1963 Oct 4)", {}),
    (TITLE + "Kushima (population 4,120), Koyama (hot springs)", {}),
    ("■ Rivers in Japan\nKushima (1963 Oct 4), Koyama (2005 Nov 25)", {}),
    (TITLE + "We met in Kushima (1963) and Koyama (2005) for the first time", {}),
)


@pytest.mark.parametrize(("text", "told"), ROWS)
def test_partners_of_one_line_have_records_with_their_days(text, told):
    records = result_of_text(text, TODAY).records
    days = {
        str(record.one("name").value): str(day.value)
        for record in records
        if record.one("name")
        for field in ("sisterhood_date", "agreement_date")
        for day in record.held(field)
    }
    assert days == told
    assert {value.value for record in records for value in record.held("country")} <= {"JP"}
