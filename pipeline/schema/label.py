"""What a label means: the fields it names, and what it says of the figures beside it.

``Total geographical area (in sq. km)`` names the area and gives its unit; ``Population (1,000)``
gives the multiplier, ``Población (2020)`` the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.lexicon.taught import cached, teaching_in_force
from pipeline.model.source import Span
from pipeline.model.teaching import OwnField
from pipeline.model.value import Context
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.money import find_currency
from pipeline.normalize.stretch import dates
from pipeline.normalize.text import fold, key, slug
from pipeline.normalize.unit import dimension_of, find_unit
from pipeline.schema.field import Kind
from pipeline.schema.measure import find_multiplier, read_measure
from pipeline.schema.place import BY_NAME
from pipeline.schema.sieve import may_be_label
from pipeline.schema.vocabulary import (
    BRACKETS,
    OWN,
    bare_label,
    kinds,
    label_fields,
    label_tokens,
    modifiers,
    small_words,
    taken_at,
    tie_words,
    totals,
)

_JOINTS = re.compile(r"\s*(?:[,/&・·、]|\band\b|\bund\b|\by\b|\bet\b|및|와|과)\s*", re.IGNORECASE)
_LONGEST = 120
_TIES = (
    ("sisterhood", "sisterhood_date"),
    ("friendship", "friendship_date"),
    ("other", "agreement_date"),
)
_FIGURES = {Kind.NUMBER, Kind.COUNT}
_TAG = re.compile(r"</?\w+\s*/?>")
_MEASURED = {"density": ("density_per_km2",), "area": ("area_km2",)}  # by a unit alone
_COUNTED = {("area_km2",), ("population",), ("population", "area_km2")}  # "Persons/km2"
_PLACES = {
    ("name",),
    ("region",),
    ("country",),
}  # "Territory" names a place, or its area where a unit stands by


class Meaning(NamedTuple):
    """What a label says. ``known`` tells a label of the lexicon, with a field or without one.

    ``total`` is a word such as "Total" that takes its meaning from the group above.
    """

    fields: tuple[str, ...]
    context: Context
    known: bool
    total: bool
    slug: str


@cached(4096)
def read_label(text: str) -> Meaning:
    """The meaning of a label or of a table's header cell, unknown ones included.

    >>> read_label("Total Population (in lakh)").fields
    ('population',)
    """
    if len(text) > _LONGEST:
        return Meaning((), Context(), known=False, total=False, slug=slug(text[:_LONGEST]))
    said = _TAG.sub("", text) if "<" in text else text
    plain = " ".join(fold(said).split())
    bare = bare_label(plain)
    if not may_be_label(plain):
        return Meaning(
            (), _context(plain, bare, ""), known=False, total=False, slug=slug(bare) or slug(plain)
        )
    whole = key(plain).strip(" :")  # "elev.", "GDP (per capita)", "1人当たりGDP" lose too much
    is_exact = whole in label_fields() and "_" not in whole
    fields, known = _lookup(whole if is_exact else bare)
    name, scale, unit = read_measure(bare)
    if not known and len(name) < len(bare):
        fields, known = _lookup(name)
        if fields == ("population",) and dimension_of(unit) == "density":
            fields = ("density_per_km2",)
    if not known and not name and dimension_of(unit) in _MEASURED:  # "Persons per sq km"
        fields, known = _MEASURED[dimension_of(unit)], True
    own = _own(bare) or _own(name)
    context = _in_unit_of(own, _context(plain, bare, scale if known else ""))
    if fields in _PLACES and dimension_of(context.unit) == "area":
        fields = ("area_km2",)
    if fields in _COUNTED and dimension_of(context.unit) == "density":
        fields = ("density_per_km2",)
    return Meaning(
        fields=(*fields, *_bracketed(plain, fields)),
        context=context,
        known=known,
        total=bare in totals(),
        slug=own.name if own else slug(bare) or slug(plain),
    )


def says_only_context(heads: Iterable[str]) -> bool:
    """Whether the pieces that head a column say only when, or that all are meant: "2021"."""
    return all(map(_says_only_context, heads))


def _says_only_context(part: str) -> bool:
    """Whether a piece of a header says only when, in what unit or that all are meant."""
    bare = bare_label(" ".join(fold(part).split()))
    return bare in totals() or modifiers().issuperset(bare.split())


def _own(bare: str) -> OwnField | None:
    """The field of the user's own that a label names."""
    teaching = teaching_in_force()
    return teaching.own(_single(bare).removeprefix(OWN)) if teaching.fields else None


def _in_unit_of(own: OwnField | None, context: Context) -> Context:
    """The context of a label of an own field, whose unit it gives where it says none itself."""
    is_known = own is not None and not context.unit and dimension_of(own.unit)
    return context._replace(unit=own.unit) if own and is_known else context


def _lookup(bare: str) -> tuple[tuple[str, ...], bool]:
    single = _single(bare)
    if single:
        return ((single,) if single in BY_NAME else ()), True
    if tie := _tie(bare):
        return (tie,), True
    parts = [part for part in _JOINTS.split(bare) if part]
    fields = [_single(part) for part in parts] if 1 < len(parts) <= 3 else []
    if fields and all(fields):
        return tuple(dict.fromkeys(f for f in fields if f in BY_NAME)), True
    return (), False


def _tie(bare: str) -> str:
    """The field of a label that speaks of a tie and of its day: "Sisterhood signed"."""
    for kind, field in _TIES:
        cue = glossary("agreement_cues", kind).search(bare)
        rest = f"{bare[: cue.start()]} {bare[cue.end() :]}".split() if cue else []
        if tie_words().issuperset(rest) and not small_words().issuperset(rest):
            return field
    return ""


def _bracketed(plain: str, fields: tuple[str, ...]) -> Iterator[str]:
    """A second figure that a bracket names: "Population (area)", "人口（世帯数）"."""
    for bracket in BRACKETS.findall(plain) if fields else ():
        field = label_fields().get(bare_label(bracket.strip("()[]（）【】<> ")), "other")
        if field in BY_NAME and field not in fields and BY_NAME[field].kind in _FIGURES:
            yield field


def _single(bare: str) -> str:
    """The field of one label: as it stands, else without the words that change nothing."""
    known = label_fields()
    if bare in known:
        return known[bare]
    tokens = [token.strip(",;:") for token in bare.split()]
    if len(tokens) > 7 or not label_tokens().issuperset(tokens):
        return ""
    for first, last in _cuts(tokens):
        inner = " ".join(tokens[first:last])
        others = {*tokens[:first], *tokens[last:]}
        if inner in known and others - modifiers() <= taken_at(known[inner]):
            return known[inner]
        if known.get(inner) == "name" and others - modifiers() <= kinds():
            return "name"
    return ""


def _cuts(tokens: list[str]) -> Iterator[tuple[int, int]]:
    """Every shorter run of the tokens, longest first."""
    for size in range(len(tokens) - 1, 0, -1):
        for first in range(len(tokens) - size + 1):
            yield first, first + size


def _context(plain: str, bare: str, scale: str) -> Context:
    unit = find_unit(plain, 0, len(plain))
    return Context(
        unit=unit.name if unit else "",
        multiplier=find_multiplier(" ".join((*BRACKETS.findall(plain), scale))),
        as_of=_as_of(plain),
        currency=find_currency(plain, len(bare) // 2, len(plain)) if "(" in plain else "",
    )


def _as_of(plain: str) -> str:
    found = dates(plain, Span(0, len(plain)))
    return found[0][0].value if found else ""


@cached()
def label_pattern() -> Glossary:
    """Any label that has a field, for finding labels inside a line."""
    labels = (label for label, field in label_fields().items() if field in BY_NAME)
    return Glossary(labels)
