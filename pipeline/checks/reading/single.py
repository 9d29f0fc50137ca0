"""Check of a profile that tells of several places: their facts were read as one place's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.checks.check import check
from pipeline.checks.mend.twice import about_equal
from pipeline.checks.view.interval import of
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import quoted, spoken
from pipeline.model.finding import Problem, Severity
from pipeline.model.value import Record, Value
from pipeline.normalize.text import key

# One of them is given twice for many reasons (of the centre, of another year), two of them are not.
FACTS = ("population", "area_km2", "elevation_m", "density_per_km2")
ADJECTIVE, INFERRED = "country:adjective", "inferred"


class _Again(NamedTuple):
    """A fact of a place, and the other figure that the profile gives for it."""

    first: Value
    second: Value


@check(
    "T09",
    Severity.WARNING,
    level=1,
    good=(
        "Lindenau\n\nThe town of 9,120 covers 41 km²; the county has 88,400 people on 912 km².",
        "City: Lindenau\nPopulation: 9,120 (2010)\nArea: 41 km²\nPopulation: 9,400 (2020)",
    ),
    bad={
        "City: Lindenau\nPopulation: 9,120\nArea: 41 km²\nThe old mill is worth a visit.\n"
        "Population: 17,310\nArea: 36.4 km²": ("population",),
    },
    among=FACTS,
)
def profiles_tell_of_one_place(record: Record, page: Page) -> Iterator[Problem]:
    """A profile gives the facts of one place, not those of two.

    Two figures of one fact may be those of a town and its centre, or of two years. Where two facts
    have another figure each under the same labels further down, or in sentences of a profile
    without a name or with two countries, a heading between two places was not seen.
    """
    told = [best for field in FACTS if len(best := _best(record, field)) > 1]
    if len(told) < 2:
        return
    again = [pair for best in told if (pair := _under_one_label(best, page))]
    if len(again) < 2 and (record.one("name") is None or _lies_in_two(record)):
        again = [pair for best in told if (pair := _in_sentences(best))]
    if len(again) < 2:
        return
    said = " and ".join(f"{quoted(one.second)} another {spoken(one.second.field)}" for one in again)
    yield Problem(
        f"The profile gives {said}: it probably tells of two places or more, and takes what the "
        f"later ones have for more of the first. A line with nothing but its name above each "
        f"place tells them apart.",
        tuple(value for one in again for value in (one.second, one.first)),
        computed="; ".join(f"{quoted(one.first)} ≠ {quoted(one.second)}" for one in again),
    )


def _under_one_label(best: list[Value], page: Page) -> _Again | None:
    """The first two figures that stand on lines of their own under the same label."""
    seen: dict[str, Value] = {}
    for value in best:
        first = seen.setdefault(key(value.label), value) if value.label else value
        if not _differ(first, value) or not _stand_apart(first, value, page):
            continue
        return _Again(first, value)
    return None


def _in_sentences(best: list[Value]) -> _Again | None:
    """The first two figures that sentences give."""
    told = [value for value in best if not value.label]
    return next((_Again(told[0], other) for other in told[1:] if _differ(told[0], other)), None)


def _best(record: Record, field: str) -> list[Value]:
    """The best readings of a field where there are several values, in the order of the text."""
    held = record.all(field)
    stated = [value for value in held if value.rank == 0 and value.number] if len(held) > 1 else []
    return sorted(stated, key=lambda value: value.evidence.span) if len(stated) > 1 else []


def _differ(one: Value, two: Value) -> bool:
    """Whether two figures are of two sizes, but for the rounding of a conversion, and of one time."""
    if one.as_of and two.as_of and one.as_of[:4] != two.as_of[:4]:
        return False
    return not about_equal(of(one), of(two))


def _stand_apart(one: Value, two: Value, page: Page) -> bool:
    """Whether lines of other facts lie between two figures."""
    lines = [page.document.position(value.evidence.span.start)[0] for value in (one, two)]
    return lines[1] - lines[0] > 1


def _lies_in_two(record: Record) -> bool:
    """Whether a profile names two countries, neither of them by an adjective or by a region."""
    named = {
        value.value
        for value in record.all("country")
        if INFERRED not in value.qualifier and ADJECTIVE not in value.evidence.rule
    }
    return len(named) > 1
