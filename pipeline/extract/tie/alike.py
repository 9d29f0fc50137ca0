"""Labels that give the tie's day in the words of one partner, and only a date for another."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.page import CUED, Candidate, Page, Read
from pipeline.normalize.stretch import dates
from pipeline.normalize.text import key
from pipeline.schema.place import AGREEMENTS

_WHOLE = 0.6  # of a value that is a date


def with_ties_alike(page: Page, read: list[Read]) -> list[Read]:
    """Profiles without a tie whose date stands below the label that speaks of another's.

    "When: charter signed 14 July 1973" tells what "When: 1989" gives of the next partner.
    """
    labels = {label for _, found in read for label in _tied(found)}
    if not labels:
        return read
    return [(profile, [*found, *_alike(page, found, labels)]) for profile, found in read]


def _tied(found: Sequence[Candidate]) -> set[str]:
    """The labels without a field of their own in whose value a tie is told."""
    ties = [one.span for one in found if one.field in AGREEMENTS]
    told = (c for c in found if ties and c.label and c.field.startswith("other:"))
    return {key(c.label) for c in told if any(c.span.covers(tie) for tie in ties)}


def _alike(page: Page, found: Sequence[Candidate], labels: set[str]) -> list[Candidate]:
    """The dates below such labels of a profile that tells of no tie."""
    if any(one.field in AGREEMENTS for one in found):
        return []
    told = [c for c in found if c.label and key(c.label) in labels]
    return [
        Candidate("agreement_date", day, "labelled: as of another", CUED, c.label)
        for c in told
        for day in dates(page.text, c.span, page.marks.date_order)[:1]
        if day[0].span.end - day[0].span.start >= _WHOLE * (c.span.end - c.span.start)
    ]
