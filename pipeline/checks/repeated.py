"""Checks of what a record says twice: one fact in two figures, two facts in one figure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, groupby, pairwise

from pipeline.checks.check import check
from pipeline.checks.interval import Interval, of
from pipeline.checks.literal import written
from pipeline.checks.mechanism import candidates
from pipeline.checks.page import Page
from pipeline.checks.repair import clue_of, moved
from pipeline.checks.wording import figure, plain, quoted, spoken
from pipeline.model.finding import Change, Problem, Severity, Suggestion
from pipeline.model.value import Record, Value
from pipeline.normalize.text import key

# Conversions are rounded to what sounds well: "46 miles (75 km)".
ROUNDED = 50
TWO_UNITS = ("area_km2", "elevation_m", "distance_km")
# Facts of which a place has one at a time; area and population are for A08, as pages also give
# those of the centre, the urban part, the larger area.
SINGLE = ("poverty_rate", "households", "gdp", "gdp_per_capita", "annual_temperature_c")
COUNTED = ("households",)
LISTED = ("jurisdiction", "industry_shares")
RESTATED = ("area_km2", "population")
# Who gives a figure more often lists those of many places; comparing all takes time and tells nothing.
MOST_RESTATED = 40
# Two facts may share a round figure; three significant digits are no coincidence in one record.
TELLING_DIGITS = 3
# Two digits of a short figure change places by chance.
TELLING_LENGTH = 4
MONEY = ("gdp", "trade", "exports", "imports", "revenue")
MEASURED = ("area_km2", "population", "elevation_m", "households", *MONEY)
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
)
def facts_are_given_once(record: Record, page: Page) -> Iterator[Problem]:
    """A label, or a fact of which a place has one, is not given twice with different content.

    Two figures for one poverty rate are two definitions or two years; two lines with one label are
    two sources, or one of them has lost its own label. Bracketed figures explain the one before
    them and are not compared.
    """
    for field in SINGLE:
        stated = [value for value in record.all(field) if _is_stated(value, page)]
        for one, two in combinations(stated[:MOST_RESTATED], 2):
            if _are_alike(one, two, page) and not of(one).meets(of(two)):
                yield _twice(one, two)
                break
    if not _is_two_profiles(record):
        for field in LISTED:
            yield from _doubled_label(record, field, page)


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
        tuple(_choice(value) for value in (one, two)),
        computed=f"{figure(one)} ≠ {figure(two)}",
    )


def _choice(value: Value) -> Suggestion:
    number = plain(value.number) if value.number is not None else str(value.value)
    change = Change(value.field, value.id, value.evidence.text, number)
    return Suggestion(number, "R08", f"{quoted(value)} alone", -1.0, (change,))


def _doubled_label(record: Record, field: str, page: Page) -> Iterator[Problem]:
    """Two lines of one label whose content differs."""
    lines: dict[int, list[Value]] = {}
    for value in record.held(field):
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
    "A07",
    Severity.WARNING,
    level=1,
    good=("Area: 743 square kilometres (287 sq mi)",),
    bad={"Area: 743 square kilometres (387 sq mi)": ("area_km2",)},
)
def two_units_give_one_size(record: Record, page: Page) -> Iterator[Problem]:
    """A size in one unit and, in brackets behind it, in another are the same size.

    The converted figure is rounded, so that one part in fifty is allowed beyond the digits.
    """
    for field in TWO_UNITS:
        best = [value for value in record.all(field) if value.rank == 0 and value.number]
        ordered = sorted(best, key=lambda value: value.evidence.span)
        for one, two in pairwise(ordered):
            between = page.document.text[one.evidence.span.end : two.evidence.span.start]
            if between.strip() in {"(", "/", "or", "（"} and not _about_equal(of(one), of(two)):
                yield (
                    _slip(record, page, one, two)
                    or _slip(record, page, two, one)
                    or Problem(
                        f"{quoted(one)} is {figure(one)}, but {quoted(two)} beside it is "
                        f"{figure(two)}.",
                        (one, two),
                        (_choice(two), _choice(one)),
                        computed=f"{figure(one)} ≠ {figure(two)}",
                    )
                )


def _about_equal(one: Interval, two: Interval) -> bool:
    slack = max(abs(one.high), abs(two.high)) / ROUNDED
    return one.low - slack <= two.high and two.low - slack <= one.high


@check(
    "A08",
    Severity.WARNING,
    level=1,
    good=("Area: 1,063.83 km2\nThe town has a total area of 1,063.83㎢.",),
    bad={"Area: 1,063,000.83 km2\nThe town has a total area of 1,063.83㎢.": ("area_km2",)},
)
def restated_figures_agree(record: Record, page: Page) -> Iterator[Problem]:
    """An area or population that is given twice is the same both times, but for a slip.

    Pages also give the figures of a centre or of another year, so that two figures differ for good
    reasons. A finding it is only where a slip of the pen makes one of the other: a mark, a group
    of digits, a scale word, a unit.
    """
    for field in RESTATED:
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
        (_choice(one), _choice(two)),
        computed=f"{figure(one)} ≠ {figure(two)}",
    )


def _slip(record: Record, page: Page, wrong: Value, right: Value) -> Problem | None:
    """The problem that one value is a slip of the other, if a mechanism says so."""
    for one in candidates(clue_of(record, page, wrong)):
        if one.evident and _about_equal(moved(wrong, one.number), of(right)):
            change = Change(wrong.field, wrong.id, one.literal, plain(one.number))
            offer = Suggestion(plain(one.number), one.mechanism, one.reason, one.prior, (change,))
            return Problem(
                f"{quoted(wrong)} is {figure(wrong)}, but the text also says {quoted(right)}. "
                f"Probably “{one.literal}” is meant: {one.reason}.",
                (wrong, right),
                (offer,),
                computed=f"{figure(wrong)} ≠ {figure(right)}",
            )
    return None


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
    telling = [value for value in record.values if _is_telling(value)]
    ordered = sorted(telling, key=lambda value: (value.number, value.evidence.span))
    equal = (tuple(group) for _, group in groupby(ordered, key=lambda value: value.number))
    for one, two in chain.from_iterable(combinations(g[:MOST_RESTATED], 2) for g in equal):
        if _are_unlike(one, two):
            yield Problem(
                f"{spoken(two.field).capitalize()} {quoted(two)} repeats the figure of "
                f"{spoken(one.field)}, {quoted(one)}. Probably one was copied from the other; "
                f"which figure {spoken(two.field)} has cannot be told from the text.",
                (two, one),
                computed=f"{figure(one)} = {figure(two)}",
            )


def _is_telling(value: Value) -> bool:
    parts = written(value)
    if not value.in_force or parts is None or value.number in YEARS:
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
