"""What ``_profiles.toml`` teaches, what of it makes no sense, and how it acts."""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal

import pytest

from pipeline.lexicon.taught import taught, teaching_in_force
from pipeline.model.finding import Status
from pipeline.model.source import RawDocument
from pipeline.model.teaching import NOTHING, Expected, Mute, OwnField, Teaching
from pipeline.review.beside import FILE
from pipeline.review.teaching import lesson_of, read_teaching, spoiled_findings
from pipeline.run import Options, run_folder
from pipeline.worker import extract_checked, read_one

TODAY = date(2026, 1, 15)
MUTE = '[[mute]]\ncheck = "T05"\nreason = "known"\nuntil = 2027-01-31\n'
TAUGHT = (
    ("", NOTHING),
    ('[labels]\n"Head count" = "population"\n', Teaching(labels=(("Head count", "population"),))),
    ('[labels]\nCoat = "other"\n', Teaching(labels=(("Coat", ""),))),
    ('[units]\nsqk = "km²"\n', Teaching(units=(("sqk", "kilometer ** 2"),))),
    ('[units]\nsqk = "kilometer ** 2"\n', Teaching(units=(("sqk", "kilometer ** 2"),))),
    (
        '[fields.port_tonnage]\nunit = "t"\n',
        Teaching(
            labels=(("port tonnage", "port_tonnage"),),
            fields=(OwnField("port_tonnage", unit="t", labels=("port tonnage",)),),
        ),
    ),
    (
        '[fields.rivers]\nlabels = ["Rivers"]\n[labels]\nStreams = "rivers"\n',
        Teaching(
            labels=(("Rivers", "rivers"), ("Streams", "rivers")),
            fields=(OwnField("rivers", labels=("Rivers",)),),
        ),
    ),
    (
        MUTE + 'label = "Coat"\n',
        Teaching(mutes=(Mute("T05", "known", date(2027, 1, 31), label="Coat"),)),
    ),
    (
        '[expected]\nall = ["gdp"]\n"a.txt" = ["founded"]\n',
        Teaching(expected=(Expected("", ("gdp",)), Expected("a.txt", ("founded",)))),
    ),
)

SPOILED = (
    ("[labels", "it is no TOML"),
    ('[lables]\na = "gdp"\n', "“lables” is no section: did you mean 'labels'?"),
    ('labels = ["a"]\n', "is to be written as [labels]"),
    ('[labels]\na = "popolation"\n', "no field: did you mean 'population'?"),
    ("[labels]\na = 3\n", "means 3, which is no field"),
    ('[labels]\n" : " = "gdp"\n', "is no label"),
    ('[units]\nsqk = "furlong of fog"\n', "no unit that is known"),
    ('[units]\n"12" = "km"\n', "it has no letter"),
    ("[fields.Rivers]\n", "is no name of a column"),
    ("[fields.gdp]\n", "is a field already"),
    ("[fields.errors]\n", "is a column already"),
    ("[fields.rivers_as_of]\n", "is a column already"),
    ('[fields.rivers]\nunits = "km"\n', "did you mean 'unit'?"),
    ('[fields.rivers]\nkind = "colour"\n', "not one of number, date, text"),
    ('[[mute]]\ncheck = "T99"\nreason = "x"\nuntil = 2027-01-31\nlabel = "a"\n', "mutes 'T99'"),
    ('[[mute]]\ncheck = "T05"\nuntil = 2027-01-31\nlabel = "a"\n', "has no reason"),
    ('[[mute]]\ncheck = "T05"\nreason = "x"\nlabel = "a"\n', "no day of expiry"),
    (MUTE, "would silence the check"),
    ('[expected]\nall = ["gpd"]\n', "did you mean 'gdp'?"),
    ('[expected]\nall = "gdp"\n', "no list of fields"),
)


@pytest.mark.parametrize(("text", "teaching"), TAUGHT)
def test_an_entry_teaches(text, teaching):
    assert lesson_of(text) == (teaching, ())


@pytest.mark.parametrize(("text", "problem"), SPOILED)
def test_an_entry_that_makes_no_sense_teaches_nothing_and_says_why(text, problem):
    teaching, problems = lesson_of(text)
    assert teaching == NOTHING
    assert len(problems) == 1
    assert problem in problems[0]


def test_one_bad_entry_spoils_no_other():
    lesson = lesson_of('[labels]\na = "gdp"\nb = "gpd"\n')
    assert lesson.teaching.labels == (("a", "gdp"),)
    (finding,) = spoiled_findings(lesson)
    assert (finding.code, finding.document) == ("M07", FILE)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"x" * 1_100_000])
def test_a_file_that_cannot_be_read_is_said(tmp_path, content):
    (tmp_path / FILE).write_bytes(content)
    assert len(read_teaching(tmp_path).problems) == 1


def test_a_folder_without_the_file_teaches_nothing(tmp_path):
    assert read_teaching(tmp_path) == (NOTHING, ())


TOWN = (
    "Northtown\nCountry: Canada\nArea: 425 sqk\nHead count: 122,000\nPort tonnage: 31,000 t\n"
    "Coat: 7\n"
)


def read(text, teaching):
    with taught(teaching):
        return extract_checked(RawDocument("a.txt", "", "txt", "", "", text), TODAY)


def held(extraction, field):
    (record,) = extraction.records
    value = record.one(field)
    return value.value if value else None


def codes(extraction, status=Status.OPEN):
    return [one.code for one in extraction.findings if one.status is status]


def test_a_label_and_a_unit_act():
    assert held(read(TOWN, NOTHING), "population") is None
    lesson = lesson_of('[labels]\n"Head count" = "population"\n[units]\nsqk = "km²"\n')
    extraction = read(TOWN, lesson.teaching)
    assert held(extraction, "population") == 122_000
    (record,) = extraction.records
    assert record.one("area_km2").evidence.text == "425 sqk"


def test_a_label_that_names_nothing_is_asked_about_no_more():
    labels = [one.message for one in read(TOWN, NOTHING).findings if one.code == "T05"]
    assert len(labels) == 3
    teaching = Teaching(labels=(("Coat", ""), ("Head count", "population")))
    assert [one.field for one in read(TOWN, teaching).findings if one.code == "T05"] == [
        "other:port-tonnage"
    ]


def test_labels_of_an_own_field_meet_in_it():
    teaching = lesson_of(
        '[fields.goods]\nunit = "km²"\nlabels = ["Port tonnage", "Cargo"]\n'
    ).teaching
    extraction = read(TOWN + "\nSouthtown\nCountry: Canada\nArea: 3 km²\nCargo: 20\n", teaching)
    goods = [record.one("other:goods") for record in extraction.records]
    assert [one.value for one in goods] == [Decimal(31_000), Decimal(20)]
    assert goods[1].unit == "kilometer ** 2"


def test_what_is_expected_is_missed():
    assert "F01" not in codes(read(TOWN, NOTHING))
    (missed,) = (
        one
        for one in read(TOWN, Teaching(expected=(Expected("", ("gdp",)),))).findings
        if one.code == "F01"
    )
    assert missed.field == "gdp"
    assert "F01" not in codes(read(TOWN, Teaching(expected=(Expected("b.txt", ("gdp",)),))))


def test_the_words_are_in_force_within_the_block_alone():
    with taught(Teaching(labels=(("Coat", "gdp"),))):
        assert teaching_in_force() != NOTHING
    assert teaching_in_force() == NOTHING
    assert "T05" in codes(read(TOWN, NOTHING))


def test_serial_and_parallel_runs_are_taught_alike(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    for number in range(3):
        (raw / f"{number}.txt").write_text(TOWN, encoding="utf-8")
    (raw / FILE).write_text('[labels]\n"Head count" = "population"\nx = "y"\n', encoding="utf-8")
    tables = []
    for workers in (1, 2):
        output = tmp_path / f"output{workers}"
        run_folder(Options(raw, output, TODAY, workers=workers))
        tables.append([(output / f"{name}.csv").read_bytes() for name in ("records", "findings")])
    assert tables[0] == tables[1]
    assert b"122000" in tables[0][0]
    assert b"M07" in tables[0][1]


def test_a_field_of_ones_own_is_a_column(tmp_path):
    raw, output = tmp_path / "raw", tmp_path / "output"
    raw.mkdir()
    (raw / "a.txt").write_text(TOWN + "Mayor: Ada\n", encoding="utf-8")
    (raw / FILE).write_text(
        '[fields.tonnage]\nlabels = ["Port tonnage"]\nunit = "t"\n'
        '[fields.mayor]\nkind = "text"\n[fields.rivers]\n',
        encoding="utf-8",
    )
    run_folder(Options(raw, output, TODAY, workers=2))
    with (output / "records.csv").open(encoding="utf-8", newline="") as table:
        (row,) = csv.DictReader(table)
    assert (row["tonnage"], row["mayor"], row["rivers"]) == ("31000", "Ada", "")
    package = json.loads((output / "datapackage.json").read_text(encoding="utf-8"))
    (fields,) = (
        one["schema"]["fields"] for one in package["resources"] if one["name"] == "records"
    )
    assert {one["name"]: one for one in fields}["tonnage"]["unit"] == "t"
    assert [one["name"] for one in fields] == list(row)


def test_a_document_is_read_as_taught():
    from pathlib import Path

    from pipeline.read.found import Found

    gone = read_one(Found("a.txt", Path("gone"), None), today=TODAY, teaching=NOTHING)
    assert codes(gone) == ["T01"]
