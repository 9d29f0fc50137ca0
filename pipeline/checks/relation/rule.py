"""The relations that a record's figures should keep: checks test them, repairs obey them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, Decimal

from pipeline.checks.relation import bound
from pipeline.checks.relation.half import halves, lacks_few
from pipeline.checks.relation.partition import WHOLE, partition
from pipeline.checks.relation.reference_rule import references, wholes
from pipeline.checks.relation.relation import (
    Relation,
    multiplied,
    not_above,
    quotient_within,
    summed,
    within,
)
from pipeline.checks.view.interval import Interval
from pipeline.checks.view.reference import is_crowded, is_loosely_built, is_sparse, kind_in_name
from pipeline.model.value import Record, Value
from pipeline.normalize.text import fold

ZERO = Decimal(0)
# Within all bounds of densities, a hundredth away from their ends for what division rounds.
USUAL = Interval(Decimal("1.01"), Decimal(19_800))
YEARS = frozenset(map(str, range(1900, 2101)))
COUNTED = ("population", "households")
LARGEST_HOUSEHOLD = 15


def rules(record: Record) -> tuple[Relation, ...]:
    """Every relation that the record's values could keep or break."""
    single = (
        density_range(record),
        stated_density(record),
        income(record),
        trade(record),
        parts(record),
    )
    several = (partition(record), *wholes(record), *references(record), *residents(record))
    several = (*several, *possible(record), *counts(record))
    return tuple(rule for rule in (*single, *several) if rule is not None)


def density_range(record: Record, bounds: Interval | None = None) -> Relation | None:
    """People per km² lie between those of a desert and those of the densest city."""
    area, people = record.one("area_km2"), record.one("population")
    if area is None or people is None or not _positive(area) or not _positive(people):
        return None
    return quotient_within("A04", people, area, bounds or _widest(record))


def has_usual_density(record: Record) -> bool:
    """Whether people per km² are surely within all bounds: ``density_range`` holds with any.

    The figures themselves lie in their intervals, so that one look at them is enough.
    """
    area, people = record.one("area_km2"), record.one("population")
    if area is None or people is None or not _positive(area) or not _positive(people):
        return False
    size, number = area.number or ZERO, people.number or ZERO
    return size * USUAL.low < number < size * USUAL.high


def _widest(record: Record) -> Interval:
    """The people per km² beyond which no place of the record's kind in its country lies."""
    range_ = bound.DENSITY_SPARSE if is_sparse(record) else bound.DENSITY_AT_ALL
    range_ = bound.DENSITY_CROWDED if is_crowded(record) else range_
    return range_._replace(high=bound.LOOSE) if is_loosely_built(record) else range_


def stated_density(record: Record, size: Value | None = None) -> Relation | None:
    """Residents are density times area; ``size`` is another figure that the area may be."""
    area, people = size or record.one("area_km2"), record.one("population")
    density = record.one("density_per_km2")
    if area is None or people is None or density is None or not _positive(density):
        return None
    if not _same_time(people, density):
        return None
    return multiplied("A04", people, (density, area), _last_digit(density))


def _last_digit(derived: Value) -> Interval:
    """One unit of a derived figure's last digit: who divides drops decimals or rounds them up."""
    number, high = derived.number or Decimal(1), derived.high
    half = (high - number) / number if high is not None and number else Decimal(0)
    return Interval(1 - half, 1 + half)


def income(record: Record) -> Relation | None:
    """GDP is GDP per person times residents, of the same year and in the same currency."""
    gdp, people = record.one("gdp"), record.one("population")
    per_head = record.one("gdp_per_capita")
    if gdp is None or people is None or per_head is None:
        return None
    if not _is_money(gdp) or not _is_money(per_head):
        return None
    same = _same_time(gdp, people, per_head) and _same(gdp.currency, per_head.currency)
    return multiplied("A03", gdp, (per_head, people)) if same else None


def trade(record: Record) -> Relation | None:
    """Trade is exports and imports together."""
    whole, exports, imports = (record.one(field) for field in ("trade", "exports", "imports"))
    if whole is None or exports is None or imports is None:
        return None
    return summed("A01", whole, (exports, imports)) if _same_time(whole, exports, imports) else None


def residents(record: Record) -> Iterator[Relation]:
    """Men and women, or town and country, are all residents together."""
    people = record.one("population")
    for pair in halves(record) if people is not None else ():
        if people is None or not _same_time(people, pair.one, pair.two):
            continue
        made = (pair.one.number or Decimal(0)) + (pair.two.number or Decimal(0))
        if not lacks_few(people.number or Decimal(0), made):
            yield summed("A01", people, (pair.one, pair.two))


def possible(record: Record, *, outside: bool = False) -> Iterator[Relation]:
    """Every figure lies within what can be at all; ``outside`` leaves out those that surely do."""
    kind = kind_in_name(record)
    for value in record.figures:
        bounds = bound.possible(value.field, kind)
        number = value.number if bounds is not None else None
        if bounds is None or number is None or (outside and bounds.covers(number)):
            continue
        if _is_meant(value):
            yield within("F04", value, bounds)


def _positive(value: Value | None) -> bool:
    return value is not None and value.number is not None and value.number > 0


def _same_time(*values: Value) -> bool:
    """Whether figures may be of one time: none says another year than another does."""
    years = {value.as_of[:4] for value in values if value.as_of}
    return len(years) < 2


def _is_money(value: Value) -> bool:
    """Whether an amount names its currency or is no bare year of the table's header."""
    return bool(value.currency) or value.evidence.text not in YEARS


def _same(*words: str) -> bool:
    return len({word for word in words if word}) < 2


def parts(record: Record) -> Relation | None:
    """There are no more households than people."""
    people, households = record.one("population"), record.one("households")
    if people is None or households is None or people.evidence.text in YEARS:
        return None
    return not_above("A05", households, people) if _same_time(people, households) else None


def counts(record: Record, *, broken: bool = False) -> Iterator[Relation]:
    """What is counted is counted whole: the literal's interval has a whole number in it.

    ``broken`` leaves out the figures that are whole numbers themselves.
    """
    for value in record.figures:
        if value.field not in COUNTED or value.number is None:
            continue
        fraction = value.number != value.number.to_integral_value()
        if (fraction and not _is_mean_size(value)) or not broken:
            yield Relation("F06", (value,), _has_whole, lambda *_: None, exact=False)


def _is_mean_size(value: Value) -> bool:
    """Whether households are few and a fraction: how many live in one."""
    return value.field == "households" and (value.number or ZERO) < LARGEST_HOUSEHOLD


def _has_whole(intervals: Sequence[Interval]) -> bool:
    low, high = intervals[0]
    if not low.is_finite() or not high.is_finite():
        return True
    return high.to_integral_value(ROUND_FLOOR) >= low


def well_formed(value: Value) -> Relation:
    """A malformed literal stands for some other figure: kept by any but the one read."""

    def keeps(intervals: Sequence[Interval]) -> bool:
        return value.number is None or not intervals[0].covers(value.number)

    return Relation("F07", (value,), keeps, lambda *_: None, exact=False)


def _is_meant(value: Value) -> bool:
    """Whether a figure is surely one of its field: a share has a sign of its own."""
    shares = bound.POSSIBLE[value.field].high == WHOLE.high
    return value.number is not None and (not shares or "%" in fold(value.evidence.text))
