"""docs/checks.md says what the declarations say, and leaves out no code of the catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.checks.absent import ABSENT
from pipeline.checks.catalogue import TOLD
from pipeline.checks.handbook import handbook

HANDBOOK = Path(__file__).parents[2] / "docs" / "checks.md"
# The catalogue in the tradition of official statistics that the checks were chosen from.
LAST = {"T": 8, "F": 12, "A": 13, "D": 10, "C": 7, "X": 10, "E": 4, "M": 7}
CATALOGUED = [
    f"{topic}{number:02}" for topic, last in LAST.items() for number in range(1, last + 1)
]


@pytest.mark.parametrize("code", CATALOGUED)
def test_every_code_is_checked_or_says_why_not(code):
    assert (code in TOLD) != (code in ABSENT), "a check, or else a line in checks/absent.py"


def test_nothing_else_is_said_to_be_absent():
    assert set(ABSENT) <= set(CATALOGUED)
    assert all(reason.endswith((".", "`")) for reason in ABSENT.values())


def test_the_handbook_is_that_of_the_declarations(golden):
    golden(HANDBOOK, handbook())
