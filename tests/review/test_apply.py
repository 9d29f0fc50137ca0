from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from pipeline.model.finding import Change, Decision, Finding, Mention, Severity
from pipeline.model.source import Span
from pipeline.model.value import Evidence, Record, Value
from pipeline.review.apply import apply
from pipeline.review.reading import read_as
from pipeline.review.settle import Decided

TEXT = "Area: 8.034㎢ Population: 4.52 million Primary 10%, 40% Founded: Feb. 30, 2015"


def value(id_: str, field: str, literal: str, read: Decimal | str, **more: object) -> Value:
    start = TEXT.index(literal)
    evidence = Evidence(Span(start, start + len(literal)), literal, "labelled; number:decimal")
    return Value(id_, field, read, evidence, in_force=True)._replace(**more)


AREA = value(
    "v1",
    "area_km2",
    "8.034㎢",
    Decimal("8.034"),
    low=Decimal("8.0335"),
    high=Decimal("8.0345"),
    unit="kilometer ** 2",
)
RIVAL = AREA._replace(id="v2", value=Decimal(8034), rank=1, in_force=False)
PEOPLE = value("v3", "population", "4.52 million", Decimal(4_520_000), unit="person")
FIRST = value("v4", "industry_shares", "10%", Decimal(10), of="primary")
SECOND = value("v5", "industry_shares", "40%", Decimal(40), of="secondary")
FOUNDED = value("v6", "founded", "Feb. 30, 2015", "", qualifier="impossible", in_force=False)
TOWN = Record(
    "t.txt#town", "t.txt", Span(0, len(TEXT)), 1, 1, (AREA, RIVAL, PEOPLE, FIRST, SECOND, FOUNDED)
)


def decided(about: Value, verdict: str, new: str = "", *changes: Change, **more: object) -> Decided:
    span = about.evidence.span
    mention = Mention("t.txt", TOWN.id, span.start, span.end, about.evidence.text, "blamed")
    finding = Finding(
        "f1",
        "A04",
        Severity.WARNING,
        "t.txt",
        TOWN.id,
        about.field,
        (about.field,),
        "",
        "",
        1,
        1,
        span.start,
        span.end,
        about.evidence.text,
        (mention,),
    )
    finding = replace(finding, **more)
    return Decided(
        finding,
        Decision("f1", "A04", TOWN.id, "", about.field, (), verdict, new, changes, "Kim", "", ""),
    )


def change(of: Value, new: str) -> Change:
    return Change(of.field, of.id, of.evidence.text, new)


def in_force(record: Record, field: str) -> list[str]:
    return [str(one.value) for one in record.held(field)]


def test_an_accepted_suggestion_is_in_force_with_its_origin():
    after = apply(TOWN, [decided(AREA, "accept", "8034", change(AREA, "8034"))], read_as)
    held = after.one("area_km2")
    assert held == AREA._replace(
        value=Decimal(8034),
        low=Decimal("8033.5"),
        high=Decimal("8034.5"),
        evidence=AREA.evidence._replace(rule="decision"),
        reported="8.034",
        decision="accept",
    )
    assert len(after.values) == len(TOWN.values)


@pytest.mark.parametrize(
    ("verdict", "new", "area"),
    [
        ("keep", "", ["8.034"]),
        ("replace", "8,034 km²", ["8034"]),
        ("replace", "803400 ha", ["8034.000000"]),
        ("replace", "large", ["8.034"]),
        ("accept", "8034", ["8034"]),
        ("accept", "many", ["8.034"]),
        ("accept", "NaN", ["8.034"]),
        ("accept", "", []),
    ],
)
def test_a_verdict_without_changes_is_about_the_blamed_literal(verdict, new, area):
    after = apply(TOWN, [decided(AREA, verdict, new)], read_as)
    assert in_force(after, "area_km2") == area


def test_a_swap_changes_both_values():
    swap = (change(AREA, "4520000"), change(PEOPLE, "8034"))
    after = apply(TOWN, [decided(AREA, "accept", "4520000", *swap)], read_as)
    assert (in_force(after, "area_km2"), in_force(after, "population")) == (["4520000"], ["8034"])


def test_in_a_list_only_the_literal_is_replaced():
    after = apply(TOWN, [decided(SECOND, "accept", "90", change(SECOND, "90"))], read_as)
    assert in_force(after, "industry_shares") == ["10", "90"]
    assert after.held("industry_shares")[1].of == "secondary"


def test_in_a_single_field_the_decided_value_is_alone():
    twice = value("v7", "population", "40%", Decimal(40))
    record = replace(TOWN, values=(*TOWN.values, twice._replace(in_force=False)))
    after = apply(record, [decided(twice, "accept", "40", change(twice, "40"))], read_as)
    assert in_force(after, "population") == ["40"]


def test_an_impossible_date_becomes_the_one_decided():
    after = apply(
        TOWN, [decided(FOUNDED, "accept", "2015-02-28", change(FOUNDED, "2015-02-28"))], read_as
    )
    held = after.one("founded")
    assert held is not None
    assert (held.value, held.reported, held.qualifier) == ("2015-02-28", "", "")


def test_a_fact_that_the_text_lacks_is_added_where_the_finding_stands():
    missing = decided(AREA, "replace", "CN", field="country", start=0, end=0, text="", evidence=())
    after = apply(TOWN, [missing], read_as)
    held = after.one("country")
    assert held is not None
    assert (held.value, held.evidence.rule, held.decision) == ("CN", "decision", "replace")
    assert len({one.id for one in after.values}) == len(after.values)


def test_later_decisions_go_over_earlier_ones_and_what_was_read_stays():
    steps = [
        decided(AREA, "accept", "8034", change(AREA, "8034")),
        decided(AREA, "replace", "8035"),
    ]
    held = apply(TOWN, steps, read_as).one("area_km2")
    assert held is not None
    assert (held.value, held.reported, held.decision) == (Decimal(8035), "8.034", "replace")


def test_a_renamed_document_finds_its_values_by_their_evidence():
    old = Change("area_km2", "id of a former run", "8.034㎢", "8034", "8,034㎢")
    after = apply(TOWN, [decided(AREA, "accept", "8034", old)], read_as)
    assert in_force(after, "area_km2") == ["8034"]


def test_decisions_about_other_records_change_nothing():
    other = decided(AREA, "replace", "8034", record_id="t.txt#elsewhere")
    unknown = decided(
        AREA, "accept", "1", Change("area_km2", "elsewhere", "1", "1"), record_id="t.txt#elsewhere"
    )
    assert apply(TOWN, [other, unknown], read_as) == TOWN
