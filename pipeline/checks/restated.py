"""Checks of a figure that is given twice: in two units side by side, or again further down."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from pipeline.checks.check import check
from pipeline.checks.interval import Interval, of
from pipeline.checks.mend.candidate import SWAPPED, Candidate
from pipeline.checks.mend.literal import written
from pipeline.checks.mend.mechanism import candidates, exact_candidates
from pipeline.checks.mend.repair import clue_of, moved
from pipeline.checks.page import Page
from pipeline.checks.wording import figure, plain, quoted, rewritten, spoken
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value

# Conversions are rounded to what sounds well: "46 miles (75 km)".
ROUNDED = 50
TWO_UNITS = ("area_km2", "elevation_m", "distance_km")
RESTATED = ("area_km2", "population")
# Who gives a figure more often lists those of many places; comparing all takes time and tells nothing.
MOST_RESTATED = 40
# Two digits of a short figure change places by chance.
TELLING_LENGTH = 4


@check(
    "A07",
    Severity.WARNING,
    level=1,
    good=("Area: 743 square kilometres (287 sq mi)",),
    bad={
        "Area: 743 square kilometres (387 sq mi)": ("area_km2",),
        "Elevation (m): 3,281\nElevation (ft): 1,000": ("elevation_m",),
    },
    among=TWO_UNITS,
)
def two_units_give_one_size(record: Record, page: Page) -> Iterator[Problem]:
    """A size in one unit and, in brackets behind it, in another are the same size.

    The converted figure is rounded, so that one part in fifty is allowed beyond the digits.
    """
    for field in TWO_UNITS:
        if len(record.all(field)) < 2:
            continue
        best = [value for value in record.all(field) if value.rank == 0 and value.number]
        ordered = sorted(best, key=lambda value: value.evidence.span)
        for one, two in pairwise(ordered):
            between = page.document.text[one.evidence.span.end : two.evidence.span.start]
            agree = _about_equal(of(one), of(two))
            if not agree and (exchanged := _exchanged_units(one, two)) is not None:
                yield exchanged
            elif between.strip() in {"(", "/", "or", "（"} and not agree:
                yield (
                    _slip(record, page, one, two)
                    or _slip(record, page, two, one)
                    or _digit(one, two)
                    or Problem(
                        f"{quoted(one)} is {figure(one)}, but {quoted(two)} beside it is "
                        f"{figure(two)}.",
                        (one, two),
                        (choice(two), choice(one)),
                        computed=f"{figure(one)} ≠ {figure(two)}",
                    )
                )


def _exchanged_units(one: Value, two: Value) -> Problem | None:
    """The problem that two lines of one fact in two units have each other's figure."""
    parts, others = written(one), written(two)
    if parts is None or others is None or not one.label or not two.label:
        return None
    if one.label == two.label or parts.factor == others.factor or parts.amount == others.amount:
        return None
    meant, other = others.amount * parts.factor, parts.amount * others.factor
    if not _about_equal(moved(one, meant), moved(two, other)):
        return None
    changes = (rewritten(one, meant), rewritten(two, other))
    reason = f"“{one.label}” and “{two.label}” have each other's figure"
    return Problem(
        f"{quoted(one)} is {figure(one)}, but {quoted(two)} beside it is {figure(two)}. Probably "
        f"{reason}.",
        (one, two),
        (Suggestion(plain(meant), "R07", reason, SWAPPED, changes),),
        computed=f"{figure(one)} ≠ {figure(two)}",
    )


def _digit(one: Value, two: Value) -> Problem | None:
    """The problem that one digit makes the figures of two units agree, the likeliest one."""
    pairs = ((two, one), (one, two))
    fitting = [
        (candidate, wrong, right)
        for wrong, right in pairs
        for candidate in exact_candidates(wrong)
        if _about_equal(moved(wrong, candidate.number), of(right))
    ]
    if not fitting:
        return None
    best, wrong, right = max(fitting, key=lambda each: each[0].prior)
    return _mended(best, wrong, right)


def _about_equal(one: Interval, two: Interval) -> bool:
    slack = max(abs(one.high), abs(two.high)) / ROUNDED
    return one.low - slack <= two.high and two.low - slack <= one.high


@check(
    "A08",
    Severity.WARNING,
    level=1,
    good=("Area: 1,063.83 km2\nThe town has a total area of 1,063.83㎢.",),
    bad={"Area: 1,063,000.83 km2\nThe town has a total area of 1,063.83㎢.": ("area_km2",)},
    among=RESTATED,
)
def restated_figures_agree(record: Record, page: Page) -> Iterator[Problem]:
    """An area or population that is given twice is the same both times, but for a slip.

    Pages also give the figures of a centre or of another year, so that two figures differ for good
    reasons. A finding it is only where a slip of the pen makes one of the other: a mark, a group
    of digits, a scale word, a unit.
    """
    for field in RESTATED:
        if len(record.all(field)) < 2:
            continue
        best = [value for value in record.all(field) if value.rank == 0 and value.number]
        for one, two in combinations(best[:MOST_RESTATED], 2):
            if of(one).meets(of(two)) or _differs_in_time(one, two):
                continue
            slip = _slip(record, page, one, two) or _slip(record, page, two, one)
            if slip or _are_transposed(one, two):
                yield slip or _transposed(one, two)


def _differs_in_time(one: Value, two: Value) -> bool:
    return bool(one.as_of and two.as_of and one.as_of[:4] != two.as_of[:4])


def _are_transposed(one: Value, two: Value) -> bool:
    """Whether two long figures differ by two neighbouring digits that changed places."""
    literals = [parts.digits for value in (one, two) if (parts := written(value))]
    if len(literals) != 2 or len(literals[0]) < TELLING_LENGTH:
        return False
    if len(literals[0]) != len(literals[1]):
        return False
    apart = [at for at, (a, b) in enumerate(zip(*literals, strict=True)) if a != b]
    if len(apart) != 2:
        return False
    first, second = apart
    between = literals[0][first + 1 : second]
    swapped = (
        literals[0][first] == literals[1][second] and literals[0][second] == literals[1][first]
    )
    return swapped and between in {"", ",", "."}


def _transposed(one: Value, two: Value) -> Problem:
    return Problem(
        f"{spoken(one.field).capitalize()} is given as {quoted(one)} and as {quoted(two)}: two "
        f"digits have changed places in one of them.",
        (one, two),
        (choice(one), choice(two)),
        computed=f"{figure(one)} ≠ {figure(two)}",
    )


def _slip(record: Record, page: Page, wrong: Value, right: Value) -> Problem | None:
    """The problem that one value is a slip of the other, if a mechanism says so."""
    for one in candidates(clue_of(record, page, wrong)):
        if one.evident and _about_equal(moved(wrong, one.number), of(right)):
            return _mended(one, wrong, right)
    return None


def _mended(one: Candidate, wrong: Value, right: Value) -> Problem:
    change = rewritten(wrong, one.number, one.literal)
    offer = Suggestion(plain(one.number), one.mechanism, one.reason, one.prior, (change,))
    return Problem(
        f"{quoted(wrong)} is {figure(wrong)}, but the text also says {quoted(right)}. "
        f"Probably “{one.literal}” is meant: {one.reason}.",
        (wrong, right),
        (offer,),
        computed=f"{figure(wrong)} ≠ {figure(right)}",
    )


def choice(value: Value) -> Suggestion:
    """One of two figures for one fact, as a suggestion."""
    number = plain(value.number) if value.number is not None else str(value.value)
    return Suggestion(number, "R08", f"{quoted(value)} alone", -1.0, (rewritten(value, number),))
