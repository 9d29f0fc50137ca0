"""The report's figures counted again from a run's tables, with the decisions taken since."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from pipeline.model.finding import Severity
from pipeline.serve.columns import STATUSES, UNANSWERED
from pipeline.serve.filters import Filters
from pipeline.serve.index import Index
from pipeline.serve.records import RecordTable
from pipeline.write.reporting.grid import MOST_COLUMNS
from pipeline.write.reporting.map import Spot
from pipeline.write.reporting.picture import MOST_NAMES, SIZE_FIELDS, Sized
from pipeline.write.reporting.totals import Counts, DocumentCount, FindingKind

T = TypeVar("T")


def counts_of(index: Index, records: RecordTable) -> Counts:
    """The figures of a run as things stand."""
    import pyarrow.compute as pc

    return Counts(
        documents=records.documents.num_rows,
        records=records.table.num_rows,
        values=records.values,
        numbers=pc.sum(records.documents["numbers"]).as_py() or 0,
        accounted=pc.sum(records.documents["accounted"]).as_py() or 0,
        completeness=records.completeness(),
        findings=_kinds(index),
        fields=records.held(),
        worst=_worst(index, records),
        years=records.years(),
        sizes=records.sizes(),
        cells=records.cells(),
    )


def doubtful_sizes(index: Index, records: RecordTable) -> tuple[Sized, ...]:
    """The places whose size a waiting finding doubts, in the order of the queue."""
    asked = (Filters(field=field) for field in sorted(SIZE_FIELDS))
    return _named(index, asked, records.sized)


def doubtful_spots(index: Index, records: RecordTable) -> tuple[Spot, ...]:
    """The places with the waiting findings of most impact."""
    return _named(index, (Filters(),), records.spot)


def _named(
    index: Index, asked: Iterable[Filters], place_of: Callable[[str, str], T | None]
) -> tuple[T, ...]:
    """The first places that findings in doubt are about, each once."""
    found: dict[str, T] = {}
    for filters in asked:
        for row in index.select(filters)[: 4 * MOST_NAMES].tolist():
            brief = index.brief(row)
            if brief.severity != Severity.NOTE and brief.record_id not in found:
                place = place_of(brief.record_id, brief.id)
                found |= {brief.record_id: place} if place else {}
    return tuple(found.values())[:MOST_NAMES]


def _kinds(index: Index) -> dict[FindingKind, int]:
    """Findings by check, severity and status."""
    import numpy as np

    code, severity = index.facets["code"], index.facets["severity"]
    keys = (code.of * 10 + severity.of) * 10 + index.status
    found, counts = np.unique(keys, return_counts=True)
    return {
        FindingKind(code.names[k // 100], severity.names[k // 10 % 10], STATUSES[k % 10]): n
        for k, n in zip(found.tolist(), counts.tolist(), strict=True)
    }


def _worst(index: Index, records: RecordTable) -> tuple[DocumentCount, ...]:
    """The documents with most waiting findings of most weight."""
    import numpy as np

    waiting = np.isin(index.status, [STATUSES.index(one) for one in UNANSWERED])
    document = index.facets["document"]
    weight = np.bincount(
        document.of[waiting], index.priority[waiting], minlength=len(document.names)
    )
    worst = [document.names[at] for at in np.argsort(-weight, kind="stable")[:MOST_COLUMNS]]
    return tuple(_document(index, records, path) for path in worst)


def _document(index: Index, records: RecordTable, path: str) -> DocumentCount:
    import pyarrow.compute as pc

    counted = index.counts(Filters(document=path))
    held = pc.sum(pc.equal(records.table["document"], path)).as_py() or 0
    severities, codes = dict(counted["severity"]), dict(counted["code"])
    return DocumentCount(path, held, severities, codes, records.held(path))
