"""The relations between a record's figures and what reference data have for it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.checks.relation.relation import Relation, multiplied, within
from pipeline.checks.view.interval import Interval
from pipeline.checks.view.reference import (
    NAMES_REPEAT,
    Known,
    country_of,
    is_sparse,
    is_town,
    place_named,
    place_of,
    region_named,
    text_of,
    whole_named,
)
from pipeline.model.value import Record, Value
from pipeline.normalize.text import key

PERCENT = Decimal("0.01")
# A reference row may mean other borders or another year: a city and its wide municipality differ
# sixfold, provinces have borders that everyone knows.
REFERENCE_FACTOR = {"place": Decimal(6), "region": Decimal(3), "country": Decimal(2)}
# Of a wider place both figures are larger: its people by at least a half, its area up to twentyfold.
LARGER, LARGEST = Decimal("1.5"), Decimal(20)
# A country's area differs by a twentieth with its waters; of the countries beyond fifty million
# people none has a region with half of them (Gyeonggi, the largest by far, has a quarter).
# The largest region of such a country that is nearly empty, Egypt's New Valley, has 44 % of its land.
FEW_PEOPLE = Decimal("0.1")
WIDER, LARGE_COUNTRY = Decimal("1.05"), Decimal(50_000_000)
# A published area is known to the km², what counts as land or water apart: one part in fifty.
REFERENCE_SLACK = Decimal("0.02")


def wholes(record: Record) -> Iterator[Relation]:
    """A stated share of a known region's area is the record's area."""
    area = record.one("area_km2")
    for share in record.held("area_share"):
        known = whole_named(share.of, text_of(record, "country"))
        if area is not None and known and known.area and share.number:
            slack = known.area * REFERENCE_SLACK
            whole = Interval(known.area - slack, known.area + slack).scaled(PERCENT)
            yield multiplied("C02", area, (share,), whole)


def references(record: Record) -> Iterator[Relation]:
    """Area and residents are of the order that reference data give."""
    known = place_of(record) if text_of(record, "country") else None
    if known is not None and not _is_another_place(record, known):
        yield from _like_reference(record, known)
    yield from _within_country(record, known)


def _like_reference(record: Record, known: Known) -> Iterator[Relation]:
    factor = REFERENCE_FACTOR["place" if is_town(known.row_kind) else known.kind]
    for value, figure in compared(record, known):
        yield within("E01", value, Interval(figure / factor, figure * factor))


def compared(record: Record, known: Known) -> Iterator[tuple[Value, Decimal]]:
    """The record's area and population with what a reference has for them."""
    for field, figure in (("area_km2", known.area), ("population", known.population)):
        value = record.one(field)
        if value is not None and value.number and value.number > 0 and figure:
            yield value, figure


def _is_another_place(record: Record, known: Known) -> bool:
    """Whether the figures are those of a namesake, of other borders, or of another of its names.

    Regions share their names with their capitals, and in some countries every third town has one:
    then both figures are off to the same side. Where a text names the region and its capital, the
    figures of one fit the other.
    """
    found = tuple(_like_reference(record, known))
    larger = {(value.number or Decimal(0)) > figure for value, figure in compared(record, known)}
    repeats = known.kind != "place" or text_of(record, "country") in NAMES_REPEAT
    broken = [relation for relation in found if not relation.holds()]
    if repeats and len(found) == 2 and len(larger) == 1 and len(broken) == len(found):
        return True
    if (
        len(found) == 2
        and len(larger) == 1
        and len(broken) == 1
        and _has_other_borders(record, known)
    ):
        return True
    return bool(broken) and (
        any(_fits(record, other) for other in _other_places(record, known))
        or _has_rival_name(record)
    )


def _has_other_borders(record: Record, known: Known) -> bool:
    """Whether people and area differ as those of a city and of the district around it do."""
    times = [
        max(number / figure, figure / number)
        for value, figure in compared(record, known)
        if (number := value.number)
    ]
    return min(times) >= LARGER and max(times) <= LARGEST


def _has_rival_name(record: Record) -> bool:
    """Whether the text is about a place of quite another name than the heading's, as of its capital."""
    names = [set(key(str(value.value)).split()) for value in record.all("name")]
    first, *rest = names or [set()]
    subjects = [value for value in record.all("name") if value.evidence.rule.startswith("subject")]
    return bool(subjects) and any(_are_unlike(first, name) for name in rest)


def _are_unlike(one: set[str], two: set[str]) -> bool:
    """Whether two names have no more than half of the shorter one's words in common."""
    return 2 * len(one & two) <= min(len(one), len(two))


def _fits(record: Record, known: Known) -> bool:
    """Whether every figure of the record is of the order of a place."""
    found = tuple(_like_reference(record, known))
    return bool(found) and all(relation.holds() for relation in found)


def _other_places(record: Record, known: Known) -> Iterator[Known]:
    """What is known of the further names that the record's text offers for its place."""
    country = text_of(record, "country")
    for name in _names_told(record):
        for other in (place_named(name, country), region_named(name, country)):
            if other is not None and other.point != known.point:
                yield other


def _has_few_people(record: Record, country: Known) -> bool:
    """Whether a place in a country without deserts has so few people that it cannot be half of it."""
    if is_sparse(record):
        return False
    return any(
        value.field == "population" and (value.number or 0) < figure * FEW_PEOPLE
        for value, figure in compared(record, country)
    )


def _names_told(record: Record) -> Iterator[str]:
    """The names that a record's text offers for its place, and those of regions that it tells of."""
    yield from (str(value.value) for field in ("name", "region") for value in record.all(field))
    for value in record.all("country"):
        if "region" in value.evidence.rule:
            yield value.evidence.text


def _within_country(record: Record, known: Known | None) -> Iterator[Relation]:
    """Nothing in a country is larger than it; in a large one nothing has half of its people."""
    country = country_of(record)
    if country is None or (known is not None and known.kind == "country"):
        return
    for value, figure in compared(record, country):
        people = value.field == "population" and figure > LARGE_COUNTRY
        wide = value.field == "area_km2" and (value.number or 0) > figure / 2
        halved = people or (wide and _has_few_people(record, country))
        most = figure / 2 if halved else figure * WIDER
        yield within("E01", value, Interval(Decimal(0), most))
