"""The mistakes that stand in the documents of raw/: each is found, and nothing else is raised."""

from __future__ import annotations

import tomllib
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

HERE = Path(__file__).parent
DOCUMENTS = tomllib.loads((HERE / "expected.toml").read_text("utf-8"), parse_float=Decimal)[
    "document"
]
LOUD = ("error", "warning")
ROUNDED = Decimal("0.005")  # a suggestion is computed, the expectation is rounded by hand

each_document = pytest.mark.parametrize(
    "expected", DOCUMENTS, ids=lambda document: document["path"]
)
each_mistake = pytest.mark.parametrize(
    ("expected", "mistake"),
    [
        pytest.param(document, mistake, id=f"{document['path']}-{position + 1}-{mistake['field']}")
        for document in DOCUMENTS
        for position, mistake in enumerate(document.get("mistake", []))
    ],
)


def record_of(samples, expected, mistake):
    """The record that a mistake is about: by its position on the page (#2) or by its name."""
    names = [profile.get("name") for profile in expected["profile"]]
    place = mistake["profile"]
    position = int(place[1:]) - 1 if place.startswith("#") else names.index(place)
    return [record for record in samples.records if record.document == expected["path"]][position]


def tie(field):
    """Every kind of agreement is `agreement_dates` in a finding."""
    return (
        "agreement_dates"
        if field in {"sisterhood_date", "friendship_date", "agreement_date"}
        else field
    )


def about(finding, record, mistake):
    """Whether a warning or error on that record names one of the fields of the mistake."""
    fields = {mistake["field"], *mistake.get("involves", ())}
    named = {tie(field) for field in (finding.field, *finding.fields)}
    loud = finding.severity in LOUD and finding.record_id == record.id
    return loud and not fields.isdisjoint(named)


def same(suggested, wanted):
    try:
        return abs(Decimal(suggested) - Decimal(wanted)) <= ROUNDED * abs(Decimal(wanted))
    except InvalidOperation:
        return suggested == wanted


def findings_about(samples, expected, mistake):
    record = record_of(samples, expected, mistake)
    return [finding for finding in samples.findings if about(finding, record, mistake)]


@each_document
def test_mistakes_name_places_of_their_document(expected):
    names = {profile.get("name") for profile in expected["profile"]}
    for mistake in expected.get("mistake", []):
        assert mistake["profile"] in names or mistake["profile"].startswith("#")


@each_mistake
def test_the_mistake_is_found(samples, expected, mistake):
    assert findings_about(samples, expected, mistake), mistake["why"]


@each_mistake
def test_the_field_at_fault_is_blamed(samples, expected, mistake):
    hits = findings_about(samples, expected, mistake)
    assert mistake["field"] in {tie(finding.field) for finding in hits}


@each_mistake
def test_the_correction_is_offered(samples, expected, mistake):
    hits = findings_about(samples, expected, mistake)
    firsts = [finding.suggestions[0].value for finding in hits if finding.suggestions]
    offered = [suggestion.value for finding in hits for suggestion in finding.suggestions]
    if "suggestion" in mistake:
        assert any(same(value, mistake["suggestion"]) for value in firsts), firsts
    for wanted in mistake.get("offered", ()):
        assert any(same(value, wanted) for value in offered), offered


@each_document
def test_nothing_else_is_raised(samples, expected):
    mistakes = [(record_of(samples, expected, m), m) for m in expected.get("mistake", [])]
    loud = [f for f in samples.findings if f.document == expected["path"] and f.severity in LOUD]
    other = [f.message for f in loud if not any(about(f, place, m) for place, m in mistakes)]
    assert len(other) <= expected.get("other_warnings", 0), other
