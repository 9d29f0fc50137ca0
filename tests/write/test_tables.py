"""The tables as files: exact columns and types, exact numbers, the same bytes every time."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pipeline.model.finding import Change, Extraction, Finding, Mention, Severity, Suggestion
from pipeline.model.source import RawDocument, Span
from pipeline.model.value import Evidence, Record, Value
from pipeline.write.column import csv_cell, exact, positional, storable, whole
from pipeline.write.layout import FINDINGS, RECORDS, TABLES, VALUES
from pipeline.write.package import kept_text, text_name, write_package, write_text
from pipeline.write.sheet import sheet_of
from pipeline.write.tables import Tables

CONTRACT = {
    "records": (
        "record_id document line_start line_end name country region place_kind website "
        "agreement_dates sisterhood_date friendship_date founded area_km2 density_per_km2 "
        "elevation_m population households population_as_of gdp_as_of gdp gdp_currency "
        "gdp_per_capita"
    ),
    "values": (
        "value_id record_id field label value number unit low high currency date qualifier as_of "
        "of document line column start end text rule confidence rank in_force reported decision"
    ),
    "findings": (
        "finding_id code severity record_id field fields message computed document line column "
        "start end text evidence suggestion suggestion_reason suggestions status decided_by "
        "decided_at"
    ),
}

EXACT = (
    ("8.034", "8.034"),
    ("1E+3", "1000"),
    ("1220000", "1220000"),
    ("-0.0", "0"),
    ("0.0000000000005", "0"),  # half to even
    ("0.0000000000015", "0.000000000002"),
    ("0.00000000000051", "0.000000000001"),
    ("99999999999999999999999999", "99999999999999999999999999"),
    ("100000000000000000000000000", None),
    ("99999999999999999999999999.9999999999999", None),
    ("1E+999999", None),
    ("1E-999999", "0"),
    ("NaN", None),
    ("Infinity", None),
)

CELLS = (
    ("plain", "plain"),
    ("a,b", '"a,b"'),
    ('say "x"', '"say ""x"""'),
    ("two\nlines", '"two\nlines"'),
    ("bare\rreturn", '"bare\rreturn"'),
    ("=1+1", "'=1+1"),
    ("+82 2 100", "'+82 2 100"),
    ("-5.3", "-5.3"),
    ("-1+1", "'-1+1"),
    ("@cell", "'@cell"),
    ("\tcell", "'\tcell"),
    ("\rcell", '"\'\rcell"'),
    ("a=b", "a=b"),
    ("lone \udcff", "lone \\udcff"),
    (("2013", "2015-10-27"), "2013;2015-10-27"),
    ((), ""),
    (None, ""),
    (True, "true"),
    (12, "12"),
    (Decimal("1.50"), "1.5"),
)


@pytest.mark.parametrize(("written", "expected"), EXACT)
def test_numbers_are_exact_to_twelve_places_or_absent(written, expected):
    number = exact(Decimal(written))
    assert (None if number is None else positional(number)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [("12", 12), ("12.0", 12), ("12.5", None), ("1E+30", None), ("9223372036854775808", None)],
)
def test_integers_are_whole_or_absent(written, expected):
    assert whole(Decimal(written)) == expected


@pytest.mark.parametrize(("cell", "expected"), CELLS)
def test_cells_are_quoted_and_harmless(cell, expected):
    assert csv_cell(storable(cell)) == expected


def _value(name, value, start=0, text="x", **more):
    evidence = Evidence(Span(start, start + len(text)), text, "rule")
    return Value(f"v-{name}-{start}", name, value, evidence, in_force=True, **more)


def _extraction(*values, path="a.txt", findings=()):
    record = Record(f"{path}#x", path, Span(0, 5), 1, 2, values, Decimal("0.5"))
    document = RawDocument(path, "00", "txt", "utf-8", "strict", "x\n" * 40)
    return Extraction(document, (record,), findings, (), (Span(0, 1),), 1)


FINDING = Finding(
    "f1",
    "A03",
    Severity.WARNING,
    "a.txt",
    "a.txt#x",
    "gdp",
    ("gdp", "population"),
    "message",
    "1 x 2",
    1,
    1,
    0,
    1,
    "x",
    (Mention("a.txt", "a.txt#x", 0, 1, "x", "blamed"),),
    (Suggestion("23", "scale", "fits", 1.0, (Change("gdp", "v", "x", "23"),)),),
)


def _write(folder: Path, *extractions, excel=False):
    folder.mkdir(exist_ok=True)
    with Tables(folder, excel) as tables:
        for one in extractions:
            tables.add(sheet_of(one))
    return {table.name: pq.read_table(folder / f"{table.name}.parquet") for table in TABLES}


def _csv(folder: Path, name: str):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.mark.parametrize("table", [RECORDS, VALUES, FINDINGS], ids=lambda table: table.name)
def test_columns_are_the_contract_in_its_order(table):
    names = [column.name for column in table.columns]
    promised = CONTRACT[table.name].split()
    assert names[: len(promised)] == promised
    assert len(set(names)) == len(names)
    if table is RECORDS:
        assert names[-4:] == ["errors", "warnings", "notes", "completeness"]


def test_types_in_parquet(tmp_path):
    written = _write(tmp_path / "o", _extraction(_value("area_km2", Decimal("8.034"))))
    types = {field.name: str(field.type) for field in written["records"].schema}
    assert types["area_km2"] == "decimal128(38, 12)"
    assert types["population"] == "int64"
    assert types["founded"] == "string"
    assert types["agreement_dates"].startswith("list<")
    assert types["industry_shares"].startswith("list<")
    assert str(written["values"].schema.field("in_force").type) == "bool"
    compression = pq.ParquetFile(tmp_path / "o" / "records.parquet").metadata.row_group(0).column(0)
    assert compression.compression == "ZSTD"


def test_record_holds_the_values_in_force(tmp_path):
    extraction = _extraction(
        _value("name", "Mariposa"),
        _value("area_km2", Decimal("8.034")),
        _value("population", Decimal(1220000), as_of="2013"),
        _value("gdp", Decimal("2.5E+9"), currency="CNY", as_of="2012"),
        _value("sisterhood_date", "2015-10-27"),
        _value("friendship_date", "2013", 2),
        _value("agreement_date", "2013-05", 4),
        _value("industry_shares", Decimal("40.7"), of="primary"),
        _value("industry_shares", Decimal("38.1"), 6, of="secondary"),
        findings=(FINDING,),
    )
    written = _write(tmp_path / "o", extraction)
    row = _csv(tmp_path / "o", "records")[0]
    expected = {
        "name": "Mariposa",
        "area_km2": "8.034",
        "population": "1220000",
        "population_as_of": "2013",
        "gdp": "2500000000",
        "gdp_currency": "CNY",
        "gdp_as_of": "2012",
        "agreement_dates": "2013;2013-05;2015-10-27",
        "sisterhood_date": "2015-10-27",
        "industry_shares": "primary 40.7;secondary 38.1",
        "elevation_m": "",
        "errors": "0",
        "warnings": "1",
        "completeness": "0.5",
    }
    assert {name: row[name] for name in expected} == expected
    record = written["records"].to_pylist()[0]
    assert record["agreement_dates"] == ["2013", "2013-05", "2015-10-27"]
    assert record["elevation_m"] is None
    finding = _csv(tmp_path / "o", "findings")[0]
    assert finding["fields"] == "gdp;population"
    assert json.loads(finding["suggestions"])[0]["changes"][0]["literal"] == "x"


def test_a_number_without_room_keeps_its_text(tmp_path):
    huge = Decimal("1E+40")
    written = _write(tmp_path / "o", _extraction(_value("population", huge), _value("gdp", huge)))
    assert written["records"].to_pylist()[0]["population"] is None
    value = written["values"].to_pylist()[0]
    assert value["number"] is None
    assert value["value"] == "1" + "0" * 40
    written = _write(tmp_path / "p", _extraction(_value("gdp", Decimal("1E+99999999"))))
    assert written["values"].to_pylist()[0]["value"] == "1E+99999999"


def test_dates_have_a_column_of_their_own(tmp_path):
    values = (_value("founded", "1398-10"), _value("other:motto", "in 1398", 2))
    written = _write(tmp_path / "o", _extraction(*values))
    assert [row["date"] for row in written["values"].to_pylist()] == ["1398-10", ""]


def test_the_same_bytes_twice_and_a_mark_for_excel(tmp_path):
    extraction = _extraction(_value("name", "Mariposa"), findings=(FINDING,))
    for name, excel in (("a", False), ("b", False), ("c", True)):
        _write(tmp_path / name, extraction, excel=excel)
    for path in sorted((tmp_path / "a").iterdir()):
        written = path.read_bytes()
        assert (tmp_path / "b" / path.name).read_bytes() == written
        if path.suffix == ".csv":
            assert (tmp_path / "c" / path.name).read_bytes() == b"\xef\xbb\xbf" + written


@pytest.mark.parametrize("excel", [False, True])
@pytest.mark.parametrize("count", [0, 2])
def test_the_package_is_valid(tmp_path, monkeypatch, count, excel):
    from frictionless import Package

    values = (_value("name", "=Mariposa, \r\n"), _value("area_km2", Decimal("-8.5")))
    documents = [_extraction(*values, path=f"{n}.txt") for n in range(count)]
    documents = [
        Extraction(
            one.document,
            tuple(
                Record(
                    record.id,
                    record.document,
                    record.span,
                    1,
                    2,
                    tuple(
                        Value(f"{record.id}:{n}", v.field, v.value, v.evidence, in_force=True)
                        for n, v in enumerate(record.values)
                    ),
                )
                for record in one.records
            ),
        )
        for one in documents
    ]
    _write(tmp_path, *documents, excel=excel)
    write_package(tmp_path)
    monkeypatch.chdir(tmp_path)
    report = Package("datapackage.json").validate()
    assert report.valid, report.flatten(["type", "note"])


def test_texts_are_kept_where_they_are_not_the_file(tmp_path):
    page = RawDocument("a/page.html", "", "html", "utf-8", "", "Mariposa\r\n")
    plain = RawDocument("b.txt", "", "txt", "utf-8", "", "Mariposa")
    for document in (page, plain):
        write_text(tmp_path, document.path, kept_text(document))
    kept = [path for path in (tmp_path / "texts").rglob("*") if path.is_file()]
    assert kept == [tmp_path / "texts" / "a" / "page.html.txt"]
    assert kept[0].read_bytes() == b"Mariposa\r\n"


@pytest.mark.parametrize("document", ["x" * 255, "a/" + "가" * 85])
def test_a_text_has_a_name_that_a_disk_takes(document):
    assert len(text_name(document).name.encode()) <= 255
