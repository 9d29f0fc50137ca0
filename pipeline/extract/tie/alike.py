"""Labels that give the tie's day in the words of one partner, and only a date for another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from pipeline.extract.page import CUED, Candidate, Page, Read
from pipeline.lexicon.tables import toml_table
from pipeline.model.value import Reading
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.stretch import dates
from pipeline.normalize.text import key
from pipeline.schema.place import AGREEMENTS

_WHOLE = 0.6  # of a value that is a date
_SEVERAL = 2  # partners with the same label


def with_ties_alike(page: Page, read: list[Read]) -> list[Read]:
    """Profiles without a tie whose date stands below the label that speaks of another's.

    "When: charter signed 14 July 1973" tells what "When: 1989" gives of the next partner; and a
    label that says no more than "Date", of several partners, asks for the day of each one's tie.
    """
    labels = {label for _, found in read for label in _tied(found)} | _days(page, read)
    if not labels:
        return read
    return [(profile, [*found, *_alike(page, found, labels)]) for profile, found in read]


def _tied(found: Sequence[Candidate]) -> set[str]:
    """The labels without a field of their own in whose value a tie is told."""
    ties = [one.span for one in found if one.field in AGREEMENTS]
    told = (c for c in found if ties and c.label and c.field.startswith("other:"))
    return {key(c.label) for c in told if any(c.span.covers(tie) for tie in ties)}


def _days(page: Page, read: Sequence[Read]) -> set[str]:
    """The labels of several profiles that only ask for a day, and get nothing else from any."""
    asked = [c for _, found in read for c in found if c.label and key(c.label) in _day_words()]
    told = Counter(key(c.label) for c in asked if _only_day(page, c))
    other = {key(c.label) for c in asked if not _only_day(page, c)}
    return {label for label, count in told.items() if count >= _SEVERAL and label not in other}


@cache
def _day_words() -> frozenset[str]:
    return frozenset(map(key, flatten(toml_table("structure.toml")["tie_days"])))


def _alike(page: Page, found: Sequence[Candidate], labels: set[str]) -> list[Candidate]:
    """The dates below such labels of a profile that tells of no tie."""
    if any(one.field in AGREEMENTS for one in found):
        return []
    told = [c for c in found if c.label and key(c.label) in labels]
    return [
        Candidate("agreement_date", day, "labelled: as of another", CUED, c.label)
        for c in told
        for day in _only_day(page, c)
    ]


def _only_day(page: Page, candidate: Candidate) -> list[tuple[Reading[str], ...]]:
    """The date that a value is, if it is little else."""
    span = candidate.span
    found = dates(page.text, span, page.marks.date_order)[:1]
    return [
        day
        for day in found
        if day[0].span.end - day[0].span.start >= _WHOLE * (span.end - span.start)
    ]
