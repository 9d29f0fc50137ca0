"""Rows whose number is a mark and no cell, below a header that has a label for it.

S.No  District  Area (sq km)
1. Norvale  29,510
2. Easthaven  3,514
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.text import key
from pipeline.read.table.body import Body

_NUMBER = re.compile(r"\s*\d{1,3}[.)]\s*")


def without_serial(text: str, labels: Sequence[Span], body: Body) -> Sequence[Span]:
    """The labels without a first one for the numbers that stand before the cells of all rows."""
    if key(text[slice(*labels[0])]) not in _serial_labels():
        return labels
    before = [(cut.span.start, cut.cells[0].start) for cut in body.rows if cut.cells]
    return labels[1:] if all(_NUMBER.fullmatch(text, *edge) for edge in before) else labels


@cache
def _serial_labels() -> frozenset[str]:
    return frozenset(map(key, toml_table("structure.toml")["serial_labels"]))
