"""Words sought in everything that findings say, without regard to case."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    Mask = np.ndarray[tuple[int], np.dtype[np.bool_]]

PARTS = ("finding_id", "code", "record_id", "fields", "text", "message")
WORDS_HELD = 16


class Search:
    """The texts of findings, made one the first time that somebody searches.

    ``names`` are those of the places that the findings are about.
    """

    def __init__(self, findings: pa.Table, names: pa.Array) -> None:
        self._findings, self._names = findings, names
        self._found: dict[str, Mask] = {}

    def having(self, word: str) -> Mask:
        """Which findings contain a word."""
        import pyarrow.compute as pc

        if word not in self._found:
            if len(self._found) >= WORDS_HELD:
                self._found.clear()
            found = pc.match_substring(self._texts, word)
            self._found[word] = found.to_numpy(zero_copy_only=False)
        return self._found[word]

    @cached_property
    def _texts(self) -> pa.Array:
        import pyarrow.compute as pc

        parts = (self._findings[name] for name in PARTS)
        return pc.utf8_lower(pc.binary_join_element_wise(*parts, self._names, " "))
