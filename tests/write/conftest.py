"""Builds reports of invented places: as many findings as a test asks for, with its own words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.model.finding import (
    Change,
    Extraction,
    Finding,
    Mention,
    Severity,
    Status,
    Suggestion,
)
from pipeline.model.source import RawDocument, Span
from pipeline.model.value import Evidence, Record, Value
from pipeline.write.report import Place, Rationale, Report, Shown, Tally, TopFindings
from pipeline.write.reporting.excerpt import windows
from pipeline.write.reporting.top import Held

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.WARNING, Severity.NOTE)
CODES = {Severity.ERROR: "A03", Severity.WARNING: "F01", Severity.NOTE: "T02"}
RATIONALES = {
    "A03": Rationale("Area fits the population", "A lost separator makes a place too small."),
    "F01": Rationale("A field is missing", "The other profiles of the page have it."),
    "T02": Rationale("A unit is one character", "It was read all the same."),
}


def document(path, places, name="Northtown"):
    profile = "{name} {at}\nArea: {area}㎢ (a tenth of the province)\nPopulation: 1,220,000\n\n"
    text = "".join(profile.format(name=name, at=at, area=f"8.{at:03}") for at in range(places))
    return RawDocument(path, "0" * 64, "txt", "utf-8", "declared", text)


def value(text, field, literal, number, start):
    at = text.index(literal, start)
    evidence = Evidence(Span(at, at + len(literal)), literal, "labelled")
    unit = "km²" if field == "area_km2" else ""
    return Value(f"{field}-{at}", field, number, evidence, unit=unit, in_force=True)


def record(source, at, name):
    start = source.text.index(f"{name} {at}\n")
    values = (
        value(source.text, "name", f"{name} {at}", f"{name} {at}", start),
        value(source.text, "area_km2", f"8.{at:03}㎢", Decimal(f"8.{at:03}"), start),
        value(source.text, "population", "1,220,000", Decimal(1_220_000), start),
    )
    line = source.position(start)[0]
    span = Span(start, start + 10)
    return Record(f"{source.path}#{at}", source.path, span, line, line + 3, values, Decimal("0.75"))


def finding(source, place, at, message):
    area, people = place.held("area_km2")[0], place.held("population")[0]
    severity = SEVERITIES[at % len(SEVERITIES)]
    mentions = tuple(
        Mention(source.path, place.id, *one.evidence.span, one.evidence.text, role)
        for one, role in ((area, "blamed"), (people, "involved"))
    )
    change = Change("area_km2", area.id, area.evidence.text, "8034")
    return Finding(
        id=f"{at:08x}cafe{at:04x}",
        code=CODES[severity],
        severity=severity,
        document=source.path,
        record_id=place.id,
        field="area_km2",
        fields=("area_km2", "population"),
        message=message,
        computed="1,220,000 ÷ 8.034 = 151,855",
        line=source.position(area.evidence.span.start)[0],
        column=7,
        start=area.evidence.span.start,
        end=area.evidence.span.end,
        text=area.evidence.text,
        evidence=mentions,
        suggestions=(
            Suggestion("8034", "separator", "The point sets thousands apart.", 2.0, (change,)),
        ),
        status=Status.KEPT if at % 7 == 6 else Status.OPEN,
    )


def place(owner):
    held = tuple(Held(v.field, v.value, v.unit, v.evidence.text, id=v.id) for v in owner.values)
    return Place(owner.id, owner.document, owner.line_start, str(owner.values[0].value), "", held)


@pytest.fixture(scope="session")
def build_extraction():
    """One document of invented places with one finding each."""

    def build(path="places.txt", places=3, name="Northtown", message="Too few km² for so many."):
        source = document(path, places, name)
        records = tuple(record(source, at, name) for at in range(places))
        found = tuple(finding(source, one, at, message) for at, one in enumerate(records))
        numbers = tuple(Span(at, at + 1) for at in range(10))
        return Extraction(source, records, found, numbers=numbers, accounted=9)

    return build


@pytest.fixture(scope="session")
def build_report(build_extraction):
    """The report of one document of invented places."""

    def build(rationales=RATIONALES, limit=2_000, **words):
        extraction = build_extraction(**words)
        tally, top = Tally(), TopFindings(limit)
        tally.add(extraction)
        for found, owner in zip(extraction.findings, extraction.records, strict=True):
            top.offer(Shown(found, place(owner), windows(found, (extraction.document,))))
        return Report(tally.counts(), top.found(), rationales, "2026-01-15", "0.1.0")

    return build
