"""Facets: a column of findings as numbers that stand for its values, and how many have each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pipeline.model.finding import Severity
from pipeline.serve.columns import STATUSES

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Rows = np.ndarray[tuple[int], np.dtype[np.int64]]
    Mask = np.ndarray[tuple[int], np.dtype[np.bool_]]

# Facets whose values have an order of their own; the others' go by how many findings have them.
ORDERED = {"severity": tuple(Severity), "status": STATUSES}


class Facet(NamedTuple):
    """One column as numbers that stand for its names."""

    names: list[str]
    of: Rows

    def having(self, name: str) -> Mask:
        """Which rows have a name."""
        import numpy as np

        at = self.names.index(name) if name in self.names else -1
        mask: Mask = np.equal(self.of, at)
        return mask


def facet_of(column: pa.Array) -> Facet:
    """A column of texts as numbers that stand for them."""
    import pyarrow as pa

    encoded = column.dictionary_encode()
    encoded = encoded.combine_chunks() if isinstance(encoded, pa.ChunkedArray) else encoded
    if isinstance(encoded, pa.ChunkedArray):  # an empty column has no chunk to combine
        return Facet([], encoded.to_numpy())
    return Facet(encoded.dictionary.to_pylist(), encoded.indices.to_numpy())


def counted(name: str, facet: Facet, fits: Mask) -> list[tuple[str, int]]:
    """The values of a facet with how many of the rows that fit have them, in order."""
    import numpy as np

    counts = np.bincount(facet.of[fits], minlength=len(facet.names)).tolist()
    found = [(value, count) for value, count in zip(facet.names, counts, strict=True) if count]
    return sorted(filter(lambda pair: pair[0], found), key=lambda pair: _place_of(name, *pair))


def _place_of(name: str, value: str, count: int) -> tuple[int, str]:
    own = ORDERED.get(name)
    return (own.index(value), "") if own else (-count, value)
