"""Drafts to records: ids that do not change when the page does elsewhere, and each value made once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from hashlib import sha256

from pipeline.extract.assemble import Draft
from pipeline.extract.complete import expected, share
from pipeline.extract.page import Page
from pipeline.model.value import Evidence, Reading, Record, Value
from pipeline.normalize.text import slug
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME

_LITERALS_IN_A_HASH = 3
_READ = {"country", "place_kind"}  # texts of which not what is written is the value
_QUOTED = frozenset(f for f in BY_NAME if BY_NAME[f].kind is Kind.TEXT) - _READ


def numbered(page: Page, drafts: Sequence[Draft]) -> tuple[Record, ...]:
    """The records of a page with ids of their own, ``-2`` for a second one, and their values with ids."""
    seen: Counter[str] = Counter()
    path = page.document.path
    told = [draft.fields for draft in drafts]
    wanted = expected(told, path)
    result = []
    for draft, fields in zip(drafts, told, strict=True):
        name = _record_id(page, draft)
        seen[name] += 1
        own = name if seen[name] == 1 else f"{name}-{seen[name]}"
        values = tuple(_values(page, draft, own))
        record = Record(own, path, draft.span, *draft.lines, values, share(fields, wanted))
        result.append(record)
    return tuple(result)


def _record_id(page: Page, draft: Draft) -> str:
    """The path with the record's name, else with a hash of its first literals."""
    names = (c for n, c in enumerate(draft.candidates) if c.field == "name" and n in draft.held)
    name = next(names, None)
    if name and (said := slug(str(_value_of("name", name.readings[0], page.quote(name.span))))):
        return f"{page.document.path}#{said}"
    spans = sorted(reading.span for c in draft.candidates for reading in c.readings)
    literals = "\0".join(page.quote(span) for span in spans[:_LITERALS_IN_A_HASH])
    return f"{page.document.path}#~{_hash(literals)[:8]}"


def _values(page: Page, draft: Draft, record_id: str) -> Iterator[Value]:
    """The values of the candidates' rival readings, the best one of each first.

    Their ids come from what they say, not from where they stand.
    """
    text = page.document.text
    seen: dict[str, int] = {}
    for index, candidate in enumerate(draft.candidates):
        field, _, rule, weight, label, of, as_of, qualifier = candidate
        rivals: tuple[Reading[Decimal] | Reading[str], ...] = candidate.readings
        for rank, reading in enumerate(rivals):
            _, span, how, low, high, unit, currency, also, own_as_of, own_of = reading
            literal = text[span.start : span.end]
            mark = f"{field}\0{literal}\0{rank}"
            seen[mark] = told = seen.get(mark, 0) + 1
            both = f"{qualifier} {also}" if qualifier and also else qualifier or also
            yield Value(
                _hash(f"{record_id}\0{mark}\0{told}")[:12],
                field,
                _value_of(field, reading, literal),
                Evidence(span, literal, f"{rule}; {how}"),
                label,
                low,
                high,
                unit,
                currency,
                both,
                as_of or own_as_of,
                of or own_of,
                _confidence(weight, rank),
                rank,
                rank == 0 and index in draft.held,
            )


def _hash(said: str) -> str:
    """A hash of a text, lone surrogates included, as a caller's string can hold them."""
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache
def _confidence(weight: float, rank: int) -> Decimal:
    return Decimal(str(round(weight / (1 + rank), 2)))


def _value_of(field: str, reading: Reading[Decimal] | Reading[str], literal: str) -> Decimal | str:
    """A figure or a date as read; a text as the document has it, not as it was folded."""
    value = reading.value
    quoted = field in _QUOTED or reading.rule == "text"
    return literal if quoted and value and not isinstance(value, Decimal) else value
