"""Lists of shares in lines and sentences: which belong together, and whether they fill a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline.checks.mend.column import decimals
from pipeline.checks.relation.relation import Relation, filling
from pipeline.checks.view.interval import exactly
from pipeline.checks.view.page import Page
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Record, Value
from pipeline.normalize.lexeme import pattern_of
from pipeline.normalize.sector import SECTORS, sector_spans

WHOLE = exactly(100)
# Between two shares of one list stand a comma and a few words; a list has three of them or more.
GAP, FEWEST, MOST = 70, 3, 20
# A list that nothing closes is one all the same where it misses 100 by a ten exactly, as it does
# when one digit is mistyped: of figures with a decimal one list in two hundred does so by chance.
TENS = frozenset(map(Decimal, ("-20", "-10", "10", "20")))
# A list closed by "other" that misses 100 by more than this lists shares of several wholes.
FARTHEST = Decimal(40)
ABOVE = 80
# The uses of land leave nothing over, and do not overlap.
EXHAUSTIVE = "other:land-use"
_STOP = r"(?<!\.\.)[.!?。]\s"  # the dots that lead to a figure end no sentence
_PARTED = re.compile(rf"{_STOP}|\n\s*\n|\n[^\n]*\n")


class Shares(NamedTuple):
    """A list of shares; ``topic`` is the field that they are of."""

    values: tuple[Value, ...]
    topic: str
    is_closed: bool

    @property
    def relation(self) -> Relation:
        """That they make 100."""
        return filling("A02", self.values, WHOLE)

    @property
    def is_wrong(self) -> bool:
        """Whether they should make 100 and do not."""
        if self.relation.holds():
            return False
        off = sum((value.number or Decimal(0) for value in self.values), Decimal(0)) - 100
        fine = any(decimals(value.number or Decimal(0)) for value in self.values)
        tens = off in TENS and (fine or self.topic == EXHAUSTIVE)
        more = self.topic == EXHAUSTIVE and len(self.values) > FEWEST and 0 < off <= FARTHEST
        return (self.is_closed and abs(off) <= FARTHEST) or tens or more


def told_shares(record: Record, page: Page) -> Iterator[Shares]:
    """The lists of shares of a profile that stand in its lines and sentences."""
    for values in _lists(record, page):
        first, last = values[0].evidence.span, values[-1].evidence.span
        start = _start(page, record, first.start)
        words = page.folded[start : _end(page, last.end)]
        inside = page.folded[max(start, first.start - GAP) : last.end]
        if not _nested().search(words):
            sectors = {span.start for span in sector_spans(words, Span(0, len(words)))}
            closed = bool(_rest().search(inside)) or len(sectors) >= len(SECTORS) == len(values)
            closed = closed and not any(value.label for value in values)
            yield Shares(values, _topic(words, len(sectors)), closed)


def _lists(record: Record, page: Page) -> Iterator[tuple[Value, ...]]:
    """Runs of shares with only a few words between them."""
    run: list[Value] = []
    for value in (*_percents(record), None):
        if run and (value is None or not _are_together(page, run[-1], value)):
            if len(run) >= FEWEST:
                yield tuple(run)
            run = []
        if value is not None:
            run.append(value)


def _percents(record: Record) -> Sequence[Value]:
    """Shares without a column of their own, each literal once, in the order of the text."""
    found = {
        value.evidence.span.start: value
        for value in record.values
        if value.unit == "percent" and value.rank == 0 and value.number and _is_loose(value)
    }
    ordered = [found[start] for start in sorted(found)]
    return ordered if len(ordered) <= MOST else ()


def _is_loose(value: Value) -> bool:
    return value.field.startswith("other:") or not value.label


def _are_together(page: Page, one: Value, two: Value) -> bool:
    between = page.folded[one.evidence.span.end : two.evidence.span.start]
    return len(between) <= GAP and not _PARTED.search(between) and not re.search(r"\d", between)


def _start(page: Page, record: Record, at: int) -> int:
    """Where the words that introduce a list begin: its sentence, or the line above it."""
    line = page.folded.rfind("\n", record.span.start, at)
    above = page.folded.rfind("\n", record.span.start, max(line, record.span.start))
    sentence = max((m.end() for m in re.finditer(_STOP, page.folded[line + 1 : at])), default=0)
    if sentence:
        return line + 1 + sentence
    return max(above + 1, line - ABOVE, record.span.start)


def _end(page: Page, at: int) -> int:
    stops = [stop for mark in (".", "\n", "。") if (stop := page.folded.find(mark, at)) >= 0]
    return min(stops, default=len(page.folded))


def _topic(words: str, sectors: int) -> str:
    """The field that a list is of, by the words that introduce and name its parts."""
    if sectors >= len(SECTORS):
        return "industry_shares"
    return next((topic for topic, cue in _topics() if cue.search(words)), "other:shares")


@cache
def _topics() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (topic if topic == "industry_shares" else f"other:{topic}", pattern_of(words))
        for topic, words in toml_table("slips.toml")["share_topics"].items()
    )


@cache
def _rest() -> re.Pattern[str]:
    return pattern_of(toml_table("slips.toml")["rest"])


@cache
def _nested() -> re.Pattern[str]:
    return pattern_of(toml_table("slips.toml")["nested"])
