"""Checks of one place in two profiles: told twice, told differently."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING

from pipeline.checks.check import Doubt, check
from pipeline.checks.relation import bound
from pipeline.checks.view.folder import Folder
from pipeline.checks.view.wording import figure, plain, quoted, rewritten, shown, spoken
from pipeline.model.finding import Problem, Severity, Suggestion
from pipeline.model.value import Record, Value

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Rows = npt.NDArray[np.int_]
    Mask = npt.NDArray[np.bool_]

COMPARED = ("area_km2", "population")
# Factors by which a slip makes one figure of another: scale words and lost groups, hectares,
# square miles, square metres. Years and borders change figures by any other factor.
SLIPS = (10, 100, 1_000, 10_000, 1_000_000, 2.589988)
# Two statistics of one place differ by years and rounding, an area less than a population.
SAME = {"area_km2": 0.02, "population": 0.1}


@check(
    "X01",
    Severity.NOTE,
    level=2,
    good=("City: Lindenau\nPopulation: 12,457\fCity: Ashfield\nPopulation: 12,457",),
    bad={
        "City: Lindenau\nCountry: Germany\nWebsite: www.lindenau.example\nPopulation: 12,457\f"
        "City: Lindenau\nCountry: Germany\nWebsite: www.lindenau.example\nArea: 31 km²": ("name",)
    },
)
def a_place_has_one_profile(folder: Folder) -> Iterator[Doubt]:
    """A place of one name in one country and region has one profile.

    Two hosts may both have it as their partner, which is no mistake; what one profile has and the
    other lacks can be taken over. In countries whose towns share names the region must agree.
    """
    firsts, laters = folder.namesakes
    for first, later in _chosen(firsts, laters, _evident(folder, firsts, laters)):
        yield _second_profile(folder.record(first), folder.record(later))


def _second_profile(first: Record, later: Record) -> Doubt:
    names = [one for record in (later, first) if (one := record.one("name")) is not None]
    lacking = sorted(_fields(first) - _fields(later))
    plan = f" It has {', '.join(map(spoken, lacking))} besides." if lacking else ""
    message = f"{quoted(names[0])} also has a profile in “{first.document}”.{plan}"
    return Doubt(later, Problem(message, tuple(names), field="name"), (first,))


def _evident(folder: Folder, firsts: Rows, laters: Rows) -> Mask:
    """Whether something rarer than the name says that the two rows are of one place."""
    found: Mask = folder.column(COMPARED[0])[firsts] == folder.column(COMPARED[0])[laters]
    for name in ("website", "ties"):
        texts = folder.texts(name)
        found |= (texts[firsts] == texts[laters]) & (texts[firsts] != "")
    return found


@check(
    "X04",
    Severity.WARNING,
    level=3,
    good=(
        (
            "City: Lindenau\nCountry: Germany\nPopulation: 12,457\f"
            "City: Lindenau\nCountry: Germany\nPopulation: 13,210"
        ),
    ),
    bad={
        "City: Lindenau\nCountry: Germany\nArea: 31.5 km²\nPopulation: 12,457\f"
        "City: Lindenau\nCountry: Germany\nArea: 3,150 km²\nPopulation: 12,457": ("area_km2",)
    },
)
def documents_agree_on_a_place(folder: Folder) -> Iterator[Doubt]:
    """Two documents give one place the same size, but for years and borders.

    Figures that differ by ten, a hundred or a thousand, or by the factor of a unit, differ by a
    slip. The figure is to blame that makes no believable density in its own profile, else the
    later one; the other is offered.
    """
    firsts, laters = folder.namesakes
    documents = folder.places["document"].to_numpy()
    apart = documents[firsts] != documents[laters]
    for field in COMPARED:
        factors = _factors(folder.column(field), (firsts, laters), SAME[field])
        for first, later in _chosen(firsts, laters, apart & (factors > 0)):
            yield from _disagreement(folder.record(first), folder.record(later), field)


def _factors(
    column: npt.NDArray[np.float64], rows: tuple[Rows, Rows], same: float
) -> npt.NDArray[np.float64]:
    """The factor of a slip between the figures of two rows, 0 where none explains them."""
    import numpy as np

    with np.errstate(invalid="ignore", divide="ignore"):
        ratio = np.exp(np.abs(np.log(column[rows[0]] / column[rows[1]])))
        found = np.zeros(len(ratio))
        for slip in SLIPS:
            found[np.abs(ratio / slip - 1) <= same] = slip
    return found


def _disagreement(first: Record, later: Record, field: str) -> Iterator[Doubt]:
    one, two = first.one(field), later.one(field)
    if one is not None and two is not None and one.number and two.number:
        blames_first = _is_odd(first) and not _is_odd(later)
        wrong, right = (one, two) if blames_first else (two, one)
        record, other = (first, later) if blames_first else (later, first)
        yield Doubt(record, _differs(wrong, right, other), (other,))


def _differs(wrong: Value, right: Value, other: Record) -> Problem:
    one, two = sorted((wrong.number or Decimal(1), right.number or Decimal(1)))
    times = shown(round(two / one, 2))
    number = plain(right.number or Decimal(0))
    reason = f"what “{other.document}” says; the two differ {times} times"
    change = rewritten(wrong, number, right.evidence.text)
    return Problem(
        f"{quoted(wrong)} is {figure(wrong)}, but “{other.document}” gives the place "
        f"{quoted(right)}: {times} times as much or as little.",
        (wrong, right),
        (Suggestion(number, "R03", reason, -1.5, (change,)),),
        computed=f"{figure(wrong)} against {figure(right)}",
    )


def _chosen(firsts: Rows, laters: Rows, mask: Mask) -> Iterator[tuple[int, int]]:
    return zip(firsts[mask].tolist(), laters[mask].tolist(), strict=True)


def _fields(record: Record) -> set[str]:
    return set(map(attrgetter("field"), record.values))


def _is_odd(record: Record) -> bool:
    """Whether the record's figures make a density that is hardly ever seen."""
    area, people = record.one("area_km2"), record.one("population")
    if area is None or people is None or not area.number or not people.number:
        return False
    return not bound.DENSITY.covers(people.number / area.number)
