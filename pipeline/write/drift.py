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
    import pandas as pd

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
    decided = _decided(now)
    both = _figures(earlier).merge(_figures(now), on="record_id", suffixes=("", "_now"))
    for field, factor in PLAUSIBLE.items():
        before, after = both[field], both[f"{field}_now"]
        beyond = both[(after > factor * before) | (before > factor * after)]
        for record_id, old, new in zip(
            beyond["record_id"], beyond[field], beyond[f"{field}_now"], strict=True
        ):
            if record_id not in decided:
                yield Outgrown(GROWTH, record_id, field, float(old), float(new))


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


def _figures(output: Path) -> pd.DataFrame:
    """The figures in force by record, as floats."""
    import pyarrow as pa
    from pyarrow.parquet import read_table

    table = read_table(output / "records.parquet", columns=["record_id", *PLAUSIBLE])
    kinds = pa.schema([("record_id", pa.string()), *((name, pa.float64()) for name in PLAUSIBLE)])
    frame: pd.DataFrame = table.cast(kinds).to_pandas()
    return frame


def _decided(output: Path) -> frozenset[str]:
    from pyarrow.parquet import read_table

    taken = [Status.ACCEPTED.value, Status.REPLACED.value]
    table = read_table(
        output / "findings.parquet", columns=["record_id"], filters=[("status", "in", taken)]
    )
    return frozenset(table["record_id"].to_pylist())
