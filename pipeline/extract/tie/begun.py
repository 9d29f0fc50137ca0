"""Labels that only say "Established": among partners the day of the tie, elsewhere of the place."""

from __future__ import annotations

from functools import cache

from pipeline.extract.page import Candidate, Page, Read
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import NOTE
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.text import key
from pipeline.read.layout import Layout
from pipeline.read.profile.signal import tells_of_partners, ties
from pipeline.schema.place import AGREEMENTS, TIE_FIELDS

_FIRST_TIES = "1946"  # towns were twinned after the war; most places are older
_FEWEST = 2  # profiles whose labels say so


def with_begun_ties(page: Page, layout: Layout, read: list[Read]) -> list[Read]:
    """Profiles with "Established: May 9, 1984" as the day of the tie of which the page's title speaks.

    Several profiles have to say so, all of years in which ties are made, and none gives its tie
    otherwise: then it is not the places that were established.
    """
    begun = [found for _, profile in read for found in profile if _is_begun(found)]
    if len(begun) < _FEWEST or any(_year(found) < _FIRST_TIES for found in begun):
        return read
    if any(found.field in AGREEMENTS for _, profile in read for found in profile):
        return read
    kind = _titled(page, layout)
    if not kind:
        return read
    told = set(map(id, begun))
    return [
        (profile, [f._replace(field=TIE_FIELDS[kind]) if id(f) in told else f for f in found])
        for profile, found in read
    ]


def with_foundings(page: Page, read: list[Read]) -> list[Read]:
    """Profiles with "Date of establishment: 10th March, 1989" as that of the place, on a page without ties."""
    if not any(_is_tie(found) for _, profile in read for found in profile):
        return read
    if tells_of_partners(page.text):
        return read
    return [
        (profile, [f._replace(field="founded") if _is_tie(f) else f for f in found])
        for profile, found in read
    ]


def _is_tie(found: Candidate) -> bool:
    return found.field in AGREEMENTS and key(found.label).strip(" :.") in _words()


def _is_begun(found: Candidate) -> bool:
    return found.field == "founded" and key(found.label).strip(" :.") in _words()


def _year(found: Candidate) -> str:
    return str(found.readings[0].value)


def _titled(page: Page, layout: Layout) -> str:
    """The kind of tie that a line outside the profiles names, other than a menu; empty if none does."""
    first = min((profile.span.start for profile in layout.profiles), default=0)
    above = (line.body for line in layout.outside if line.kind is not NOTE)
    kinds = (ties(page.text[slice(*body)]) for body in above if body.start < first)
    return next(filter(None, kinds), "")


@cache
def _words() -> frozenset[str]:
    return frozenset(map(key, flatten(toml_table("structure.toml")["begun_words"])))
