"""The documents of raw/ against what a careful reader reads in them (expected.toml)."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

HERE = Path(__file__).parent
RAW = HERE.parents[1] / "raw"
DOCUMENTS = tomllib.loads((HERE / "expected.toml").read_text("utf-8"), parse_float=Decimal)[
    "document"
]
PROFILES = [
    pytest.param(document["path"], position, profile, id=f"{document['path']}-{position + 1}")
    for document in DOCUMENTS
    for position, profile in enumerate(document["profile"])
]
TIES = ("sisterhood_date", "friendship_date", "agreement_date")
SINGLE = (
    *("name", "country", "website", "founded"),
    *("area_km2", "population", "density_per_km2", "elevation_m", "households"),
)

each_document = pytest.mark.parametrize(
    "expected", DOCUMENTS, ids=lambda document: document["path"]
)


def records(samples, path):
    return [record for record in samples.records if record.document == path]


def site(url):
    return url.rpartition("//")[2].removeprefix("www.").rstrip("/")


def read_values(record):
    """Everything that the expectation speaks of, in its words."""
    held = {field: record.one(field) for field in (*SINGLE, "gdp")}
    read = {field: value.value for field, value in held.items() if value}
    read["agreement_dates"] = sorted({v.value for field in TIES for v in record.held(field)})
    if held["gdp"]:
        read["gdp"] = {"amount": held["gdp"].value, "currency": held["gdp"].currency}
    if held["population"] and held["population"].as_of:
        read["population_as_of"] = held["population"].as_of
    return comparable(read)


def comparable(values):
    """The same without empty lists, and with the website as its host."""
    sites = {"website": site(values["website"])} if "website" in values else {}
    return {field: value for field, value in {**values, **sites}.items() if value != []}


def judged(values, profile):
    """Without what readers may differ on, and without a country that the page leaves open."""
    unjudged = {
        "unjudged",
        "literals",
        *profile.get("unjudged", ()),
        *({"country"} - profile.keys()),
    }
    return {field: value for field, value in values.items() if field not in unjudged}


@each_document
def test_every_literal_stands_in_its_document(expected):
    text = (RAW / expected["path"]).read_bytes().decode(expected.get("encoding", "utf-8"))
    for profile in expected["profile"]:
        for literal in profile.get("literals", {}).values():
            for quoted in [literal] if isinstance(literal, str) else literal:
                assert quoted in text
        assert profile.get("name", "") in text


def test_every_document_has_an_expectation():
    kinds = {".txt", ".html"}
    shipped = {path.relative_to(RAW).as_posix() for path in RAW.rglob("*") if path.suffix in kinds}
    assert shipped == {document["path"] for document in DOCUMENTS}


@each_document
def test_every_place_is_a_record_and_nothing_else_is(samples, expected):
    named = [record.one("name") for record in records(samples, expected["path"])]
    assert [name.value if name else None for name in named] == [
        profile.get("name") for profile in expected["profile"]
    ]


@pytest.mark.parametrize(("path", "position", "profile"), PROFILES)
def test_values_are_read_as_a_careful_reader_reads_them(samples, path, position, profile):
    read = read_values(records(samples, path)[position])
    assert judged(read, profile) == judged(comparable(profile), profile)


@pytest.mark.parametrize(("path", "position", "profile"), PROFILES)
def test_values_stand_where_the_text_has_them(samples, path, position, profile):
    record = records(samples, path)[position]
    for field, literal in profile.get("literals", {}).items():
        value = record.one(field)
        if value and isinstance(literal, str) and field not in profile.get("unjudged", ()):
            quoted = value.evidence.text
            assert quoted in literal or literal in quoted
