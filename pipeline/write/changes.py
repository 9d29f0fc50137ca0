"""What is new since an earlier run, what is fixed, what is back: told beside the report.

Findings are compared by their ids while they are open. What was open once and is so no longer is
remembered from run to run, so that its return is told from something new: of all that was closed,
what was closed last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.model.finding import Status
from pipeline.write.drift import drifted, outgrown
from pipeline.write.own import is_ours, read_json
from pipeline.write.refusal import NoOutputError

CHANGES = "changes.json"
REMEMBERED = 100_000  # findings that were closed last: some two megabytes of ids
COLUMNS = ("finding_id", "code", "severity", "document", "record_id", "field", "line", "message")

Row = Mapping[str, Any]


class Changes(NamedTuple):
    """Open findings against those of an earlier run, in the order of their table.

    ``outgrown`` are figures, ``drifted`` measures of the whole run that moved too far (drift.py).
    ``past`` are the ids of what was open in some run and is not in this one, the last closed last.
    Without an earlier run nothing is told, so that a second one that changes nothing leaves the
    same bytes.
    """

    new: tuple[Row, ...] = ()
    fixed: tuple[Row, ...] = ()
    returned: tuple[Row, ...] = ()
    outgrown: tuple[Row, ...] = ()
    drifted: tuple[Row, ...] = ()
    past: tuple[str, ...] = ()


def earlier_output(output: Path, against: Path | None) -> Path | None:
    """The output to compare with: the one named, else the one that a run replaces, if any.

    Raises:
        NoOutputError: no run has written the folder named.
    """
    if against is not None and not is_ours(against):
        raise NoOutputError(against)
    return against or (output if is_ours(output) else None)


def changes_since(earlier: Path, now: Path) -> Changes:
    """How the open findings of one output differ from those of an earlier one."""
    before, after, past = _open(earlier), _open(now), _past(earlier)
    fresh = [id_ for id_ in after if id_ not in before]
    fixed = [id_ for id_ in before if id_ not in after]
    return Changes(
        new=_rows(after, (id_ for id_ in fresh if id_ not in past)),
        fixed=_rows(before, fixed),
        returned=_rows(after, (id_ for id_ in fresh if id_ in past)),
        outgrown=tuple(one._asdict() for one in outgrown(earlier, now)),
        drifted=tuple(one._asdict() for one in drifted(earlier, now)),
        past=tuple([id_ for id_ in (*past, *fixed) if id_ not in after][-REMEMBERED:]),
    )


def unchanged_since(earlier: Path) -> Changes:
    """What is told where the findings of an output are those of an earlier one."""
    return Changes(past=tuple(_past(earlier)))


def _open(output: Path) -> dict[str, Row]:
    """The open findings of an output by their ids."""
    from pyarrow.parquet import read_table

    table = read_table(
        output / "findings.parquet",
        columns=list(COLUMNS),
        filters=[("status", "==", Status.OPEN.value)],
    )
    return {row["finding_id"]: row for row in table.to_pylist()}


def _past(output: Path) -> dict[str, None]:
    """The ids that an output remembers, in their order."""
    told = read_json(output / CHANGES)
    past = told.get("past") if isinstance(told, dict) else None
    ids = past if isinstance(past, list) else ()
    return dict.fromkeys(id_ for id_ in ids if isinstance(id_, str))


def _rows(by_id: Mapping[str, Row], ids: Iterable[str]) -> tuple[Row, ...]:
    return tuple(by_id[id_] for id_ in ids)
