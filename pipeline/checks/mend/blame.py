"""Which values are to blame when relations are broken: the Fellegi-Holt principle.

The fewest and least trusted values that, changed, could mend every broken relation. A record has
few relations and each few values, so all sets are tried; no solver, no instability.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from pipeline.checks.mend.literal import written
from pipeline.checks.relation.relation import Relation
from pipeline.model.value import Value

Trust = Callable[[Value], float]

# A set of more values than this is no explanation, only a list of what is there.
LARGEST = 3
# More suspects than this are not tried: such a record has other troubles.
MOST_SUSPECTS = 14

# Derived figures are copied from other tables more often than what they derive from is wrong.
BASE_TRUST = 2.0
DERIVED = {
    "gdp_per_capita": 0.8,
    "density_per_km2": 0.8,
    "area_ratio": 1.2,
    "area_share": 1.2,
    "population_ratio": 1.2,
    "population_share": 1.2,
}
# Every significant digit beyond the first makes a figure a little surer, up to four of them.
DIGIT_TRUST, MOST_DIGITS = 0.1, 5
# Taking part in a relation that holds speaks for a value: it would break if the value changed.
KEPT_TRUST = 0.5


def blamed(
    relations: Sequence[Relation], broken: Sequence[Relation], trust: Trust
) -> tuple[Value, ...]:
    """The least trusted minimal set of values that takes part in every broken relation.

    Empty where nothing is broken or no set of at most three explains it.
    """
    suspects = _suspects(broken)
    if not suspects or len(suspects) > MOST_SUSPECTS:
        return ()
    weights = {value.id: trust(value) + _kept(value, relations, broken) for value in suspects}
    ranked = [
        (sum(weights[value.id] for value in chosen), len(chosen), position, chosen)
        for position, chosen in enumerate(_covers(suspects, broken))
    ]
    return min(ranked)[-1] if ranked else ()


def rank(relations: Sequence[Relation], broken: Relation, trust: Trust) -> tuple[Value, ...]:
    """The values of one broken relation, the one to blame first."""
    weights = {
        value.id: trust(value) + _kept(value, relations, (broken,)) for value in broken.values
    }
    return tuple(sorted(broken.values, key=lambda value: weights[value.id]))


def base_trust(value: Value) -> float:
    """How far a value is trusted before its relations are asked: by field, digits, confidence."""
    parts = written(value)
    digits = "".join(
        character for character in (parts.digits if parts else "") if character.isdigit()
    )
    significant = min(len(digits.strip("0")), MOST_DIGITS)
    sure = DERIVED.get(value.field, BASE_TRUST) + DIGIT_TRUST * significant
    return sure * float(value.confidence)


def _suspects(broken: Sequence[Relation]) -> tuple[Value, ...]:
    found = {value.id: value for relation in broken for value in relation.values}
    return tuple(found.values())


def _covers(suspects: Sequence[Value], broken: Sequence[Relation]) -> Iterator[tuple[Value, ...]]:
    """Sets of suspects of which each broken relation has one."""
    for size in range(1, LARGEST + 1):
        for chosen in combinations(suspects, size):
            if all(any(relation.concerns(value) for value in chosen) for relation in broken):
                yield chosen


def _kept(value: Value, relations: Sequence[Relation], broken: Sequence[Relation]) -> float:
    """Trust from the equations that a value keeps."""
    ids = {id(relation) for relation in broken}
    kept = sum(
        1
        for relation in relations
        if id(relation) not in ids
        and relation.exact
        and relation.concerns(value)
        and relation.holds()
    )
    return KEPT_TRUST * kept
