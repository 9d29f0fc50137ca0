"""The check of lists that say how many they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.checks.check import check
from pipeline.checks.view.cue import Cue
from pipeline.checks.view.numeral import number_said
from pipeline.checks.view.page import Page
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Problem, Severity
from pipeline.model.source import Span
from pipeline.model.value import Record
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import alternation, flatten
from pipeline.normalize.occurrence import Occurrences

# A list of more than this many names is a table, and one of a single name no list.
MOST_LISTED = 12
_NAME = r"[A-Z][\w'’-]+(?:[ -](?:[A-Z][\w'’-]+|of|de|del|la|am|an der)){0,3}"


def _tells_lists(page: Page) -> bool:
    """Whether a noun of things that are counted opens a list on the page."""
    return page.may_have(_list_cue()) and bool(page.once(_list_openings).starts)


def _list_openings(page: Page) -> Occurrences:
    """Where such a noun stands before a list: a condition of the whole pattern."""
    text, opening = page.document.text, _list_opening()
    return Occurrences(
        tuple([at for at in page.places(_list_cue()).starts if opening.match(text, at)])
    )


@check(
    "A10",
    Severity.WARNING,
    level=1,
    good=(
        (
            "City: Lindenau\nPopulation: 12,000\nIt borders on three cities: Ashfield, Brookton and "
            "Corwen."
        ),
    ),
    bad={
        "City: Lindenau\nPopulation: 12,000\nIt borders on four cities: Ashfield, Brookton and "
        "Corwen.": ("",),
    },
    told=_tells_lists,
)
def lists_have_as_many_as_they_say(record: Record, page: Page) -> Iterator[Problem]:
    """A list that says how many it names, names as many.

    Only where a number, a noun and a colon open a list of names that ends with its sentence: a
    list that says "such as", "including" or "among them" does not mean to be complete.
    """
    if not page.once(_list_openings).within(*record.span):
        return
    for match in _lists().finditer(page.document.text, *record.span):
        names = [one for one in re.split(r",\s*(?:and\s+)?|\s+and\s+|、", match["names"]) if one]
        stated = number_said(match["count"])
        if _open_ended().search(match[0]) or not 2 <= len(names) <= MOST_LISTED:
            continue
        if stated != len(names):
            yield Problem(
                f"“{match['count']} {match['noun']}” are said, {len(names)} are named: "
                f"{', '.join(names)}.",
                span=Span(match.start(), match.end()),
                computed=f"{stated} ≠ {len(names)}",
            )


@cache
def _list_cue() -> Cue:
    return Cue(flatten(toml_table("slips.toml")["counted"]["nouns"]))


@cache
def _list_opening() -> re.Pattern[str]:
    """A noun before a list."""
    nouns = alternation(flatten(toml_table("slips.toml")["counted"]["nouns"]))
    return re.compile(rf"(?i:{nouns}){_opened()}(?=[A-Z])")


@cache
def _opened() -> str:
    """What stands between such a noun and the first name."""
    words = alternation(toml_table("slips.toml")["counted"]["namely"])
    return rf"(?:\s*:|,?\s+(?i:{words}),?|\s+[–—-])\s+"


@cache
def _open_ended() -> Glossary:
    """Words by which a list does not mean to be complete."""
    return Glossary(toml_table("slips.toml")["counted"]["open_ended"])


@cache
def _lists() -> re.Pattern[str]:
    table = toml_table("slips.toml")["counted"]
    count = rf"(?P<count>(?i:{'|'.join(flatten(table['words']))})|\b\d{{1,2}})"
    noun = rf"(?P<noun>(?i:{alternation(flatten(table['nouns']))}))"
    return re.compile(
        rf"\b{count}\s+{noun}{_opened()}(?P<names>{_NAME}(?:,\s+(?:and\s+)?{_NAME})*(?:,?\s+and\s+{_NAME})?)(?=[.;\n]|$)",
        re.MULTILINE,
    )
