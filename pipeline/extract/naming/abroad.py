"""Countries that a text names without lying there: neighbours, markets, currencies."""

from __future__ import annotations

import re

from pipeline.extract.naming.border import is_neighbour
from pipeline.model.source import Span

_FAR = 80
_CURRENCY = re.compile(
    r"\s?(?:\$|dollars?\b|pesos?\b|yuan\b|won\b|rubles?\b|francs?\b)", re.IGNORECASE
)
_LISTED = re.compile(
    r"\b(?:to|with|like|than|against|towards?)\s+(?:(?:the\s+)?[^\W\d_a-z]\w*,?\s+(?:and\s+|or\s+)?){0,4}(?:the\s+)?$"
)
_BETWEEN = re.compile(
    r"\bbetween\s+(?:the\s+)?(?:[^\W\d_][\w-]*\s+){0,3}(?:and\s+(?:the\s+)?)?$", re.IGNORECASE
)
_MARKET = 0.95


def belonging(text: str, stretch: Span, country: Span) -> float:
    """How likely a place lies in a country that folded text about it mentions, 0 to 1."""
    if _CURRENCY.match(text, country.end) or is_neighbour(text, stretch, country):
        return 0.0
    before = text[max(stretch.start, country.start - _FAR) : country.start]
    if _BETWEEN.search(before):
        return 0.0
    return _MARKET if _LISTED.search(before) else 1.0
