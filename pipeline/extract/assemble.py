"""Candidates to the record: which literal holds, which are kept beside it, and their ids."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256

from pipeline.extract.page import Candidate, Page
from pipeline.lexicon.taught import teaching_in_force
from pipeline.model.source import Profile, Span
from pipeline.model.value import Evidence, Reading, Record, Value
from pipeline.normalize.text import slug
from pipeline.schema.field import Kind
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
_LITERALS_IN_A_HASH = 3


def assemble(page: Page, profile: Profile, candidates: Iterable[Candidate]) -> Record:
    """The record of one profile with every candidate as a value, best first within its field."""
    ordered = _dated(_distinct(_newest_first(sorted(candidates, key=_order))))
    ordered = _agreements(ordered)
    held = _held(ordered)
    values = tuple(
        value
        for index, candidate in enumerate(ordered)
        for value in _values(page, candidate, index in held)
    )
    record = Record("", page.document.path, profile.span, *_lines(page, profile.span), values)
    return replace(record, id=_record_id(page, record))


def _order(candidate: Candidate) -> tuple[str, float, int]:
    return candidate.field, -candidate.weight, candidate.span.start


def _newest_first(ordered: Sequence[Candidate]) -> list[Candidate]:
    """Candidates with the dated ones of a field and a weight from the newest on.

    Columns give the census of 2011 beside that of 2021; a figure without a date stays first.
    """
    by_date = sorted(ordered, key=lambda c: c.as_of, reverse=True)
    by_date.sort(key=lambda c: bool(c.as_of))
    return sorted(by_date, key=lambda c: (c.field, -c.weight))


def _distinct(ordered: Iterable[Candidate]) -> list[Candidate]:
    """Each literal once for a field, by its surest rule."""
    seen: set[tuple[str, Span, str]] = set()
    kept = []
    for candidate in ordered:
        mark = (candidate.field, candidate.span, str(candidate.readings[0].value))
        if mark not in seen:
            seen.add(mark)
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


def _held(ordered: Sequence[Candidate]) -> set[int]:
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
    return held


def _taken(candidate: Candidate, taken: set[int]) -> bool:
    """Whether a figure's literal already holds for another property; texts may enclose figures."""
    if candidate.field.startswith("other:") and isinstance(candidate.readings[0].value, str):
        return False
    return not taken.isdisjoint(range(*candidate.span))


def _values(page: Page, candidate: Candidate, held: bool) -> Iterator[Value]:
    """The values of a candidate's rival readings, the best one first."""
    rivals: tuple[Reading[Decimal] | Reading[str], ...] = candidate.readings
    for rank, reading in enumerate(rivals):
        value = _value_of(page, candidate, reading)
        yield Value(
            id="",
            field=candidate.field,
            value=value,
            evidence=Evidence(
                reading.span, page.quote(reading.span), f"{candidate.rule}; {reading.rule}"
            ),
            label=candidate.label,
            low=reading.low,
            high=reading.high,
            unit=reading.unit,
            currency=reading.currency,
            qualifier=" ".join(filter(None, (candidate.qualifier, reading.qualifier))),
            as_of=candidate.as_of or reading.as_of,
            of=candidate.of or reading.of,
            confidence=_confidence(candidate.weight, rank),
            rank=rank,
            in_force=held and rank == 0,
        )


@lru_cache
def _confidence(weight: float, rank: int) -> Decimal:
    return Decimal(str(round(weight / (1 + rank), 2)))


def _value_of(
    page: Page, candidate: Candidate, reading: Reading[Decimal] | Reading[str]
) -> Decimal | str:
    """A figure or a date as read; a text as the document has it, not as it was folded."""
    if isinstance(reading.value, Decimal):
        return reading.value
    declared = BY_NAME.get(candidate.field)
    quoted = (
        declared is not None
        and declared.kind is Kind.TEXT
        and candidate.field not in {"country", "place_kind"}
    )
    if (quoted or reading.rule == "text") and reading.value:
        return page.quote(reading.span)
    return reading.value


def _lines(page: Page, span: Span) -> tuple[int, int]:
    position = page.document.position
    return position(span.start)[0], position(max(span.start, span.end - 1))[0]


def _record_id(page: Page, record: Record) -> str:
    name = record.one("name")
    if name is not None and slug(str(name.value)):
        return f"{page.document.path}#{slug(str(name.value))}"
    literals = [
        value.evidence.text for value in sorted(record.values, key=lambda v: v.evidence.span)
    ]
    digest = sha256(
        "\0".join(literals[:_LITERALS_IN_A_HASH]).encode(errors="surrogatepass")
    ).hexdigest()
    return f"{page.document.path}#~{digest[:8]}"


def numbered(records: Sequence[Record]) -> tuple[Record, ...]:
    """Records with ids of their own, ``-2`` for a second one, and their values with ids."""
    seen: Counter[str] = Counter()
    result = []
    for record in records:
        seen[record.id] += 1
        own = record.id if seen[record.id] == 1 else f"{record.id}-{seen[record.id]}"
        result.append(replace(record, id=own, values=_identified(own, record.values)))
    return tuple(result)


def _identified(record_id: str, values: Sequence[Value]) -> tuple[Value, ...]:
    """Values with ids from what they say, not from where they stand."""
    seen: dict[tuple[str, str, int], int] = defaultdict(int)
    result = []
    for value in values:
        mark = (value.field, value.evidence.text, value.rank)
        seen[mark] += 1
        told = "\0".join((record_id, *map(str, mark), str(seen[mark])))
        result.append(
            replace(value, id=sha256(told.encode(errors="surrogatepass")).hexdigest()[:12])
        )
    return tuple(result)


def completed(records: Sequence[Record]) -> tuple[Record, ...]:
    """Records with the share they have of the fields that the profiles of the page mostly have."""
    wanted = expected_fields(records)
    if not wanted:
        return tuple(replace(record, completeness=None) for record in records)
    return tuple(
        replace(r, completeness=Decimal(sum(r.one(f) is not None for f in wanted)) / len(wanted))
        for r in records
    )


def expected_fields(records: Sequence[Record]) -> tuple[str, ...]:
    """Fields that at least three profiles and two thirds of a page's have, and those taught."""
    counts = Counter(
        field
        for record in records
        for field in {v.field for v in record.values if v.in_force}
        if field in BY_NAME
    )
    usual = (f for f in BY_NAME if counts[f] >= 3 and 3 * counts[f] >= 2 * len(records))
    taught = teaching_in_force().expects(records[0].document) if records else ()
    return tuple(dict.fromkeys((*usual, *taught)))
