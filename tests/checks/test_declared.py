"""Every check proves its own examples, bad and good, through the whole flow."""

from __future__ import annotations

import re
from datetime import date

import pytest

import pipeline
from pipeline.checks.catalogue import CATALOGUE
from pipeline.checks.check import Check, Scope, check, declared
from pipeline.checks.example import documents
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Value

TODAY = date(2026, 1, 1)
SAYS_SO_TOO = re.compile(r"\b([A-Z]\d\d) says so too:")

BAD = [
    pytest.param(one, example, blamed, id=f"{one.code}-{number}")
    for one in CATALOGUE
    for number, (example, blamed) in enumerate(one.bad.items(), start=1)
]
GOOD = [
    pytest.param(one, example, id=f"{one.code}-{number}")
    for one in CATALOGUE
    for number, example in enumerate(one.good, start=1)
]


def _findings(code, example, folder):
    """What the check finds in an example; a finding that it only backs counts as its own."""
    for number, text in enumerate(documents(example), start=1):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    found = pipeline.read_folder(folder, today=TODAY).findings
    return [one for one in found if code in (one.code, *SAYS_SO_TOO.findall(one.message))]


@pytest.mark.parametrize(("one", "example", "blamed"), BAD)
def test_a_bad_example_is_found_and_the_field_blamed(one, example, blamed, tmp_path):
    found = _findings(one.code, example, tmp_path)
    assert sorted(finding.field for finding in found) == sorted(blamed)
    assert all(finding.message for finding in found)
    changes = [change for one in found for offer in one.suggestions for change in offer.changes]
    assert [one for one in changes if one.literal not in example] == []
    assert [one for one in changes if one.value and one.corrected == one.literal != ""] == []


@pytest.mark.parametrize(("one", "example"), GOOD)
def test_a_good_example_is_silent(one, example, tmp_path):
    assert [finding.message for finding in _findings(one.code, example, tmp_path)] == []


@pytest.mark.parametrize("one", CATALOGUE, ids=lambda one: one.code)
def test_every_check_has_examples_and_a_rationale_for_the_reviewer(one):
    assert one.good
    assert one.bad
    title, _, text = one.rationale.partition("\n\n")
    assert title.endswith(".")
    assert "\n" not in title
    assert text


def _look(gdp: Value):
    """GDP is a figure.

    For the tests of this module.
    """
    yield Problem(str(gdp.value))


def _unknown(mayor: Value):
    """A mayor is no figure."""
    yield Problem(str(mayor.value))


def _wrong(gdp: int):
    """A figure is no int."""
    yield Problem(str(gdp))


def _bare():
    """There is nothing to look at."""
    yield from ()


def _silent(gdp: Value):
    yield Problem(str(gdp.value))


BROKEN = (
    (_unknown, {}, "no field 'mayor'"),
    (_wrong, {}, "'gdp' cannot be of type"),
    (_bare, {}, "no parameter"),
    (_silent, {}, "no docstring"),
    (_look, {"bad": {"GDP: 3": ("wealth",)}}, "blames 'wealth'"),
)


@pytest.mark.parametrize(("run", "examples", "reason"), BROKEN)
def test_a_broken_declaration_is_refused_and_named(run, examples, reason):
    with pytest.raises(Exception, match=f"check Z01: .*{reason}"):
        check("Z01", Severity.NOTE, level=0, **examples)(run)


def test_a_code_is_declared_once():
    one = check("Z01", Severity.NOTE, level=0)(_look)
    assert isinstance(one, Check)
    assert one.scope is Scope.RECORD
    with pytest.raises(Exception, match="Z01: is declared twice"):
        declared(one, one)
