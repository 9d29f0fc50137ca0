"""Rows as Arrow columns, laid one behind the other as they come: a million never are as many objects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd
    import pyarrow as pa

    Owners = npt.NDArray[np.int32]

MOST_PENDING = 64  # batches that wait one by one: each keeps all alive that it was cut from
WHOLE = ("place", "start", "line", "column")
FLOATS = ("value", "low", "high")


@dataclass
class Rows:
    """Batches of rows that become one table; each batch is of one owner."""

    names: tuple[str, ...]
    counts: list[int] = field(default_factory=list)
    _pending: list[pa.RecordBatch] = field(default_factory=list)
    _settled: list[pa.RecordBatch] = field(default_factory=list)

    def add(self, batch: pa.RecordBatch) -> None:
        """Takes the rows of the next owner, which may be none."""
        self.counts.append(batch.num_rows)
        self._pending.append(batch)
        if len(self._pending) == MOST_PENDING:
            self._settled.extend(_together(self._pending, self.names).to_batches())
            self._pending = []

    @cached_property
    def table(self) -> pa.Table:
        """All rows; no more are added once it is asked for."""
        return _together((*self._settled, *self._pending), self.names)

    @cached_property
    def owners(self) -> Owners:
        """The number of the owner of each row."""
        import numpy as np

        return np.repeat(np.arange(len(self.counts), dtype=np.int32), self.counts)

    def row(self, number: int) -> tuple[Any, ...]:
        """One row as plain values."""
        return tuple(column[number].as_py() for column in self.table.columns)

    def frame(self) -> pd.DataFrame:
        """All rows as a frame with Arrow strings."""
        import pandas as pd
        import pyarrow as pa

        strings = {pa.string(): pd.ArrowDtype(pa.string())}
        frame: pd.DataFrame = self.table.to_pandas(types_mapper=strings.get)
        return frame


def batch_of(names: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> pa.RecordBatch:
    """Rows as a batch."""
    import pyarrow as pa

    kinds = schema_of(names)
    columns = zip(*rows, strict=True) if rows else [()] * len(names)
    arrays = [_array(cells, own.type) for cells, own in zip(columns, kinds, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=kinds)


@cache
def schema_of(names: tuple[str, ...]) -> pa.Schema:
    """The types of columns by their names: texts but for some."""
    import pyarrow as pa

    kinds = dict.fromkeys(WHOLE, pa.int32()) | dict.fromkeys(FLOATS, pa.float64())
    return pa.schema([(name, kinds.get(name, pa.string())) for name in names])


def _array(cells: Sequence[Any], kind: pa.DataType) -> pa.Array:
    import pyarrow as pa

    try:
        return pa.array(cells, kind)
    except UnicodeEncodeError:  # a lone surrogate, which no table can hold
        texts = (cell.encode("utf-8", "backslashreplace").decode("utf-8") for cell in cells)
        return pa.array(list(texts), kind)


def _together(batches: Sequence[pa.RecordBatch], names: tuple[str, ...]) -> pa.Table:
    import pyarrow as pa

    return pa.Table.from_batches(batches, schema_of(names)).combine_chunks()
