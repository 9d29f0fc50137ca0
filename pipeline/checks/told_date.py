"""A tie's date told once more in a sentence, as the same day of another year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.checks.moment import FULL, agreements
from pipeline.checks.page import Page
from pipeline.checks.wording import quoted, rewritten
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Suggestion
from pipeline.model.value import Record, Value
from pipeline.normalize.lexeme import alternation, flatten

# A sentence that tells of the signing does so this near before its date.
BEFORE = 60


def as_told(tie: Value, told: Value) -> Suggestion:
    """The date of one of two tellings as that of the tie."""
    iso = str(told.value)
    return Suggestion(iso, "R10", f"{quoted(told)} alone", -1.0, (rewritten(tie, iso),))


def told_otherwise(record: Record, page: Page) -> Iterator[tuple[Value, Value]]:
    """Dates of a tie with a date in a sentence that is the same day of a year one slip away."""
    ties = agreements(record)
    loose = [one for one in record.values if one.field == "other:date" and one.rank == 0]
    for at, tie in enumerate(ties):
        for other in (*ties[at + 1 :], *loose):
            days = [str(one.value)[4:] for one in (tie, other) if len(str(one.value)) == FULL]
            if len(days) == 2 and days[0] == days[1] and _is_slip(page, record, tie, other):
                yield tie, other


def _is_slip(page: Page, record: Record, tie: Value, other: Value) -> bool:
    """Whether two years have the same digits in another order, or a sentence on the signing has one."""
    one, two = str(tie.value)[:4], str(other.value)[:4]
    if one == two:
        return False
    if sorted(one) == sorted(two):
        return True
    at = other.evidence.span
    start = max(record.span.start, page.folded.rfind("\n", 0, at.start))
    before = page.folded[max(start, at.start - BEFORE) : at.start]
    apart = sum(a != b for a, b in zip(one, two, strict=True))
    return apart == 1 and bool(_signings().search(before)) and not _jubilees().search(before)


@cache
def _signings() -> re.Pattern[str]:
    return _any_of(toml_table("slips.toml")["signings"]["words"])


@cache
def _jubilees() -> re.Pattern[str]:
    return _any_of(toml_table("slips.toml")["anniversaries"]["behind"])


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(alternation(flatten(words)), re.IGNORECASE)
