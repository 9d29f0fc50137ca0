"""The check of growth and decline that a sentence tells with both figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from pipeline.checks.check import check
from pipeline.checks.view.cue import Cue
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import shown
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Problem, Severity
from pipeline.model.source import Span
from pipeline.model.value import Record
from pipeline.normalize.digits import amounts
from pipeline.normalize.lexeme import alternation, flatten
from pipeline.normalize.occurrence import Sought

_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_NUMBER = r"\d(?:[\d.,]*\d)?"
# Behind the verb of a change: "from 900".
_FROM = Sought(re.compile(r"\s[fF][rR][oO][mM]\s+\d"))


def _tells_changes(page: Page) -> bool:
    """Whether a verb of change and a "from" with a figure may stand on the page."""
    return page.may_have(_change_cue()) and bool(_FROM.places(page.folded).starts)


@check(
    "C06",
    Severity.WARNING,
    level=1,
    good=("City: Lindenau\nPopulation: 12,000\nThe number of pupils rose from 900 to 1,200.",),
    bad={
        "City: Lindenau\nPopulation: 12,000\nThe number of pupils rose from 1,200 to 900.": ("",),
        "City: Lindenau\nPopulation: 1,555, up from 1,617 in 2016": ("population",),
    },
    told=_tells_changes,
)
def changes_go_the_way_that_is_told(record: Record, page: Page) -> Iterator[Problem]:
    """What grew is more than it was, what fell is less.

    "Rose from 1,200 to 900" has its figures exchanged, or the wrong verb.
    """
    if not _FROM.begins(page.folded, *record.span):
        return
    found = (p.finditer(page.folded, *record.span) for p in (_changes(), _changes_behind()))
    for match in chain.from_iterable(found):
        before, after = (amounts(match[name])[0].value for name in ("before", "after"))
        grows = bool(match["up"])
        if (
            before == after
            or (after > before) is grows
            or _are_years(match["before"], match["after"])
        ):
            continue
        span = Span(*match.span())
        said = " ".join(page.document.quote(span).split())
        own = tuple(v for v in record.all("population") if span.covers(v.evidence.span))[:1]
        yield Problem(
            f"“{said}” tells of {'growth' if grows else 'decline'}, but {shown(after)} is "
            f"{'less' if grows else 'more'} than {shown(before)}.",
            own,
            span=span,
            computed=f"{shown(after)} {'<' if grows else '>'} {shown(before)}",
        )


def _are_years(*said: str) -> bool:
    """Whether figures are written as years are, without marks."""
    return all(one.isdigit() and _FIRST_YEAR <= int(one) <= _LAST_YEAR for one in said)


@cache
def _change_cue() -> Cue:
    table = toml_table("slips.toml")
    return Cue(flatten((table["changes"], table["changes_behind"])), ("from",))


@cache
def _changes() -> re.Pattern[str]:
    table = toml_table("slips.toml")["changes"]
    verbs = "|".join(f"(?P<{way}>{alternation(table[way])})" for way in ("up", "down"))
    figures = rf"\s+from\s+(?P<before>{_NUMBER})(?:%| percent)?\s+to\s+(?P<after>{_NUMBER})"
    scale = r"(?!\s*(?:million|thousand|billion|m\b|bn\b|[.,]?\d))"
    return re.compile(rf"(?:{verbs}){figures}{scale}", re.IGNORECASE)


@cache
def _changes_behind() -> re.Pattern[str]:
    table = toml_table("slips.toml")["changes_behind"]
    ways = "|".join(f"(?P<{way}>{alternation(table[way])})" for way in ("up", "down"))
    return re.compile(
        rf"(?<![\d.,])(?P<after>{_NUMBER})(?: [^\W\d]+)?\s?[,(-]\s?(?:{ways})\s+from\s+(?P<before>{_NUMBER})"
        r"(?!\s*(?:million|thousand|billion|m\b|bn\b|%|[.,]?\d))",
        re.IGNORECASE,
    )
