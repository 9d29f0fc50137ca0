from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model.finding import Decision, Finding, Mention, Severity, Status
from pipeline.review.settle import literals_of, rechecked, settle

DIGESTS = {"town.txt": "aaaa", "copy.txt": "aaaa", "other.txt": "bbbb"}


def finding(
    id_: str, document: str = "town.txt", literal: str = "8.034㎢", **more: object
) -> Finding:
    given = {
        "code": "A04",
        "severity": Severity.WARNING,
        "document": document,
        "record_id": f"{document}#guiyang",
        "field": "area_km2",
        "fields": ("area_km2",),
        "message": "8.034 km² for 4.52 million people",
        "computed": "",
        "line": 1,
        "column": 7,
        "start": 6,
        "end": 6 + len(literal),
        "text": literal,
        "evidence": (Mention(document, f"{document}#guiyang", 6, 13, literal, "blamed"),),
    }
    return Finding(id=id_, **(given | more))


def decision(about: Finding, verdict: str = "keep", value: str = "", **more: str) -> Decision:
    digest = DIGESTS.get(about.document, "")
    made = Decision(
        about.id,
        about.code,
        about.record_id,
        digest,
        about.field,
        literals_of(about),
        verdict,
        value,
        (),
        "Kim",
        "2026-11-23",
        "",
    )
    return made._replace(**more)


ONE = finding("one")
CASES = [
    (["keep"], Status.KEPT),
    (["accept"], Status.ACCEPTED),
    (["replace"], Status.REPLACED),
    (["keep", "replace"], Status.REPLACED),
    (["keep", "replace", "undo"], Status.KEPT),
    (["keep", "undo"], Status.OPEN),
    (["keep", "undo", "undo"], Status.OPEN),
    (["undo", "keep"], Status.KEPT),
    (["keep", "accept", "undo", "undo", "replace"], Status.REPLACED),
    ([], Status.OPEN),
]


@pytest.mark.parametrize(("verdicts", "status"), CASES)
def test_the_last_verdict_that_was_not_taken_back_holds(verdicts, status):
    taken = [decision(ONE, verdict) for verdict in verdicts]
    (settled,) = settle([ONE], taken, DIGESTS).findings
    assert settled.status is status
    assert settled.decided_by == ("" if status is Status.OPEN else "Kim")


REATTACHED = [
    ("its id changed", finding("new"), True),
    ("it moved", finding("new", start=90, end=97, line=4), True),
    ("the file was renamed", finding("new", "copy.txt"), True),
    ("another document", finding("new", "other.txt"), False),
    ("another check", finding("new", code="A03"), False),
    ("another field", finding("new", field="population"), False),
    ("another literal", finding("new", literal="8,034㎢"), False),
]


@pytest.mark.parametrize(("change", "now", "fits"), REATTACHED, ids=lambda part: str(part)[:24])
def test_a_decision_finds_its_finding_again(change, now, fits):
    settled = settle([now], [decision(ONE)], DIGESTS)
    statuses = {one.id: one.status for one in settled.findings}
    expected = {"new": Status.KEPT} if fits else {"new": Status.OPEN, "one": Status.STALE}
    assert statuses == expected, change


def test_two_findings_that_fit_leave_the_decision_stale():
    settled = settle([finding("new"), finding("new-2")], [decision(ONE)], DIGESTS)
    assert [one.status for one in settled.findings] == [Status.OPEN, Status.OPEN, Status.STALE]
    assert settled.decided == ()


def test_what_is_decided_under_the_new_id_goes_over_what_was_decided_under_the_old_one():
    taken = [decision(ONE), decision(finding("new"), "replace", "5")]
    (settled,) = settle([finding("new")], taken, DIGESTS).findings
    assert settled.status is Status.REPLACED


def test_an_undo_under_the_new_id_takes_back_what_was_decided_under_the_old_one():
    now = finding("new")
    settled = settle([now], [decision(ONE, "accept"), decision(now, "undo")], DIGESTS)
    assert [one.status for one in settled.findings] == [Status.OPEN]
    assert settle([], [decision(ONE), decision(ONE, "undo")], DIGESTS).findings == ()


def test_a_stale_decision_is_a_row_that_says_what_was_decided():
    (stale,) = settle([], [decision(ONE, "replace", "8034")], DIGESTS).findings
    assert (stale.id, stale.status, stale.document) == ("one", Status.STALE, "town.txt")
    assert "“8.034㎢” was replaced by 8034 before" in stale.message
    assert stale.text == "8.034㎢"


def test_a_finding_of_a_document_without_record_finds_its_document():
    whole = finding("old", record_id="", field="", evidence=(), text="")
    taken = decision(whole, record_id="town.txt#")
    now = finding("new", record_id="", field="", evidence=(), text="")
    (settled,) = settle([now], [taken], {}).findings
    assert settled.status is Status.KEPT


def test_records_with_changes_are_the_ones_to_check_again():
    two = finding("two", "other.txt")
    settled = settle([ONE, two], [decision(ONE, "accept"), decision(two, "keep")], DIGESTS)
    assert settled.records == {"town.txt#guiyang"}


def test_after_the_second_look_only_what_it_found_is_open():
    gone, stays = finding("gone", code="C02"), finding("stays", code="X03")
    elsewhere = finding("elsewhere", "other.txt")
    settled = settle([ONE, gone, stays, elsewhere], [decision(ONE, "accept")], DIGESTS)
    again = [stays, finding("fresh", code="F04"), ONE, finding("unasked", "other.txt")]
    after = rechecked(settled, again, settled.records)
    assert {one.id: one.status for one in after} == {
        "one": Status.ACCEPTED,
        "stays": Status.OPEN,
        "fresh": Status.OPEN,
        "elsewhere": Status.OPEN,
    }


def test_equal_findings_keep_their_numbers_when_the_first_is_mended():
    first, second = finding("one"), finding("one-2", start=60, end=67)
    settled = settle([first, second], [decision(first, "accept")], DIGESTS)
    after = rechecked(settled, [replace(second, id="one")], settled.records)
    assert {one.id: one.status for one in after} == {"one": Status.ACCEPTED, "one-2": Status.OPEN}
