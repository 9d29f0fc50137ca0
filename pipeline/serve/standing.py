"""Where findings stand since the run: after what the log says, and what is taught."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.checks.mute import covers
from pipeline.model.finding import Status
from pipeline.model.teaching import OTHER, Teaching
from pipeline.review.journal import Journal
from pipeline.review.settle import STATUS
from pipeline.schema.label import read_label
from pipeline.serve.columns import WITHDRAWN
from pipeline.serve.filters import Filters
from pipeline.serve.index import Index
from pipeline.serve.store import Store

UNKNOWN_LABEL = "T05"


def status_after(journal: Journal, finding_id: str, in_table: str) -> str:
    """The status of a finding that the run left with another one, after what the log says."""
    stands = journal.standing(finding_id)
    if not journal.entries(finding_id):
        return in_table
    if in_table == Status.STALE:
        return str(Status.STALE) if stands else WITHDRAWN
    return str(STATUS[stands.verdict] if stands else Status.OPEN)


def answered_by(teaching: Teaching, index: Index, store: Store, today: date) -> Iterator[int]:
    """The rows of open findings that a teaching will answer at the next run."""
    own = (label for field in teaching.fields for label in field.labels)
    for label in (*(label for label, _ in teaching.labels), *own):
        asked = Filters(code=UNKNOWN_LABEL, field=f"{OTHER}{read_label(label).slug}", status="open")
        yield from index.select(asked).tolist()
    for mute in teaching.mutes:
        asked = Filters(code=mute.check, document=mute.document, status="open")
        rows = index.select(asked).tolist() if mute.until >= today else ()
        yield from (row for row in rows if covers(mute, store.finding(row)))
