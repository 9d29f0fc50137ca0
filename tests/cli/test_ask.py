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


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--code", "A44"), "no check has the code"),
        (("--document", "lindnau.txt"), "did you mean lindenau.txt?"),
        (("--document", "nosuch"), "has read no document 'nosuch'"),
    ],
)
def test_a_name_mistyped_does_not_look_like_a_clean_document(pipeline, tmp_path, asked, told):
    raw, output = tmp_path / "texts", tmp_path / "out"
    raw.mkdir()
    (raw / "lindenau.txt").write_text("Lindenau\nCountry: Germany\nArea: 12 km²\n")
    pipeline("run", raw, "--output", output, "--today", "2026-01-01")
    code, printed, complained = pipeline("findings", "--output", output, *asked)
    assert (code, printed) == (2, "")
    assert told in complained


def test_a_document_without_findings_is_no_mistake(pipeline, tmp_path):
    raw, output = tmp_path / "texts", tmp_path / "out"
    raw.mkdir()
    (raw / "lindenau.txt").write_text("Lindenau\nCountry: Germany\nArea: 12 km²\n")
    pipeline("run", raw, "--output", output, "--today", "2026-01-01")
    assert pipeline("findings", "--output", output, "--document", "lindenau.txt")[0] == 0
