"""The values of a record as a screen lists them: those in force, their rivals, then the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from pipeline.checks.view.wording import AGREEMENT_FIELD
from pipeline.model.finding import Finding
from pipeline.model.source import Span
from pipeline.schema.place import AGREEMENTS
from pipeline.serve.store import Row
from pipeline.write.reporting.top import Held


class Line(NamedTuple):
    """One value of a record, with its rivals and whether the finding is about it."""

    held: Held
    id: str
    label: str
    at: Span
    document: str
    line: int
    in_force: bool
    involved: bool
    reported: str
    rivals: tuple[Held, ...]


def links_of(lines: Iterable[Line]) -> frozenset[str]:
    """The literals of some values, by which a text links to them."""
    return frozenset(f"{line.at.start}-{line.at.end}" for line in lines)


def lines_of(rows: Sequence[Row], finding: Finding | None = None) -> Iterator[Line]:
    """The values in force, each with the readings it was chosen from, then what is not in force."""
    fields = set(finding.fields) if finding else set()
    fields |= set(AGREEMENTS) if AGREEMENT_FIELD in fields else set()
    readings: dict[tuple[str, int, int], list[Row]] = {}
    for row in sorted(rows, key=lambda one: (not one["in_force"], one["start"], one["rank"])):
        readings.setdefault((row["field"], row["start"], row["end"]), []).append(row)
    for row, *rivals in readings.values():
        yield Line(
            held_of(row),
            row["value_id"],
            row["label"],
            Span(row["start"], row["end"]),
            row["document"],
            row["line"],
            row["in_force"],
            row["field"] in fields,
            row["reported"],
            tuple(map(held_of, rivals)),
        )


def held_of(row: Row) -> Held:
    """A row of ``values`` as the report words it."""
    value: Decimal | str = row["value"] if row["number"] is None else row["number"]
    unit = row["currency"] or row["unit"]
    return Held(
        row["field"],
        value,
        unit,
        row["text"],
        row["as_of"],
        row["of"],
        row["decision"],
        row["value_id"],
    )
