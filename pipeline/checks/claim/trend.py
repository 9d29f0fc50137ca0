"""The check of growth and decline that a sentence tells with both figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

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
    },
    told=_tells_changes,
)
def changes_go_the_way_that_is_told(record: Record, page: Page) -> Iterator[Problem]:
    """What grew is more than it was, what fell is less.

    "Rose from 1,200 to 900" has its figures exchanged, or the wrong verb.
    """
    if not _FROM.begins(page.folded, *record.span):
        return
    for match in _changes().finditer(page.folded, *record.span):
        before, after = (amounts(match[name])[0].value for name in ("before", "after"))
        grows = bool(match["up"])
        if before == after or (after > before) is grows or _are_years(before, after):
            continue
        said = " ".join(page.document.quote(Span(*match.span())).split())
        yield Problem(
            f"“{said}” tells of {'growth' if grows else 'decline'}, but {shown(after)} is "
            f"{'less' if grows else 'more'} than {shown(before)}.",
            span=Span(*match.span()),
            computed=f"{shown(after)} {'<' if grows else '>'} {shown(before)}",
        )


def _are_years(*numbers: Decimal) -> bool:
    return all(1000 <= number <= 2100 and number == int(number) for number in numbers)


@cache
def _change_cue() -> Cue:
    return Cue(flatten(toml_table("slips.toml")["changes"]), ("from",))


@cache
def _changes() -> re.Pattern[str]:
    table = toml_table("slips.toml")["changes"]
    verbs = "|".join(f"(?P<{way}>{alternation(table[way])})" for way in ("up", "down"))
    figures = rf"\s+from\s+(?P<before>{_NUMBER})(?:%| percent)?\s+to\s+(?P<after>{_NUMBER})"
    scale = r"(?!\s*(?:million|thousand|billion|m\b|bn\b|[.,]?\d))"
    return re.compile(rf"(?:{verbs}){figures}{scale}", re.IGNORECASE)
