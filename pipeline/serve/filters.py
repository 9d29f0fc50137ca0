"""What a reviewer wants to see: the filters of the queue, as they stand in the address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

ALL, WAITING = "all", ""
LONGEST_SEARCH = 200


class Filters(NamedTuple):
    """One value per facet, empty for any; an empty ``status`` asks for what waits for an answer.

    ``q`` are words that a finding's text has to contain.
    """

    severity: str = ""
    status: str = WAITING
    code: str = ""
    field: str = ""
    document: str = ""
    country: str = ""
    mark: str = ""
    record: str = ""
    q: str = ""

    @property
    def query(self) -> str:
        """The filters as the query of an address, empty parts left out."""
        return urlencode({name: value for name, value in self._asdict().items() if value})

    @property
    def words(self) -> tuple[str, ...]:
        """The words searched for, without regard to case."""
        return tuple(self.q.lower().split())

    def having(self, name: str, value: str) -> Filters:
        """The filters with another value of one facet; the same value again takes it off."""
        given = self._asdict()
        return Filters(**{**given, name: "" if given[name] == value else value})


FACETS = ("severity", "status", "mark", "code", "field", "country", "document")


def filters_of(query: Mapping[str, str]) -> Filters:
    """The filters that a query names; whatever else it says is left alone."""
    given = {name: query.get(name, "").strip() for name in Filters._fields}
    return Filters(**{**given, "q": given["q"][:LONGEST_SEARCH]})


def number_of(text: str) -> int:
    """The count that a query or a form names, 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
