"""Checks of order: lowest, mean and highest; growth and decline; lists and their number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache

from pipeline.checks.check import check
from pipeline.checks.cue import Cue
from pipeline.checks.interval import of
from pipeline.checks.page import Page
from pipeline.checks.wording import figure, quoted, rewritten, shown, spoken
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.source import Span
from pipeline.model.value import Record, Value
from pipeline.normalize.digits import amounts
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import alternation, flatten
from pipeline.normalize.occurrence import Occurrences, occurrences
from pipeline.normalize.text import key

EXTREMES = ("lowest", "mean", "highest")
# The two ends first: where they are exchanged, the mean is out of order with both.
PAIRS = (("lowest", "highest"), ("lowest", "mean"), ("mean", "highest"))
# A list of more than this many names is a table, and one of a single name no list.
MOST_LISTED = 12
_NUMBER = r"\d(?:[\d.,]*\d)?"
_NAME = r"[A-Z][\w'’-]+(?:[ -](?:[A-Z][\w'’-]+|of|de|del|la|am|an der)){0,3}"
_OPENED = r"(?:\s*:|,?\s+namely,?|\s+[–—-])\s+"
# Behind the verb of a change: "from 900".
_FROM = re.compile(r"\s[fF][rR][oO][mM]\s+\d")
_OPEN_ENDED = re.compile(r"\b(?:among|etc|such as|including|e\.g|like|and (?:other|more))\b")


def _has_extremes(page: Page) -> bool:
    """Whether any label of the page names an extreme."""
    return any(_extreme(label)[0] for label in page.labels)


def _tells_changes(page: Page) -> bool:
    """Whether a verb of change and a "from" with a figure may stand on the page."""
    return page.may_have(_change_cue()) and bool(occurrences(_FROM, page.folded).starts)


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
    "A09",
    Severity.WARNING,
    level=1,
    good=(
        (
            "City: Lindenau\nPopulation: 12,000\nMinimum temperature: -11 ℃\n"
            "Average temperature: 12.1 ℃\nMaximum temperature: 31.5 ℃"
        ),
    ),
    bad={
        "City: Lindenau\nPopulation: 12,000\nMinimum temperature: 31.5 ℃\n"
        "Average temperature: 12.1 ℃\nMaximum temperature: -11 ℃": ("other:minimum-temperature",),
    },
    told=_has_extremes,
)
def the_mean_lies_between_the_extremes(record: Record) -> Iterator[Problem]:
    """The lowest of a measure is no higher than its mean, the mean no higher than the highest.

    Labels name the three in one list; two lines that were exchanged, or a sign that was lost, put
    them out of order.
    """
    measured: dict[str, dict[str, Value]] = {}
    for value in record.values:
        if not value.unit or not value.in_force or value.number is None:
            continue
        kind, measure = _extreme(value.label)
        if kind:
            measured.setdefault(f"{measure} {value.unit}", {}).setdefault(kind, value)
    for kinds in measured.values():
        pairs = ((kinds[low], kinds[high]) for low, high in PAIRS if {low, high} <= kinds.keys())
        wrong = next((pair for pair in pairs if of(pair[0]).low > of(pair[1]).high), None)
        if wrong is not None:
            yield _exchanged(*wrong)


def _exchanged(low: Value, high: Value) -> Problem:
    changes = tuple(
        rewritten(one, str(other.number), other.evidence.text)
        for one, other in ((low, high), (high, low))
    )
    offer = Suggestion(str(high.number), "R07", "the two were exchanged", -1.5, changes)
    return Problem(
        f"{spoken(low.field).capitalize()} {quoted(low)} is more than {spoken(high.field)} "
        f"{quoted(high)}. Probably the two were exchanged.",
        (low, high),
        (offer,),
        computed=f"{figure(low)} > {figure(high)}",
    )


@lru_cache(maxsize=4096)
def _extreme(said: str) -> tuple[str, str]:
    """Which extreme a label names, and what it is one of; empty for any other label."""
    label = key(said)
    for kind in EXTREMES:
        hit = _extreme_words()[kind].search(label)
        if hit:
            return kind, (label[: hit.first] + label[hit.last :]).strip(" :.")
    return "", ""


@cache
def _extreme_words() -> dict[str, Glossary]:
    return {kind: Glossary(words) for kind, words in toml_table("slips.toml")["extremes"].items()}


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
    if not occurrences(_FROM, page.folded).within(*record.span):
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
        stated = _stated(match["count"])
        if _OPEN_ENDED.search(match[0]) or not 2 <= len(names) <= MOST_LISTED:
            continue
        if stated != len(names):
            yield Problem(
                f"“{match['count']} {match['noun']}” are said, {len(names)} are named: "
                f"{', '.join(names)}.",
                span=Span(match.start(), match.end()),
                computed=f"{stated} ≠ {len(names)}",
            )


def _stated(word: str) -> int:
    words = flatten(toml_table("slips.toml")["counted"]["words"])
    return int(word) if word.isdigit() else words.index(word.casefold()) + 2


@cache
def _list_cue() -> Cue:
    return Cue(flatten(toml_table("slips.toml")["counted"]["nouns"]))


@cache
def _list_opening() -> re.Pattern[str]:
    """A noun before a list."""
    nouns = alternation(flatten(toml_table("slips.toml")["counted"]["nouns"]))
    return re.compile(rf"(?i:{nouns}){_OPENED}(?=[A-Z])")


@cache
def _lists() -> re.Pattern[str]:
    table = toml_table("slips.toml")["counted"]
    count = rf"(?P<count>(?i:{'|'.join(flatten(table['words']))})|\b\d{{1,2}})"
    noun = rf"(?P<noun>(?i:{alternation(flatten(table['nouns']))}))"
    return re.compile(
        rf"\b{count}\s+{noun}{_OPENED}(?P<names>{_NAME}(?:,\s+(?:and\s+)?{_NAME})*(?:,?\s+and\s+{_NAME})?)(?=[.;\n]|$)",
        re.MULTILINE,
    )
