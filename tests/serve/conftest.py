"""Serves the review page of small invented folders, and of one with a hundred thousand findings."""

from __future__ import annotations

import shutil
import threading
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from pipeline.model.finding import Change, Extraction, Finding, Mention, Severity, Suggestion
from pipeline.model.source import Span
from pipeline.model.value import Evidence, Record, Value
from pipeline.read.ingest import read_bytes
from pipeline.run import Options, run_folder
from pipeline.serve.server import Served, open_server
from pipeline.write.own import PROGRAM, RUN, write_json
from pipeline.write.sheet import sheet_of
from pipeline.write.tables import Tables

TODAY = date(2026, 1, 15)
TEXTS = {
    "towns.txt": (
        "Northtown, Canada\nCountry: Canada\nArea: 425 km²\nPopulation: 122,000\n"
        "Establishment Date of Sisterhood: 28 August 2105\nPort tonnage: 31,000 t\n\n"
        "Southtown, Canada\nCountry: Canada\nArea: 8.034 km²\nPopulation: 4,520,000\n"
        "Establishment Date of Sisterhood: Oct, 27 2015\nPort tonnage: 20,000 t\n\n"
        "Weston, Canada\nCountry: Canada\nArea: 96 km²\nPopulation: 14,300\n"
        "Establishment Date of Sisterhood: 1994-02-30\n"
    ),
    "hostile.txt": (
        'Mill<img src=x onerror="document.title=1">ford\nCountry: Canada\nArea: 12 km²\n'
        "Population: 9,900,000\n<script>document.title='broken'</script>: 77\n"
    ),
}


class Site(NamedTuple):
    """A page that answers: its address with the key, and the folders it is about."""

    address: str
    raw: Path
    output: Path

    @property
    def root(self) -> str:
        return self.address.split("/?")[0]


def run_on(raw, output):
    run_folder(Options(raw, output, TODAY, workers=1))


@pytest.fixture(scope="session")
def read(tmp_path_factory):
    """A folder of texts and the output of its run, for whoever changes neither."""
    folder = tmp_path_factory.mktemp("read")
    raw, output = folder / "raw", folder / "output"
    raw.mkdir()
    for name, text in TEXTS.items():
        (raw / name).write_text(text, encoding="utf-8")
    run_on(raw, output)
    return raw, output


@pytest.fixture
def folders(read, tmp_path):
    """A folder of texts and the output of its run, to be decided on."""
    return tuple(Path(shutil.copytree(one, tmp_path / one.name)) for one in read)


@contextmanager
def served(raw, output, by="Ada"):
    opened = open_server(Served(raw, output, by, lambda: TODAY, 0))
    thread = threading.Thread(target=opened.run)
    thread.start()
    try:
        yield Site(opened.address, raw, output)
    finally:
        opened.server.should_exit = True
        thread.join()


@pytest.fixture
def site(folders):
    """A page to decide on."""
    with served(*folders) as one:
        yield one


@pytest.fixture(scope="module")
def sight(read):
    """A page to look at."""
    with served(*read) as one:
        yield one


def place_of_many(document, at):
    """A record with two values, and a finding about one of them."""
    start = document.text.index(f"Town {at}\n")
    line = document.position(start)[0]

    def value(field, literal, number):
        begin = document.text.index(literal, start)
        evidence = Evidence(Span(begin, begin + len(literal)), literal, "labelled")
        return Value(f"{field}-{document.path}-{at}", field, number, evidence, in_force=True)

    id_ = f"{document.path}#town-{at}"
    values = (
        value("name", f"Town {at}", f"Town {at}"),
        value("population", "1,220", Decimal(1220)),
    )
    return Record(id_, document.path, Span(start, start + 9), line, line + 1, values)


def finding_of_many(document, record, number):
    people = record.values[1]
    span, text = people.evidence.span, people.evidence.text
    change = Change("population", people.id, "1,220", "1220000", "1,220,000")
    return Finding(
        id=f"{number:012x}",
        code=("A03", "F05", "T04")[number % 3],
        severity=tuple(Severity)[number % 3],
        document=document.path,
        record_id=record.id,
        field="population",
        fields=("population",),
        message=f"Doubt {number} about the people of {record.id}.",
        computed="1,220 ÷ 2",
        line=record.line_start + 1,
        column=1,
        start=span.start,
        end=span.end,
        text=text,
        evidence=(Mention(document.path, record.id, *span, text, "blamed"),),
        suggestions=(Suggestion("1220000", "R03", "a thousand is lost", 1.0, (change,)),),
    )


def write_many(raw, output, documents, places):
    """An output of invented findings, one a record, as a run would have written it.

    One document is written as it is; the others are it under other names.
    """
    raw.mkdir()
    output.mkdir()
    text = "".join(f"Town {at}\nPopulation: 1,220\n\n" for at in range(places))
    for number in range(documents):
        (raw / name_of(number)).write_text(text, encoding="utf-8")
    document = read_bytes(name_of(0), text.encode())
    records = tuple(place_of_many(document, at) for at in range(places))
    found = [finding_of_many(document, record, at) for at, record in enumerate(records)]
    with Tables(output) as tables:
        tables.add(sheet_of(Extraction(document, records, tuple(found))))
    for table in ("documents", "records", "values", "findings"):
        repeat(output / f"{table}.parquet", documents)
    write_json(output / RUN, {"program": PROGRAM, "options": {}})


def name_of(number):
    return f"{number:04}.txt"


def repeat(path, documents):
    """The table of one document as that of many, every finding with a name of its own."""
    one = pq.read_table(path)
    many = pa.concat_tables(renamed(one, number) for number in range(documents))
    if "finding_id" in many.column_names:
        ids = pa.array([f"{number:012x}" for number in range(many.num_rows)])
        many = many.set_column(0, many.schema.field(0), ids)
    pq.write_table(many, path, row_group_size=4096)


def renamed(table, number):
    columns = [
        pc.replace_substring(column, name_of(0), name_of(number))
        if pa.types.is_string(column.type)
        else column
        for column in table.columns
    ]
    return pa.table(columns, schema=table.schema)


@pytest.fixture
def serve():
    """Serves an output for as long as a block lasts."""
    return served


@pytest.fixture
def run_again():
    """Runs the pipeline on folders, on the day that all tests go by."""
    return run_on


@pytest.fixture(scope="session")
def few(tmp_path_factory):
    """The output of sixty findings, twenty a document."""
    folder = tmp_path_factory.mktemp("few")
    write_many(folder / "raw", folder / "output", documents=3, places=20)
    return folder / "raw", folder / "output"


@pytest.fixture(scope="session")
def many(tmp_path_factory):
    """The output of a hundred thousand findings, a thousand a document."""
    folder = tmp_path_factory.mktemp("many")
    write_many(folder / "raw", folder / "output", documents=100, places=1000)
    return folder / "raw", folder / "output"
