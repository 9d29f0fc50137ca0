"""Where one run of digits ends and the next begins."""

from __future__ import annotations

import pytest

from pipeline.normalize.digits import DIGITS


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("2 399 070 people", ["2 399 070"]),
        ("167 996,5 km", ["167 996,5"]),
        ("425 133,000 1998", ["425", "133,000", "1998"]),
        ("209 368,118 3", ["209", "368,118", "3"]),
        ("1,118 2,46,818", ["1,118", "2,46,818"]),
        ("12 34", ["12", "34"]),
        ("14 streets, 8 towns", ["14", "8"]),
        ("1960s and 12' tall", ["1960", "12"]),
    ],
)
def test_cells_of_a_row_are_no_groups_of_one_number(text, runs):
    assert [match[0] for match in DIGITS.finditer(text)] == runs
