"""The two halves of a place's residents as a sentence tells them: "34,480 men and 34,577 women"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import product

from pipeline.checks.relation.half import MOST_UNEVEN, SEX, lacks_few
from pipeline.checks.relation.partition import NEARLY_WHOLE
from pipeline.checks.relation.relation import Relation, summed
from pipeline.checks.view.cue import Cue
from pipeline.checks.view.interval import of
from pipeline.checks.view.page import Page
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Record, Value
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import alternation, flatten

# A word and its figure stand this near, the two halves in one sentence.
NEAR, SENTENCE = 14, 90
# A sum that misses the whole by more than a fifth is that of another whole.
CLOSE = 5
LEAST = 10
_BROKEN = re.compile(r"[.!?。;,、，]\s|\n\s*\n|\d")


def told_halves(record: Record, page: Page) -> Iterator[Relation]:
    """The sums of halves that a profile tells in words, where they come near to its residents."""
    people = record.one("population")
    told = [kind for kind, cue in _cues().items() if page.may_tell(cue, record.span)]
    if not told or people is None or not people.number:
        return
    counts = tuple(value for value in record.values if _is_count(value))
    if len(counts) < 2:
        return
    for kind in told:
        for behind in (True, False):
            pair = _pair(record, page, (_words()[kind], counts), behind)
            found = pair and _read(people, pair, kind)
            if found:
                yield summed("A01", people, found)
                break


def halved_shares(record: Record, page: Page) -> tuple[Value, Value] | None:
    """The shares of men and women that a sentence tells, where they nearly make 100."""
    if not page.may_tell(_cues()[SEX], record.span):
        return None
    shares = tuple(
        value
        for value in record.values
        if value.unit == "percent" and value.rank == 0 and not value.label
    )
    for behind in (True, False) if len(shares) > 1 else ():
        pair = _pair(record, page, (_words()[SEX], shares), behind)
        if pair is not None and _are_of_all(page, pair):
            return pair
    return None


def _are_of_all(page: Page, pair: tuple[Value, Value]) -> bool:
    """Whether two shares nearly make 100, and are not those of each sex that can read, or work."""
    made = sum((value.number or Decimal(0) for value in pair), Decimal(0))
    first, last = sorted(value.evidence.span for value in pair)
    before = page.folded[max(0, first.start - SENTENCE) : first.start].rpartition(". ")[2]
    words = before + page.folded[first.end : last.end + NEAR]
    return NEARLY_WHOLE.covers(made) and _rates().search(words) is None


Sought = tuple[tuple[Glossary, Glossary], tuple[Value, ...]]


def _pair(record: Record, page: Page, sought: Sought, behind: bool) -> tuple[Value, Value] | None:
    """The figures that stand behind both words, or before both, in one sentence."""
    words, counts = sought
    one, two = (_figure(record, page, (own, counts), behind) for own in words)
    if one is None or two is None or one.evidence.span == two.evidence.span:
        return None
    first, last = sorted((one.evidence.span, two.evidence.span))
    between = page.folded[first.end : last.start]
    return (one, two) if len(between) <= SENTENCE and "\n\n" not in between else None


def _figure(
    record: Record, page: Page, sought: tuple[Glossary, tuple[Value, ...]], behind: bool
) -> Value | None:
    """The first of some figures that stands beside one of some words."""
    words, counts = sought
    for match in words.finditer(page.folded, *record.span):
        for value in counts:
            span = value.evidence.span
            gap = Span(match.end(), span.start) if behind else Span(span.end, match.start())
            near = 0 <= gap.end - gap.start <= NEAR
            if near and not _BROKEN.search(page.folded, gap.start, gap.end):
                return value
    return None


def _is_count(value: Value) -> bool:
    """Whether a figure may be a count of people, told without a label."""
    if value.rank or (value.label and value.in_force) or value.unit not in {"", "person"}:
        return False
    return value.number is not None and value.number >= LEAST


def _read(people: Value, pair: tuple[Value, Value], kind: str) -> tuple[Value, Value] | None:
    """Two halves that come near to the whole, with the reading of their marks that comes nearest."""
    whole = people.number
    best: tuple[Value, Value] | None = None
    for one, two in product(*map(_readings, pair)):
        a, b = one.number, two.number
        if not whole or not a or not b or abs(a + b - whole) * CLOSE > whole:
            continue
        if kind == SEX and min(a, b) * MOST_UNEVEN < max(a, b):
            continue
        if lacks_few(whole, a + b):
            return None
        if best is None or of(one).plus(of(two)).meets(of(people)):
            best = (one, two)
    return best


def _readings(value: Value) -> tuple[Value, ...]:
    """A figure as read, and a thousand times as much where its mark may group thousands."""
    number, low, high = value.number, value.low, value.high
    if number is None or low is None or high is None or number == number.to_integral_value():
        return (value,)
    thousand = value._replace(value=number * 1000, low=number * 1000, high=number * 1000)
    return (value, thousand)


@cache
def _rates() -> re.Pattern[str]:
    words = flatten(toml_table("slips.toml")["rates"])
    return re.compile(alternation(words), re.IGNORECASE)


@cache
def _words() -> dict[str, tuple[Glossary, Glossary]]:
    return {
        kind: (Glossary(flatten(pair["one"])), Glossary(flatten(pair["two"])))
        for kind, pair in toml_table("slips.toml")["told_halves"].items()
    }


@cache
def _cues() -> dict[str, Cue]:
    return {
        kind: Cue(flatten(pair["one"]), flatten(pair["two"]))
        for kind, pair in toml_table("slips.toml")["told_halves"].items()
    }
