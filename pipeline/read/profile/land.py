"""Land and people side by side, without a word for either: "1899 sq km, 13,655 people"."""

from __future__ import annotations

import re

from pipeline.model.source import Span
from pipeline.normalize.mark import page_context
from pipeline.normalize.stretch import figures

_LAND = frozenset({"kilometer ** 2", "mile ** 2"})
_SIZES = frozenset({"area", "person", ""})  # dimensions; a count may have its word before it
_BOTH = 2
_LISTED = re.compile(r"\s*[,;|/·]\s*")


def has_land(text: str, span: Span) -> bool:
    """Whether a stretch that counts people begins its figures with them and the land beside them."""
    found = figures(text, span, page_context(text))[:_BOTH]
    if len(found) < _BOTH or _LAND.isdisjoint(one.unit for one in found):
        return False
    one, two = found
    if not {one.dimension, two.dimension} <= _SIZES:
        return False
    return _LISTED.fullmatch(text, one.stop, two.span.start) is not None
