"""Candidates to the record: which literal holds, and which are kept beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.extract.page import Candidate, Page
from pipeline.model.source import Profile, Span
from pipeline.schema.place import AGREEMENTS, BY_NAME

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
    ordered = _agreements(_dated(_distinct(_newest_first(candidates))))
    return Draft(profile.span, _lines(page, profile.span), tuple(ordered), _held(ordered))


def _order(candidate: Candidate) -> tuple[str, float, int]:
    return candidate.field, -candidate.weight, candidate.readings[0].span.start


def _newest_first(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates by field and weight, those of one weight as they stand, dated ones from the newest.

    Columns give the census of 2011 beside that of 2021; a figure without a date stays first.
    """
    ordered = sorted(candidates, key=_order)
    if any(candidate.as_of for candidate in ordered):
        ordered.sort(key=lambda c: c.as_of, reverse=True)
        ordered.sort(key=lambda c: bool(c.as_of))
        ordered.sort(key=lambda c: (c.field, -c.weight))
    return ordered


def _distinct(ordered: Iterable[Candidate]) -> list[Candidate]:
    """Each literal once for a field, by its surest rule."""
    seen: dict[tuple[str, Span], list[str]] = {}
    kept = []
    for candidate in ordered:
        best = candidate.readings[0]
        said = seen.setdefault((candidate.field, best.span), [])
        value = str(best.value)
        if value not in said:
            said.append(value)
            kept.append(candidate)
    return kept


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
    labelled = any(c.field in AGREEMENTS and c.rule.startswith("labelled") for c in ordered)
    if not labelled:
        return ordered
    return [
        c._replace(weight=0.0) if c.field in AGREEMENTS and not c.rule.startswith("labelled") else c
        for c in ordered
    ]


def _held(ordered: Sequence[Candidate]) -> frozenset[int]:
    """Indexes of the candidates that the record holds: no literal for two properties at once."""
    held: set[int] = set()
    fields: set[str] = set()
    taken: set[int] = set()
    for index in sorted(range(len(ordered)), key=lambda i: -ordered[i].weight):
        candidate = ordered[index]
        single = candidate.field in BY_NAME and not BY_NAME[candidate.field].is_list
        if (
            candidate.weight <= 0
            or candidate.readings[0].value == ""
            or (single and candidate.field in fields)
        ):
            continue
        if candidate.field not in _TEXTS and _taken(candidate, taken):
            continue
        held.add(index)
        fields.add(candidate.field)
        if candidate.field not in _TEXTS and not candidate.field.startswith("other:"):
            taken.update(range(*candidate.span))
    return frozenset(held)


def _taken(candidate: Candidate, taken: set[int]) -> bool:
    """Whether a figure's literal already holds for another property; texts may enclose figures."""
    if candidate.field.startswith("other:") and isinstance(candidate.readings[0].value, str):
        return False
    return not taken.isdisjoint(range(*candidate.span))


def _lines(page: Page, span: Span) -> tuple[int, int]:
    position = page.document.position
    return position(span.start)[0], position(max(span.start, span.end - 1))[0]
