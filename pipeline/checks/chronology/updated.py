"""Dates of ties that a page cannot know: later than the day on which it says it was last changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from pipeline.checks.mend.date_slip import mended_year
from pipeline.checks.view.cue import Cue
from pipeline.checks.view.moment import FULL, agreements, is_before
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import quoted
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record, Value
from pipeline.normalize.date import find_dates

# A tie announced for the next two years is news; of a page changed without its stamp more are later.
ANNOUNCED_DAYS = 730
_NEAR = 40  # characters from a word for a change to its day


def ties_after_update(record: Record, page: Page) -> Iterator[Problem]:
    """The one tie of a page that lies years after the day of its last change."""
    for owner, tie, changed in page.once(_later):
        if owner != record.id:
            continue
        offers = mended_year(tie, changed)
        likely = " or ".join(offer.value for offer in offers[:2])
        yield Problem(
            f"{quoted(tie)} lies years after {changed.isoformat()}, when the page says it was last "
            f"changed." + (f" Probably {likely}: {offers[0].reason}." if offers else ""),
            (tie,),
            offers,
            computed=f"{tie.value} > {changed.isoformat()}",
            severity=Severity.WARNING,
        )


def _later(page: Page) -> tuple[tuple[str, Value, date], ...]:
    """The tie, with its record, that lies behind the last change; none where several do."""
    changed = _changed(page) if page.may_have(_cue()) else None
    if changed is None:
        return ()
    limit = (changed + timedelta(days=ANNOUNCED_DAYS)).isoformat()
    found = tuple(
        (record.id, tie, changed)
        for record in page.records
        for tie in record.once(agreements)
        if is_before(limit, str(tie.value)) and not page.is_ahead(str(tie.value))
    )
    return found if len(found) == 1 else ()


def _changed(page: Page) -> date | None:
    """The last day behind a word for a change of the page."""
    text = page.folded
    days = [
        readings[0].value
        for start in page.places(_cue()).starts
        for readings in find_dates(text, start, _line_end(text, start))[:1]
    ]
    full = [day for day in days if len(day) == FULL]
    return date.fromisoformat(max(full)) if full else None


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return min(len(text) if end < 0 else end, start + 2 * _NEAR)


@cache
def _cue() -> Cue:
    return Cue(toml_table("slips.toml")["change_words"])
