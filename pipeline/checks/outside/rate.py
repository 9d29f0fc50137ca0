"""Checks of amounts that stand in two currencies side by side."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from pipeline.checks.mend.candidate import Candidate
from pipeline.checks.mend.mechanism import candidates
from pipeline.checks.mend.mending import clue_of, moved
from pipeline.checks.view.interval import Interval, of
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, plain, quoted, rewritten
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value

MONEY = ("gdp", "gdp_per_capita", "trade", "exports", "imports", "revenue")
# Beyond the lowest and highest rate of thirty years, prices and rounding move an amount by half.
WIDE = Decimal("1.5")


def converted_wrongly(record: Record, page: Page) -> Iterator[Problem]:
    """The problems of amounts whose conversion in brackets no rate of thirty years makes."""
    for field in MONEY:
        if len(record.all(field)) < 2:
            continue
        amounts = [v for v in record.all(field) if v.rank == 0 and v.number and v.currency]
        for one, two in pairwise(sorted(amounts, key=lambda value: value.evidence.span)):
            between = page.document.text[one.evidence.span.end : two.evidence.span.start].strip()
            band = (
                _band(one.currency, two.currency)
                if between in {"(", "（", "/", "or", "≈"}
                else None
            )
            if band is not None and not of(one).over(of(two)).meets(band):
                yield _wrong(one, two, band, _slips(record, page, (one, two), band))


def _slips(
    record: Record, page: Page, pair: tuple[Value, Value], band: Interval
) -> Iterator[tuple[Value, Candidate]]:
    """Slips of one of the two amounts that make a rate of the years."""
    one, two = pair
    for value in pair:
        for candidate in candidates(clue_of(record, page, value)):
            changed = moved(value, candidate.number)
            rate = changed.over(of(two)) if value is one else of(one).over(changed)
            if rate.meets(band):
                yield value, candidate


def _wrong(
    one: Value, two: Value, band: Interval, slips: Iterator[tuple[Value, Candidate]]
) -> Problem:
    best = max(slips, key=lambda slip: slip[1].prior, default=None)
    rate = (one.number or Decimal(1)) / (two.number or Decimal(1))
    message = (
        f"{quoted(one)} as {quoted(two)} makes {plain(round(rate, 3))} {one.currency} a "
        f"{two.currency}; in thirty years it was {plain(round(band.low, 3))} to "
        f"{plain(round(band.high, 3))}."
    )
    computed = f"{figure(one)} ÷ {figure(two)} = {plain(round(rate, 3))}"
    if best is None:
        return Problem(message, (one, two), computed=computed, severity=Severity.WARNING)
    value, slip = best
    other = two if value is one else one
    change = rewritten(value, slip.number, slip.literal)
    offer = Suggestion(plain(slip.number), slip.mechanism, slip.reason, slip.prior, (change,))
    advice = f"{message} Probably “{slip.literal}”: {slip.reason}."
    return Problem(advice, (value, other), (offer,), computed, severity=Severity.WARNING)


def _band(one: str, two: str) -> Interval | None:
    """What one unit of the second currency was worth in the first; None where it is not known."""
    rates = _rates()
    if one == two or one not in rates or two not in rates:
        return None
    (low, high), (least, most) = rates[one], rates[two]
    return Interval(low / most / WIDE, high / least * WIDE)


@cache
def _rates() -> dict[str, tuple[Decimal, Decimal]]:
    """The lowest and the highest price of a dollar, by currency."""
    table = toml_table("slips.toml")["dollar"]
    return {code: (Decimal(str(low)), Decimal(str(high))) for code, (low, high) in table.items()}
