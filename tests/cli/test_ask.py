"""What is looked for, told to people and to scripts."""

from __future__ import annotations

import json

import pytest

from pipeline.checks.absent import ABSENT
from pipeline.checks.catalogue import TOLD


def test_checks_are_listed(pipeline):
    code, printed, _ = pipeline("checks")
    assert code == 0
    assert all(f"\n{check.code}\t{check.severity}\t" in printed for check in TOLD.values())
    code, printed, _ = pipeline("checks", "--json")
    assert code == 0
    assert [check["code"] for check in json.loads(printed)] == list(TOLD)


@pytest.mark.parametrize("check", TOLD.values(), ids=lambda check: check.code)
def test_every_check_is_explained_with_its_examples(pipeline, check):
    code, printed, _ = pipeline("explain", check.code.lower())
    assert code == 0
    assert printed.startswith(f"{check.code} ({check.severity}): ")
    assert check.rationale.splitlines()[0] in printed
    assert ("Fails:" in printed, "Passes:" in printed) == (bool(check.bad), bool(check.good))


@pytest.mark.parametrize("code", ABSENT)
def test_what_is_not_looked_for_is_explained_too(pipeline, code):
    assert pipeline("explain", code) == (0, f"{code}: {ABSENT[code]}\n", "")
