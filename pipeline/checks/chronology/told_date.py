"""A tie's date told once more in a sentence, as the same day of another year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.checks.view.moment import FULL, agreements
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import quoted, rewritten
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Suggestion
from pipeline.model.value import Record, Value
from pipeline.normalize.lexeme import pattern_of
from pipeline.schema.place import AGREEMENTS

# A sentence that tells of the signing does so this near before its date.
BEFORE, BEHIND = 60, 90
# On the day itself jubilees are kept: a difference of five or ten years is one.
JUBILEE = 5
AGREEING, SHORTEST_NAME = 2, 4
# A name stands this near before its year; longer words are looked for without asking first.
GAP, LONGEST_SOUGHT = 20, 40
# The rule by which a year was read that stands in a heading.
HEADING = "heading: since"
TOLD = "prose: tie"
MONTH = len("2015-10")
_YEAR = re.compile(r"\((?:19|20)\d\d\)")
_YEAR_BEHIND = re.compile(rf"[^\d\n,;()]{{0,{GAP}}}\(((?:19|20)\d\d)\)")


def as_told(tie: Value, told: Value) -> Suggestion:
    """The date of one of two tellings as that of the tie."""
    iso = str(told.value)
    return Suggestion(iso, "R10", f"{quoted(told)} alone", -1.0, (rewritten(tie, iso),))


def told_otherwise(record: Record, page: Page) -> Iterator[tuple[Value, Value]]:
    """Dates of a tie with a date in a sentence that is the same day of a year one slip away.

    A sentence on the signing may give the month alone.
    """
    ties = record.once(agreements)
    loose = [one for one in record.all("other:date") if one.rank == 0] if ties else []
    for at, tie in enumerate(ties):
        for other in (*ties[at + 1 :], *loose):
            if _are_one_day(tie, other) and _is_slip(page, record, tie, other):
                yield tie, other
        for other in _overruled(record, tie):
            if _are_one_month(tie, other) and _is_slip(page, record, tie, other):
                yield tie, other


def _overruled(record: Record, tie: Value) -> Iterator[Value]:
    """Dates of the signing that a sentence tells, where the label's holds."""
    for other in record.all(tie.field) if tie.label else ():
        if not other.in_force and other.evidence.rule.startswith(TOLD):
            yield other


def _are_one_day(one: Value, other: Value) -> bool:
    """Whether two full dates are the same day of their years."""
    days = [str(each.value)[4:] for each in (one, other) if len(str(each.value)) == FULL]
    return len(days) == 2 and days[0] == days[1]


def _are_one_month(one: Value, other: Value) -> bool:
    """Whether two dates with their months are of the same one, and of the same day if both have it."""
    shorter = min(len(str(one.value)), len(str(other.value)))
    return shorter >= MONTH and str(one.value)[4:shorter] == str(other.value)[4:shorter]


def _is_slip(page: Page, record: Record, tie: Value, other: Value) -> bool:
    """Whether two years have the same digits in another order, or a sentence on the signing has one."""
    one, two = str(tie.value)[:4], str(other.value)[:4]
    if one == two:
        return False
    if sorted(one) == sorted(two):
        return True
    apart = sum(a != b for a, b in zip(one, two, strict=True))
    words = _around(page, record, other)
    round_years = (int(one) - int(two)) % JUBILEE == 0
    tells = _signings().search(words) is not None and _jubilees().search(words) is None
    return apart == 1 and not round_years and tells


def _around(page: Page, record: Record, value: Value) -> str:
    """The words of its line that stand near a value."""
    at = value.evidence.span
    start = max(record.span.start, page.folded.rfind("\n", 0, at.start) + 1, at.start - BEFORE)
    stop = page.folded.find("\n", at.end)
    return page.folded[start : min(at.end + BEHIND, stop if stop >= 0 else len(page.folded))]


def headed_otherwise(page: Page) -> tuple[tuple[Record, Value, Value], ...]:
    """The one profile whose heading has another year than the signing told below it.

    Only where at least one other profile of the page has the same year in both, and no second one
    differs. To be asked once a page.
    """
    found = [(record, *pair) for record in page.records if (pair := _headed(record)) is not None]
    apart = [one for one in found if str(one[1].value)[:4] != str(one[2].value)[:4]]
    return tuple(apart) if len(apart) == 1 < len(found) else ()


def _headed(record: Record) -> tuple[Value, Value] | None:
    """The year of a heading ("since 1992") and the one full date of the tie below it."""
    ties = record.once(agreements)
    told = [tie for tie in ties if not tie.evidence.rule.startswith(HEADING)]
    if len(told) != 1 or len(str(told[0].value)) != FULL:
        return None
    headed = [
        v for field in AGREEMENTS for v in record.all(field) if v.evidence.rule.startswith(HEADING)
    ]
    return (headed[0], told[0]) if len(headed) == 1 else None


def listed_otherwise(page: Page) -> tuple[tuple[Record, Value, int], ...]:
    """Ties whose year a list of the page's places with their years gives otherwise.

    Only where the list has the year of at least two other profiles. To be asked once a page.
    """
    words = page.once(_words_before_years)
    found = [
        (record, tie, year)
        for record in page.records
        if _may_be_listed(record, words) and len(ties := record.once(agreements)) == 1
        for tie in ties
        for year in _years_beside(page, record)
    ]
    right = sum(str(tie.value)[:4] == str(year) for _, tie, year in found)
    if right < AGREEING:
        return ()
    return tuple(one for one in found if str(one[1].value)[:4] != str(one[2]))


def _years_beside(page: Page, record: Record) -> Iterator[int]:
    """The years in brackets behind the name of a record outside its own lines, if they are one."""
    text, word = page.document.text, _first_word(record)
    years: set[int] = set()
    at = text.find(word)
    while at >= 0:
        year = _YEAR_BEHIND.match(text, at + len(word))
        if year and not record.span.start <= at < record.span.end:
            years.add(int(year[1]))
        at = text.find(word, at + 1)
    if len(years) == 1:
        yield from years


def _first_word(record: Record) -> str:
    name = record.one("name")
    return next(iter(str(name.value).split()), "") if name is not None else ""


def _may_be_listed(record: Record, before_years: str) -> bool:
    """Whether the first word of the record's name may stand before a year in brackets."""
    word = _first_word(record)
    long_enough = len(word) >= SHORTEST_NAME
    return long_enough and (len(word) > LONGEST_SOUGHT or word in before_years)


def _words_before_years(page: Page) -> str:
    """What stands before the years in brackets of a page, as far as a name may stand there."""
    text, reach = page.document.text, LONGEST_SOUGHT + GAP
    starts = (match.start() for match in _YEAR.finditer(text))
    return "\n".join(text[max(0, start - reach) : start] for start in starts)


@cache
def _signings() -> re.Pattern[str]:
    return pattern_of(toml_table("slips.toml")["signings"]["words"])


@cache
def _jubilees() -> re.Pattern[str]:
    return pattern_of(toml_table("slips.toml")["anniversaries"]["behind"])
