"""Checks of what a record says twice: one fact in two figures, two facts in one figure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import chain, combinations

from pipeline.checks.arithmetic.restated import MOST_RESTATED, RESTATED
from pipeline.checks.check import check
from pipeline.checks.mend.literal import written
from pipeline.checks.mend.twice import choice
from pipeline.checks.view.interval import of
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import figure, quoted, spoken
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record, Value
from pipeline.normalize.text import key

# Facts of which a place has one at a time; area and population are for A08, as pages also give
# those of the centre, the urban part, the larger area.
SINGLE = ("poverty_rate", "households", "gdp", "gdp_per_capita", "annual_temperature_c")
COUNTED = ("households",)
LISTED = ("jurisdiction", "industry_shares")
# Two facts may share a round figure; three significant digits are no coincidence in one record.
TELLING_DIGITS = 3
MONEY = ("gdp", "trade", "exports", "imports", "revenue")
MEASURED = ("area_km2", "population", "elevation_m", "households", *MONEY)
ZERO = Decimal(0)
YEARS = range(1800, 2101)
_AREA_WORDS = ("area", "land", "size", "surface", "territory", "extent")


@check(
    "F11",
    Severity.WARNING,
    level=1,
    good=("Jurisdiction: 6 streets, 13 jin, 3 hyang",),
    bad={
        "City: Lindenau\nCountry: Germany\nPopulation: 322 thousand\nJurisdiction: 18 ris 65 ban\nJurisdiction: 6 streets, 13 jin, 3 hyang": (
            "jurisdiction",
        ),
        "City: Lindenau\nCountry: Germany\nPopulation: 322 thousand\nPoverty Rate: 32.1% (as of 2007) /Poverty rate based on national minimum income: 52%": (
            "poverty_rate",
        ),
    },
    among=(*SINGLE, *LISTED),
)
def facts_are_given_once(record: Record, page: Page) -> Iterator[Problem]:
    """A label, or a fact of which a place has one, is not given twice with different content.

    Two figures for one poverty rate are two definitions or two years; two lines with one label are
    two sources, or one of them has lost its own label. Bracketed figures explain the one before
    them and are not compared.
    """
    for field in SINGLE:
        stated = [value for value in record.all(field) if _is_stated(value, page)]
        if field in COUNTED:  # "14,021 households, 4.35 members on average"
            stated = [value for value in stated if value.number == int(value.number or 0)]
        for one, two in combinations(stated[:MOST_RESTATED], 2):
            if _are_alike(one, two, page) and not of(one).meets(of(two)):
                yield _twice(one, two)
                break
    doubled = [one for field in LISTED for one in _doubled_label(record, field, page)]
    if doubled and not _is_two_profiles(record):
        yield from doubled


def _is_two_profiles(record: Record) -> bool:
    """Whether the record's headline is given twice: two profiles that were read as one."""
    for field in RESTATED:
        labelled = [v for v in record.all(field) if v.rank == 0 and v.label and v.number]
        if any(not of(one).meets(of(two)) for one, two in combinations(labelled, 2)):
            return True
    return False


def _is_stated(value: Value, page: Page) -> bool:
    """Whether a value stands for itself: labelled, the best reading, not in brackets."""
    if value.rank or value.number is None or not value.label:
        return False
    line_start = page.document.text.rfind("\n", 0, value.evidence.span.start) + 1
    before = page.document.text[line_start : value.evidence.span.start]
    return before.count("(") <= before.count(")")


def _are_alike(one: Value, two: Value, page: Page) -> bool:
    """Whether two figures are of one kind: both with a unit or a sign behind them, or both bare.

    Bare counts under labels of their own, or with nothing between them, are those of other things
    or of other places: the columns of a table.
    """
    between = page.document.text[one.evidence.span.end : two.evidence.span.start]
    if not between.strip(" \t|") or (one.field in COUNTED and key(one.label) != key(two.label)):
        return False
    tails = [parts.after.strip() for value in (one, two) if (parts := written(value))]
    return len(tails) == 2 and bool(tails[0]) == bool(tails[1])


def _twice(one: Value, two: Value) -> Problem:
    dates = [f" (as of {value.as_of})" if value.as_of else "" for value in (one, two)]
    return Problem(
        f"{spoken(one.field).capitalize()} is given as {quoted(one)}{dates[0]} and as "
        f"{quoted(two)}{dates[1]}: two definitions, or one of them is wrong.",
        (one, two),
        tuple(choice(value) for value in (one, two)),
        computed=f"{figure(one)} ≠ {figure(two)}",
    )


def _doubled_label(record: Record, field: str, page: Page) -> Iterator[Problem]:
    """Two lines of one label whose content differs."""
    lines: dict[int, list[Value]] = {}
    held = record.held(field)
    for value in held if len(held) > 1 else ():
        line, _ = page.document.position(value.evidence.span.start)
        lines.setdefault(line, []).append(value)
    for above, below in combinations(list(lines.values())[:MOST_RESTATED], 2):
        labels = {key(value.label) for value in (*above, *below)}
        if len(labels) == 1 and labels != {""} and not _kinds(above) & _kinds(below):
            yield Problem(
                f"“{below[0].label}” is given twice with different content: "
                f"{_listed(above)}; {_listed(below)}.",
                (*below, *above),
            )


def _kinds(values: list[Value]) -> set[str]:
    return {key(value.of) for value in values}


def _listed(values: list[Value]) -> str:
    return ", ".join(f"{quoted(value)} {value.of}".strip() for value in values)


@check(
    "A11",
    Severity.WARNING,
    level=1,
    good=("GDP: 24.3 billion yuan\nFinancial Income: 2.56 billion yuan",),
    bad={
        "City: Lindenau\nCountry: Germany\nPopulation: 322 thousand\nTrade Size: 2.56 billion dollar\nFinancial Income: 2.56 billion yuan": (
            "revenue",
        ),
        "Area: 355.15㎢\nBusinesses (over 100 employees): 355.15㎢": ("other:businesses",),
    },
)
def unlike_facts_have_figures_of_their_own(record: Record) -> Iterator[Problem]:
    """Two unlike facts of a place do not have the same figure by chance.

    Three equal significant digits in one record are a figure pasted twice, or one amount of which
    only the currency was changed. The later one is in doubt, as copies go down the page.
    """
    equal = (tuple(filter(_is_telling, group)) for group in _of_one_figure(record))
    for one, two in chain.from_iterable(combinations(g[:MOST_RESTATED], 2) for g in equal):
        if _are_unlike(one, two):
            yield Problem(
                f"{spoken(two.field).capitalize()} {quoted(two)} repeats the figure of "
                f"{spoken(one.field)}, {quoted(one)}. Probably one was copied from the other; "
                f"which figure {spoken(two.field)} has cannot be told from the text.",
                (two, one),
                computed=f"{figure(one)} = {figure(two)}",
            )


def _of_one_figure(record: Record) -> list[list[Value]]:
    """The values in force that share a figure with others, by figure and in the order of the text."""
    by_figure: dict[Decimal, list[Value]] = {}
    for value in record.figures:
        by_figure.setdefault(value.number or ZERO, []).append(value)
    shared = sorted(figure for figure, group in by_figure.items() if figure and len(group) > 1)
    return [sorted(by_figure[one], key=lambda value: value.evidence.span) for one in shared]


def _is_telling(value: Value) -> bool:
    parts = written(value)
    if parts is None or value.number in YEARS:
        return False
    digits = "".join(character for character in parts.digits if character.isdigit())
    return len(digits.strip("0")) >= TELLING_DIGITS


def _are_unlike(one: Value, two: Value) -> bool:
    """Whether two values are of facts that cannot share a figure."""
    if one.field == two.field or one.evidence.span.meets(two.evidence.span):
        return False
    if one.field in MEASURED and two.field in MEASURED:
        return True
    pair = sorted((one, two), key=lambda value: value.field.startswith("other:"))
    known, other = pair
    if known.field != "area_km2" or not other.field.startswith("other:"):
        return False
    label = key(f"{other.label} {other.field}")
    return other.unit == known.unit and label.isascii() and not any(w in label for w in _AREA_WORDS)
