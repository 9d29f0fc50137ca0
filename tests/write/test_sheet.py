"""What a document leaves in the tables: packed and unpacked, with findings of the folder in place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.checks.view.card import card_of
from pipeline.model.finding import Severity, Status
from pipeline.model.source import RawDocument
from pipeline.worker import extract_checked
from pipeline.write.pack import pack, unpack, unpack_card, unpack_text
from pipeline.write.sheet import (
    found_in,
    sheet_of,
    with_findings,
)

TEXTS = (
    "",
    "no facts here",
    "Elgin\nCountry: Canada\nArea: 42 km²\nPopulation: 4.52 people\n",
    "Area: 8.034㎢ (4.56% of Guizhou)\nPopulation: 1,2220,000\nSister city since: Feb. 30, 2004\n",
    'Name: "=SUM(A1)", \u2028 and \ud800\nArea: 1 km²\r\n',
)


def _extraction(text):
    return extract_checked(
        RawDocument("a.txt", "0f", "txt", "utf-8", "strict", text), date(2026, 1, 1)
    )


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_packed_comes_out_again(text):
    extraction = _extraction(text)
    sheet, card = sheet_of(extraction), card_of(extraction)
    packed = pack(sheet, card)
    for part, own in zip(unpack(packed), sheet, strict=True):
        assert part == own
    assert unpack_text(packed) == sheet[:3]
    assert repr(unpack_card(packed)) == repr(card)  # a missing figure is NaN, unlike itself
    assert pack(sheet, card) == packed


@pytest.mark.parametrize("text", TEXTS[2:4])
def test_findings_of_the_folder_stand_among_the_others(text):
    extraction = _extraction(text)
    assert extraction.findings
    for taken in range(len(extraction.findings) + 1):
        own, more = extraction.findings[:taken], extraction.findings[taken:]
        sheet = with_findings(sheet_of(replace(extraction, findings=own)), more)
        assert sheet == sheet_of(extraction)


def test_only_open_findings_are_counted_on_the_record():
    extraction = _extraction(
        "Elgin\nArea: 42 km²\nPopulation: 4.52\nSister city since: Feb. 30, 2004\n"
    )
    record = extraction.records[0]
    grave = [f for f in extraction.findings if f.severity is Severity.ERROR]
    assert {f.record_id for f in grave} == {record.id}
    kept = tuple(replace(f, status=Status.KEPT) for f in extraction.findings)
    open_row = sheet_of(extraction).records.batch.to_pylist()[0]
    kept_row = with_findings(sheet_of(replace(extraction, findings=())), kept).records
    assert open_row["errors"] == len(grave)
    assert [kept_row.batch.to_pylist()[0][f"{one.value}s"] for one in Severity] == [0, 0, 0]
    assert kept_row.lines[0].rstrip("\n").split(",")[-4:-1] == ["0", "0", "0"]


def test_a_document_that_is_gone_leaves_its_findings_alone():
    extraction = _extraction(TEXTS[3])
    sheet = found_in("gone.txt", extraction.findings)
    assert sheet.documents.lines == sheet.records.lines == sheet.values.lines == ()
    assert len(sheet.findings.lines) == len(sheet.marks) == len(extraction.findings)
