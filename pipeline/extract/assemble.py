"""Candidates to the record: which literal holds, and which are kept beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from pipeline.extract.page import INFERRED, Candidate, Page
from pipeline.model.source import Profile, Span
from pipeline.schema.place import AGREEMENTS, BY_NAME

_SINGLE = frozenset(name for name, field in BY_NAME.items() if not field.is_list)
_TEXTS = {
    "name",
    "country",
    "region",
    "place_kind",
    "website",
    "location",
    "climate",
    "coordinates",
}


_YEAR = 4  # digits
_LONG_AGO, _APART = 1970, 5  # years
_BELOW = 0.99  # of the weight of what is told of later
_LARGEST_HOUSEHOLD = 20  # persons, on average: more than any country has


class Draft(NamedTuple):
    """A record before it is numbered: every candidate, best first within its field.

    ``held`` are the places in ``candidates`` of those that the record holds, ``lines`` its first
    and its last one.
    """

    span: Span
    lines: tuple[int, int]
    candidates: tuple[Candidate, ...]
    held: frozenset[int]

    @property
    def fields(self) -> set[str]:
        """The fields of which the record holds a value."""
        return {self.candidates[index].field for index in self.held}


def assemble(page: Page, profile: Profile, candidates: Iterable[Candidate]) -> Draft:
    """The candidates of one profile in order, and those that its record holds."""
    ordered = _plausible(
        _told_apart(_agreements(_dated(_distinct(_newest_first(_of_now(candidates))))))
    )
    return Draft(profile.span, _lines(page, profile.span), tuple(ordered), _held(ordered))


def _of_now(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates, of which no count of people long ago outweighs what prose says of later, or of now.

    "In 1871 the town had 9,000 inhabitants. By 2011 there were 12,400 people."
    """
    found = list(candidates)
    told = [c for c in found if c.field == "population" and c.rule.startswith("prose")]
    sure = [(_when(c), c.weight) for c in told if c.weight >= INFERRED]
    last, weight = max(sure, default=(0, 0.0))
    earlier = {id(c) for c in told if c.as_of and _when(c) + _APART <= last}
    below = weight * _BELOW
    return [c._replace(weight=min(c.weight, below)) if id(c) in earlier else c for c in found]


def _when(candidate: Candidate) -> int:
    """The year of a count; one without a date was made later than those of long ago."""
    year = candidate.as_of[:_YEAR]
    return int(year) if year.isdecimal() else _LONG_AGO


def _newest_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates by field and weight, those of one weight as they stand, dated ones from the newest.

    Columns give the census of 2011 beside that of 2021; a figure without a date stays first.
    """
    ordered = sorted(candidates, key=lambda c: c.readings[0].span.start)
    ordered.sort(key=attrgetter("as_of"), reverse=True)
    ordered.sort(key=lambda c: (c.field, -c.weight, c.as_of != ""))
    return ordered


def _distinct(ordered: Iterable[Candidate]) -> list[Candidate]:
    """Each literal once for a field, by its surest rule."""
    kept: dict[tuple[str, Span, str], Candidate] = {}
    for candidate in ordered:
        best = candidate.readings[0]
        kept.setdefault((candidate.field, best.span, str(best.value)), candidate)
    return list(kept.values())


def _dated(ordered: Sequence[Candidate]) -> list[Candidate]:
    """A population without a date of its own takes the one that the profile gives for it."""
    dates = [c.readings[0].value for c in ordered if c.field == "population_as_of"]
    if not dates:
        return list(ordered)
    return [
        c._replace(as_of=str(dates[0])) if c.field == "population" and not c.as_of else c
        for c in ordered
    ]


def _agreements(ordered: list[Candidate]) -> list[Candidate]:
    """Where labels give the dates of agreements, prose that tells one is only kept beside them."""
    tied = [c.rule for c in ordered if c.field in AGREEMENTS]
    if not any(rule.startswith("labelled") for rule in tied):
        return ordered
    return [
        c._replace(weight=0.0) if c.field in AGREEMENTS and not c.rule.startswith("labelled") else c
        for c in ordered
    ]


def _told_apart(ordered: list[Candidate]) -> list[Candidate]:
    """Ties without those that only say the year of another whose day is told: "1989", "15 May 1989"."""
    ties = {
        (c.field, str(c.readings[0].value)) for c in ordered if c.field in AGREEMENTS and c.weight
    }
    if len(ties) < 2:
        return ordered
    return [c._replace(weight=0.0) if _is_year_of(c, ties) else c for c in ordered]


def _is_year_of(candidate: Candidate, ties: Iterable[tuple[str, str]]) -> bool:
    """Whether a tie's date is less precise than that of another of its kind, or of no kind."""
    field, date = candidate.field, str(candidate.readings[0].value)
    if field not in AGREEMENTS or not date:
        return False
    return any(
        other.startswith(f"{date}-") and field in {kind, "agreement_date"} for kind, other in ties
    )


def _plausible(ordered: list[Candidate]) -> list[Candidate]:
    """Households that prose counts are only kept beside, where they are too few for the residents.

    "Ancestral home of some 200 families" is said of a town of 21,000, whose households they are not.
    """
    people = next((c.readings[0].value for c in ordered if c.field == "population"), None)
    if not isinstance(people, Decimal):
        return ordered
    return [
        c._replace(weight=0.0) if c.field == "households" and _is_part(c, people) else c
        for c in ordered
    ]


def _is_part(candidate: Candidate, people: Decimal) -> bool:
    count = candidate.readings[0].value
    if candidate.rule.startswith("labelled") or not isinstance(count, Decimal):
        return False
    return count * _LARGEST_HOUSEHOLD < people


def _held(ordered: Sequence[Candidate]) -> frozenset[int]:
    """Indexes of the candidates that the record holds: no literal for two properties at once."""
    held: set[int] = set()
    fields: set[str] = set()
    taken: set[int] = set()
    weights = [-candidate.weight for candidate in ordered]
    for index in sorted(range(len(ordered)), key=weights.__getitem__):
        candidate = ordered[index]
        field, best = candidate.field, candidate.readings[0]
        if not best.value and isinstance(
            best.value, str
        ):  # a figure is dear to compare with a text
            continue
        if candidate.weight <= 0 or (field in fields and field in _SINGLE):
            continue
        is_other = field.startswith("other:")
        encloses = field in _TEXTS or (is_other and isinstance(best.value, str))
        if not encloses and not taken.isdisjoint(range(*best.span)):
            continue  # a figure's literal already holds for another property
        held.add(index)
        fields.add(field)
        if field not in _TEXTS and not is_other:
            taken.update(range(*best.span))
    return frozenset(held)


def _lines(page: Page, span: Span) -> tuple[int, int]:
    position = page.document.position
    return position(span.start)[0], position(max(span.start, span.end - 1))[0]
