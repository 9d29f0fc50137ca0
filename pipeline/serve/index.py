"""The findings of a run as columns in memory: sorted, filtered and counted in milliseconds.

Only what the queue needs is held; a finding's evidence and suggestions are read when it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.model.finding import Severity, Status
from pipeline.serve.columns import (
    COLUMNS,
    RECORD_COLUMNS,
    STALE_PRIORITY,
    STATUSES,
    UNANSWERED,
    Brief,
    Facet,
    PlaceRow,
    facet_of,
    read_columns,
    statuses_of,
)
from pipeline.serve.filters import ALL, FACETS, WAITING, Filters

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Rows = np.ndarray[tuple[int], np.dtype[np.int64]]
    Mask = np.ndarray[tuple[int], np.dtype[np.bool_]]


class Index:
    """The findings of the run in a folder.

    Raises:
        NoFindingsError: the folder holds no output of a run, or one of an older version.
    """

    def __init__(self, output: Path, marks: Mapping[str, str] | None = None) -> None:
        import numpy as np

        self._table = read_columns(output, "findings", COLUMNS)
        self.records = read_columns(output, "records", RECORD_COLUMNS)
        self.ids: list[str] = self._table["finding_id"].to_pylist()
        self._row_of = {id_: row for row, id_ in enumerate(self.ids)}
        self._marks = marks or {}
        self.facets = {name: self._facet(name) for name in FACETS if name != "status"}
        self.status = statuses_of(self._table["status"])
        stale = self.status == STATUSES.index(Status.STALE)
        given = self._table["priority"].cast("float64").to_numpy()
        self.priority = np.where(stale, STALE_PRIORITY, given)
        start = self._table["start"].to_numpy()
        self.order: Rows = np.lexsort((start, self.facets["document"].of, -self.priority))
        self._rank: Rows = np.argsort(self.order)
        self._found: dict[str, Mask] = {}

    def __len__(self) -> int:
        """How many findings there are, answered or not."""
        return len(self.ids)

    def row(self, finding_id: str) -> int | None:
        """The row of a finding in its table, or None where there is none."""
        return self._row_of.get(finding_id)

    def set_status(self, row: int, status: str) -> None:
        """What has become of a finding since the run."""
        self.status[row] = STATUSES.index(status)

    def status_of(self, row: int) -> str:
        """Where a finding stands now."""
        return STATUSES[int(self.status[row])]

    def in_table(self, row: int) -> str:
        """Where a finding stood when the run ended."""
        return str(self._table["status"][row].as_py())

    def select(self, filters: Filters) -> Rows:
        """The rows of the findings that fit, in the order of the queue."""
        fits = self._fits(filters)
        rows: Rows = self.order[fits[self.order]]
        return rows

    def around(self, row: int, filters: Filters) -> tuple[int | None, int | None, int, int]:
        """The rows before and after one in the queue, its place from 1, and the queue's length.

        A row that does not fit the filters has the place where it would stand.
        """
        import numpy as np

        rows = self.select(filters)
        at = int(np.searchsorted(self._rank[rows], self._rank[row]))
        is_in = at < len(rows) and rows[at] == row
        after = at + 1 if is_in else at
        before = int(rows[at - 1]) if at else None
        return before, int(rows[after]) if after < len(rows) else None, at + 1, len(rows)

    def counts(self, filters: Filters) -> dict[str, list[tuple[str, int]]]:
        """By facet its values with their findings under the other filters, most first."""
        return {name: self._count(name, filters) for name in FACETS}

    def brief(self, row: int) -> Brief:
        """One finding as the queue lists it."""
        cells = {name: self._table[name][row].as_py() for name in COLUMNS}
        place = self.place(cells["record_id"])
        known = {
            "id": cells["finding_id"],
            "name": place.name if place else "",
            "country": place.country if place else "",
            "status": self.status_of(row),
            "mark": self._marks.get(cells["finding_id"], ""),
        }
        return Brief(*({**cells, **known}[name] for name in Brief._fields))

    def place(self, record_id: str) -> PlaceRow | None:
        """The record of an id, or None where there is none."""
        row = self._record_rows.get(record_id)
        if row is None:
            return None
        return PlaceRow(*(self.records[name][row].as_py() for name in PlaceRow._fields))

    def of_record(self, record_id: str) -> Rows:
        """The rows of a record's findings, in the order of the queue."""
        return self.select(Filters(record=record_id, status=ALL))

    @cached_property
    def _record_rows(self) -> dict[str, int]:
        return {id_: row for row, id_ in enumerate(self.records["record_id"].to_pylist())}

    @cached_property
    def _words(self) -> pa.Array:
        """Everything that a search looks at, in lower case."""
        import pyarrow.compute as pc

        parts = ("finding_id", "code", "record_id", "fields", "text", "message")
        joined = pc.binary_join_element_wise(
            *(self._table[name] for name in parts), self._names(), " "
        )
        return pc.utf8_lower(joined)

    def _names(self) -> pa.Array:
        import pyarrow.compute as pc

        at = pc.index_in(self._table["record_id"], value_set=self.records["record_id"])
        return pc.fill_null(self.records["name"].take(at), "")

    def _facet(self, name: str) -> Facet:
        import pyarrow as pa
        import pyarrow.compute as pc

        column: pa.Array
        if name == "mark":
            column = pa.array([self._marks.get(id_, "") for id_ in self.ids], pa.string())
        elif name == "country":
            at = pc.index_in(self._table["record_id"], value_set=self.records["record_id"])
            column = pc.fill_null(self.records["country"].take(at), "")
        else:
            column = self._table[name]
        return facet_of(column)

    def _fits(self, filters: Filters, without: str = "") -> Mask:
        import numpy as np

        fits: Mask = np.ones(len(self), dtype=bool)
        for name in FACETS:
            value = getattr(filters, name)
            if name != without and (value or name == "status"):
                fits &= self._has(name, value)
        if filters.record:
            fits &= self._record_mask(filters.record)
        for word in filters.words:
            fits &= self._contains(word)
        return fits

    def _has(self, name: str, value: str) -> Mask:
        import numpy as np

        if name == "status":
            return self._has_status(value)
        facet = self.facets[name]
        at = facet.names.index(value) if value in facet.names else -1
        mask: Mask = np.equal(facet.of, at)
        return mask

    def _has_status(self, value: str) -> Mask:
        import numpy as np

        wanted = {WAITING: UNANSWERED, ALL: STATUSES}.get(value, (value,))
        numbers = [at for at, name in enumerate(STATUSES) if name in wanted]
        mask: Mask = np.isin(self.status, numbers)
        return mask

    def _record_mask(self, record_id: str) -> Mask:
        import pyarrow.compute as pc

        mask: Mask = pc.equal(self._table["record_id"], record_id).to_numpy(zero_copy_only=False)
        return mask

    def _contains(self, word: str) -> Mask:
        import pyarrow.compute as pc

        if word not in self._found:
            if len(self._found) > 16:
                self._found.clear()
            found = pc.match_substring(self._words, word)
            self._found[word] = found.to_numpy(zero_copy_only=False)
        return self._found[word]

    def _count(self, name: str, filters: Filters) -> list[tuple[str, int]]:
        import numpy as np

        fits = self._fits(filters, without=name)
        facet = Facet(list(STATUSES), self.status) if name == "status" else self.facets[name]
        counted = np.bincount(facet.of[fits], minlength=len(facet.names))
        named = ((value, int(counted[at])) for at, value in enumerate(facet.names))
        found = [(value, count) for value, count in named if count and value]
        return sorted(found, key=lambda pair: _place_of(name, *pair))


def _place_of(name: str, value: str, count: int) -> tuple[int, str]:
    """Values with an order of their own in it, the others by their findings, most first."""
    own = {"severity": tuple(Severity), "status": STATUSES}.get(name)
    return (own.index(value), "") if own else (-count, value)
