"""Values behind labels of counts that only say of when the figures are: "figures of the partners, 2014~2015"."""

from __future__ import annotations

import re

from pipeline.model.source import Span
from pipeline.normalize.glossary import glossary

_YEARS = re.compile(
    r"[^\d\n]*[^\W\d_][^\d\n]*(?:1[89]|20)\d\d(?P<range> ?[-/~] ?(?:1[89]|20)\d\d)?[^\d\n]{0,24}"
)


def only_says_when(text: str, body: Span) -> bool:
    """Whether a value of folded text has words and a year, of a census or of two years, and no figure."""
    found = _YEARS.fullmatch(text, *body)
    if found is None:
        return False
    return found["range"] is not None or glossary("census_words").search(text, *body) is not None
