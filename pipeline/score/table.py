"""Records and findings that a run wrote, as far as they are scored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from pipeline.review.refusal import NoFindingsError
from pipeline.score.gold import FIELDS, TIES

LOUD = ("error", "warning")
FINDING = ("severity", "document", "record_id", "field", "fields", "suggestion")
# A finding names further fields than the one it blames; beyond these they are context.
MOST_FIELDS = 4


class Row(NamedTuple):
    """One record: its name, empty if it has none, and its values as texts by field."""

    record_id: str
    name: str
    values: Mapping[str, tuple[str, ...]]

    def of(self, field: str) -> tuple[str, ...]:
        """The values of a field."""
        return self.values.get(field, ())


class Alarm(NamedTuple):
    """One error or warning: the field to blame first, then others that took part."""

    record_id: str
    fields: tuple[str, ...]
    suggestion: str


class Output(NamedTuple):
    """What a run wrote, by document without suffix."""

    rows: Mapping[str, tuple[Row, ...]]
    alarms: Mapping[str, tuple[Alarm, ...]]


def read_output(output: Path) -> Output:
    """The records and alarms of a run.

    Raises:
        NoFindingsError: the folder holds no output of a run.
    """
    rows: dict[str, list[Row]] = defaultdict(list)
    alarms: dict[str, list[Alarm]] = defaultdict(list)
    for record in _table(output, "records", ("record_id", "document", *FIELDS)):
        rows[_stem(record["document"])].append(_row(record))
    for finding in _table(output, "findings", FINDING):
        if finding["severity"] in LOUD:
            alarms[_stem(finding["document"])].append(_alarm(finding))
    return Output(
        {path: tuple(held) for path, held in rows.items()},
        {path: tuple(held) for path, held in alarms.items()},
    )


def one_field(field: str) -> str:
    """One spelling for a field: labels without their mark, every kind of tie as one."""
    plain = field.removeprefix("other:").replace("-", "_").casefold()
    return TIES if plain.endswith("_date") else plain


def _row(record: Mapping[str, Any]) -> Row:
    cells = {field: record[field] for field in FIELDS[1:]}
    values = {field: _texts(cell) for field, cell in cells.items() if cell not in (None, "", [])}
    return Row(record["record_id"], record["name"] or "", values)


def _texts(cell: object) -> tuple[str, ...]:
    return tuple(map(str, cell)) if isinstance(cell, list) else (str(cell),)


def _alarm(finding: Mapping[str, Any]) -> Alarm:
    fields = (finding["field"], *finding["fields"].split(";")[:MOST_FIELDS])
    return Alarm(finding["record_id"], tuple(map(one_field, fields)), finding["suggestion"])


def _stem(document: str) -> str:
    return PurePosixPath(document).with_suffix("").as_posix() if document else ""


def _table(output: Path, name: str, columns: Sequence[str]) -> list[dict[str, Any]]:
    from pyarrow.parquet import read_table

    path = output / f"{name}.parquet"
    if not path.is_file():
        raise NoFindingsError(output)
    rows: list[dict[str, Any]] = read_table(path, columns=list(columns)).to_pylist()
    return rows
