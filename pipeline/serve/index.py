"""The findings of a run as columns in memory: sorted, filtered and counted in milliseconds.

Only what the queue needs is held; a finding's evidence and suggestions are read when it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.model.finding import Status
from pipeline.serve.columns import (
    COLUMNS,
    STALE_PRIORITY,
    STATUSES,
    TAUGHT,
    UNANSWERED,
    Brief,
    read_columns,
    statuses_of,
)
from pipeline.serve.facet import Facet, counted, facet_of
from pipeline.serve.filters import ALL, FACETS, WAITING, Filters
from pipeline.serve.places import Places
from pipeline.serve.search import Search

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
        import pyarrow.compute as pc

        self._table = read_columns(output, "findings", COLUMNS)
        self.places = Places(output)
        self.ids: list[str] = self._table["finding_id"].to_pylist()
        self._row_of = {id_: row for row, id_ in enumerate(self.ids)}
        self._marks = marks or {}
        self.offers = pc.not_equal(self._table["suggestion_reason"], "").to_numpy()
        self._search = Search(self._table, self._beside("name"))
        self.facets = {name: self._facet(name) for name in FACETS if name != "status"}
        self.status = statuses_of(self._table["status"])
        self._told = self.status.copy()
        stale = self.status == STATUSES.index(Status.STALE)
        given = self._table["priority"].cast("float64").to_numpy()
        self.priority = np.where(stale, STALE_PRIORITY, given)
        start = self._table["start"].to_numpy()
        self.order: Rows = np.lexsort((start, self.facets["document"].of, -self.priority))
        self._rank: Rows = np.argsort(self.order)

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
        return STATUSES[int(self._told[row])]

    def decided_since(self) -> int:
        """How many findings have another status by decision than when the run ended."""
        import numpy as np

        moved = (self.status != self._told) & (self.status != STATUSES.index(TAUGHT))
        return int(np.count_nonzero(moved))

    def select(self, filters: Filters) -> Rows:
        """The rows of the findings that fit, in the order of the queue."""
        fits = self._fits(filters)
        rows: Rows = self.order[fits[self.order]]
        return rows

    def open_among(self, rows: Rows) -> Rows:
        """Those of some rows that wait for an answer and can be given one."""
        waiting: Rows = rows[self.status[rows] == STATUSES.index(Status.OPEN)]
        return waiting

    def codes(self, rows: list[int]) -> list[str]:
        """The checks that some rows are of."""
        facet = self.facets["code"]
        return [facet.names[at] for at in facet.of[rows].tolist()]

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
        facets = {**self.facets, "status": Facet(list(STATUSES), self.status)}
        return {
            name: counted(name, facets[name], self._fits(filters, without=name)) for name in FACETS
        }

    def brief(self, row: int) -> Brief:
        """One finding as the queue lists it."""
        cells = {name: self._table[name][row].as_py() for name in COLUMNS}
        place = self.places.of(cells["record_id"])
        known = {
            "id": cells["finding_id"],
            "name": place.name if place else "",
            "country": place.country if place else "",
            "status": self.status_of(row),
            "mark": self._marks.get(cells["finding_id"], ""),
        }
        return Brief(*({**cells, **known}[name] for name in Brief._fields))

    def of_record(self, record_id: str) -> Rows:
        """The rows of a record's findings, in the order of the queue."""
        return self.select(Filters(record=record_id, status=ALL))

    def _beside(self, column: str) -> pa.Array:
        return self.places.beside(self._table["record_id"], column)

    def _facet(self, name: str) -> Facet:
        import pyarrow as pa

        column: pa.Array
        if name == "mark":
            column = pa.array([self._marks.get(id_, "") for id_ in self.ids], pa.string())
        elif name == "country":
            column = self._beside("country")
        else:
            column = self._table[name]
        return facet_of(column)

    def _fits(self, filters: Filters, without: str = "") -> Mask:
        import numpy as np

        fits: Mask = np.ones(len(self), dtype=bool)
        for name in FACETS:
            value = getattr(filters, name)
            if name != without and (value or name == "status"):
                fits &= (
                    self._has_status(value) if name == "status" else self.facets[name].having(value)
                )
        if filters.record:
            fits &= self._record_mask(filters.record)
        for word in filters.words:
            fits &= self._search.having(word)
        return fits

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
