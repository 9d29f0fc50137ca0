"""What moved further since an earlier run than places and pages do: told beside the changes.

Codes of the catalogue of checks that compare runs (X05, M05): no finding and no table looks back.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline.model.finding import Status
from pipeline.write.own import RUN, read_json

if TYPE_CHECKING:
    import pyarrow as pa

GROWTH, DRIFT = "X05", "M05"
# By how much a figure may change from one edition of a page to the next: towns grow by a few
# percent a year and are merged now and then; money follows prices as well.
PLAUSIBLE = {"area_km2": 1.25, "population": 1.5, "households": 1.5, "gdp": 3.0}
# By how much the measures of a folder move as texts come and go; beyond it, a text was added that
# is not understood, or a rule changed.
FACTORS = {
    "numbers accounted for": 1.05,
    "records per document": 1.5,
    "values per record": 1.5,
    "errors and warnings per record": 2.0,
}
LOUD = ("error", "warning")


class Outgrown(NamedTuple):
    """A figure of a record that changed beyond plausible growth."""

    code: str
    record_id: str
    field: str
    before: float
    after: float


class Drifted(NamedTuple):
    """A measure of the whole run that moved."""

    code: str
    measure: str
    before: float
    after: float


def outgrown(earlier: Path, now: Path) -> Iterator[Outgrown]:
    """Figures that changed by more than a place does, unless a person decided so."""
    import numpy as np

    decided = _decided(now)
    before, after = _of_both(_figures(earlier), _figures(now))
    ids = before.column("record_id")
    for field, factor in PLAUSIBLE.items():
        old, new = (figures.column(field).to_numpy() for figures in (before, after))
        for at in np.flatnonzero((new > factor * old) | (old > factor * new)).tolist():
            record_id = ids[at].as_py()
            if record_id not in decided:
                yield Outgrown(GROWTH, record_id, field, float(old[at]), float(new[at]))


def drifted(earlier: Path, now: Path) -> Iterator[Drifted]:
    """Measures of the run that moved further than a few new texts explain."""
    before, after = _measures(earlier), _measures(now)
    for measure, old in before.items():
        new = after.get(measure, old)
        if max(old, new) > FACTORS[measure] * min(old, new):
            yield Drifted(DRIFT, measure, round(old, 4), round(new, 4))


def _measures(output: Path) -> dict[str, float]:
    """The measures of a run by document or record, from ``run.json``; none where there is none."""
    told = read_json(output / RUN)
    counts = told.get("counts") if isinstance(told, dict) else None
    if not isinstance(counts, dict):
        return {}
    loud = sum(counts["findings"][severity] for severity in LOUD)
    pairs = {
        "numbers accounted for": (counts["accounted"], counts["numbers"]),
        "records per document": (counts["records"], counts["documents"]),
        "values per record": (counts["values"], counts["records"]),
        "errors and warnings per record": (loud, counts["records"]),
    }
    return {name: part / whole for name, (part, whole) in pairs.items() if part and whole}


def _figures(output: Path) -> pa.Table:
    """The figures in force by record, as floats."""
    import pyarrow as pa
    from pyarrow.parquet import read_table

    table = read_table(output / "records.parquet", columns=["record_id", *PLAUSIBLE])
    kinds = pa.schema([("record_id", pa.string()), *((name, pa.float64()) for name in PLAUSIBLE)])
    return table.cast(kinds)


def _of_both(before: pa.Table, after: pa.Table) -> tuple[pa.Table, pa.Table]:
    """The rows of records that two tables have, in the order of the first."""
    import pyarrow.compute as pc

    known = after.column("record_id").combine_chunks()
    rows = pc.index_in(before.column("record_id"), value_set=known)
    return before.filter(rows.is_valid()), after.take(rows.drop_null())


def _decided(output: Path) -> frozenset[str]:
    from pyarrow.parquet import read_table

    taken = [Status.ACCEPTED.value, Status.REPLACED.value]
    table = read_table(
        output / "findings.parquet", columns=["record_id"], filters=[("status", "in", taken)]
    )
    return frozenset(table["record_id"].to_pylist())
