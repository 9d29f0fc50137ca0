"""Rows numbered by a mark below a header that has a label for the numbers."""

from datetime import date

import pytest

from pipeline.result import result_of_text

TODAY = date(2026, 1, 1)
HEADS = (
    "S.No  District",
    "No.  District",
    "№  Район",
    "Sl. No.  Taluk",
    "連番  District",
    "Nr.  Landkreis",
)
ROWS = (
    "1. Norvale  Elm  29,510  121,680\n2. Easthaven  Oakham  3,514  171,556\n"
    "3. Kirn  Kirn  12,637  263,514\n"
)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("mark", [".", ")"])
def test_the_label_of_row_numbers_has_no_cells(head, mark):
    rows = ROWS.replace(". ", f"{mark} ")
    text = f"SOME DISTRICTS\n\n{head}  HQ  Area (sq km)  Population\n{rows}"
    records = result_of_text(text, TODAY).records
    assert [(one.one("name").value, str(one.one("population").number)) for one in records] == [
        ("Norvale", "121680"),
        ("Easthaven", "171556"),
        ("Kirn", "263514"),
    ]


def test_another_first_label_keeps_its_cells():
    rows = ROWS.replace("1. ", "").replace("2. ", "").replace("3. ", "")
    text = f"SOME DISTRICTS\n\nDistrict  Seat  Area (sq km)  Population\n{rows}"
    records = result_of_text(text, TODAY).records
    assert [one.one("name").value for one in records] == ["Norvale", "Easthaven", "Kirn"]
