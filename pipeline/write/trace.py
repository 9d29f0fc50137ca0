"""Where a value or a record came from, told from what a run wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.write.column import positional
from pipeline.write.folder import heal
from pipeline.write.own import is_ours
from pipeline.write.refusal import NoOutputError, UnknownIdError

TableRow = Mapping[str, Any]
NAMED = 5  # ids that an ambiguous prefix is answered with


def trace_lines(output: Path, asked: str) -> tuple[str, ...]:
    """Document, line, quoted text, rule, rival readings and checks of a value or record.

    Raises:
        NoOutputError: no run has written the folder.
        UnknownIdError: no value and no record has this id, or several begin with it.
    """
    heal(output)
    if not is_ours(output):
        raise NoOutputError(output)
    table, column, whole = _resolve(output, asked)
    rows = _rows(output, table, column, whole)
    return tuple(_value(output, rows[0]) if table == "values" else _record(output, rows[0]))


def _resolve(output: Path, asked: str) -> tuple[str, str, str]:
    """Table, column and whole id that an id or the beginning of one stands for."""
    near: list[tuple[str, str, str]] = []
    for table, column in (("records", "record_id"), ("values", "value_id")):
        for known in _names(output, table, column):
            if known == asked:
                return table, column, known
            if asked and known.startswith(asked):
                near.append((table, column, known))
    if len(near) != 1:
        raise UnknownIdError(asked, output, [known for *_, known in near[:NAMED]])
    return near[0]


def _record(output: Path, record: TableRow) -> Iterator[str]:
    yield f"record {record['record_id']}"
    yield f"  stands at  {record['document']}, lines {record['line_start']}-{record['line_end']}"
    for value in _rows(output, "values", "record_id", record["record_id"]):
        if value["in_force"]:
            yield f"  {_reading(value)} <- {_where(value)}: {_quoted(value)}"
    for finding in _rows(output, "findings", "record_id", record["record_id"]):
        yield _check(finding)


def _value(output: Path, value: TableRow) -> Iterator[str]:
    yield f"value {value['value_id']}"
    yield f"  reads as   {_reading(value)}"
    yield f"  stands at  {_where(value)}, characters {value['start']}-{value['end']}"
    yield f"  quoted     {_quoted(value)}"
    yield f"  read by    {value['rule']}, confidence {positional(value['confidence'])}"
    yield f"  record     {value['record_id']}, {_standing(value)}"
    if value["decision"]:
        yield f"  decided    {value['decision']}; reported {value['reported']}"
    for rival in _rows(output, "values", "record_id", value["record_id"]):
        if rival["value_id"] != value["value_id"] and _span(rival) == _span(value):
            yield f"  rival      {_reading(rival)}, by {rival['rule']}, rank {rival['rank']}"
    for finding in _rows(output, "findings"):
        if _rests_on(finding, value):
            yield _check(finding)


def _reading(value: TableRow) -> str:
    parts = (value[name] for name in ("qualifier", "of", "value", "currency", "unit"))
    as_of = f" as of {value['as_of']}" if value["as_of"] else ""
    return f"{value['field']}: {' '.join(filter(None, parts))}{as_of}"


def _where(value: TableRow) -> str:
    return f"{value['document']}:{value['line']}:{value['column']}"


def _quoted(value: TableRow) -> str:
    label = f' after the label "{value["label"]}"' if value["label"] else ""
    return f'"{value["text"]}"{label}'


def _standing(value: TableRow) -> str:
    return "in force" if value["in_force"] else f"not in force, rank {value['rank']}"


def _check(finding: TableRow) -> str:
    severity, status = finding["severity"], finding["status"]
    return (
        f"  {finding['code']} {severity}, {status}: {finding['message']} ({finding['finding_id']})"
    )


def _span(row: TableRow) -> tuple[str, int, int]:
    return row["document"], row["start"], row["end"]


def _rests_on(finding: TableRow, value: TableRow) -> bool:
    return _span(value) in (_span(row) for row in (finding, *json.loads(finding["evidence"])))


def _rows(output: Path, table: str, column: str = "", wanted: str = "") -> list[dict[str, Any]]:
    from pyarrow.parquet import read_table

    only = [(column, "==", wanted)] if column else None
    rows: list[dict[str, Any]] = read_table(output / f"{table}.parquet", filters=only).to_pylist()
    return rows


def _names(output: Path, table: str, column: str) -> list[str]:
    from pyarrow.parquet import read_table

    names: list[str] = read_table(output / f"{table}.parquet", columns=[column])[column].to_pylist()
    return names
