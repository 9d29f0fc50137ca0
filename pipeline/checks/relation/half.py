"""The two halves of a place's residents that a profile lists: men and women, town and country."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.model.value import Record, Value
from pipeline.normalize.lexeme import flatten
from pipeline.normalize.text import slug

OTHER, SEX = "other:", "sex"
# A share behind a label of the page's own is no number of people.
COUNTED = frozenset({"", "person"})
# Nowhere but in camps of workers are there twice as many men as women.
MOST_UNEVEN = 2
# Censuses count up to one in a thousand as of neither sex, or as living nowhere.
NEITHER = 1000


class Halves(NamedTuple):
    """Two figures that make one; ``kind`` says by what the whole is divided."""

    kind: str
    one: Value
    two: Value


def halves(record: Record) -> Iterator[Halves]:
    """The pairs of halves that a record has labels for."""
    listed = {
        value.field: value
        for value in record.figures
        if value.label and value.unit in COUNTED and value.field.startswith(OTHER)
    }
    if len(listed) < 2:
        return
    for kind, (ones, twos) in _labels().items():
        one = next((listed[field] for field in ones if field in listed), None)
        two = next((listed[field] for field in twos if field in listed), None)
        if one is not None and two is not None and _are_halves(kind, one, two):
            yield Halves(kind, one, two)


def lacks_few(whole: Decimal, made: Decimal) -> bool:
    """Whether halves make a little less than their whole: some people are of neither sex or place."""
    return 0 < whole - made <= whole / NEITHER


def other_half(record: Record, value: Value) -> Value | None:
    """The half that makes the whole together with a value, of men and women alone."""
    for pair in halves(record):
        if pair.kind == SEX and value.id in (pair.one.id, pair.two.id):
            return pair.two if value.id == pair.one.id else pair.one
    return None


def _are_halves(kind: str, one: Value, two: Value) -> bool:
    """Whether two figures can be halves: "987 women" beside a million men is a ratio of the sexes."""
    less, more = sorted((one.number or Decimal(0), two.number or Decimal(0)))
    return kind != SEX or less * MOST_UNEVEN >= more


@cache
def _labels() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Fields of the halves by kind."""
    return {
        kind: (_fields(pair["one"]), _fields(pair["two"]))
        for kind, pair in toml_table("slips.toml")["halves"].items()
    }


def _fields(words: list[str]) -> tuple[str, ...]:
    return tuple(f"{OTHER}{slug(word)}" for word in flatten(words))
