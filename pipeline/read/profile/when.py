"""Values behind labels of counts that only say of when the figures are: "figures of the partners, 2014~2015"."""

from __future__ import annotations

import re

from pipeline.model.source import Span
from pipeline.normalize.figure import Figure
from pipeline.normalize.glossary import glossary

_YEAR = re.compile(r"1\d\d\d|20\d\d")
_SHORT = re.compile(r"\d{1,2}")
_YEARS = re.compile(
    r"[^\d\n]*[^\W\d_][^\d\n]*(?:1[89]|20)\d\d(?P<range> ?[-/~] ?(?:1[89]|20)\d\d)?[^\d\n]{0,24}"
)


def only_says_when(text: str, body: Span) -> bool:
    """Whether a value of folded text has words and a year, of a census or of two years, and no figure."""
    found = _YEARS.fullmatch(text, *body)
    if found is None:
        return False
    return found["range"] is not None or is_of_census(text, body)


def is_of_census(text: str, span: Span) -> bool:
    """Whether a stretch names a census: "Figures are of the 2016 census"."""
    return glossary("census_words").search(text, *span) is not None


def is_year(text: str, figure: Figure) -> bool:
    """Whether a figure counts nothing and looks like a year."""
    return not figure.dimension and _YEAR.fullmatch(text, *figure.span) is not None


def may_count(text: str, figure: Figure) -> bool:
    """Whether a figure can be of the people of a place: no year, and no number of one or two digits alone."""
    bare = not figure.dimension and _SHORT.fullmatch(text, *figure.span) is not None
    return not bare and not is_year(text, figure)
