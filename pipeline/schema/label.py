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
from pipeline.normalize.dimension import dimension_of
from pipeline.normalize.lexeme import scale_words
from pipeline.normalize.money import find_currency
from pipeline.normalize.stretch import dates
from pipeline.normalize.text import fold, key, slug
from pipeline.normalize.unit import Unit, find_unit
from pipeline.schema.field import Kind
from pipeline.schema.lookup import look_up, single_field
from pipeline.schema.measure import find_multiplier, read_measure
from pipeline.schema.place import BY_NAME
from pipeline.schema.sieve import may_be_label
from pipeline.schema.vocabulary import (
    BRACKETS,
    OWN,
    bare_label,
    label_fields,
    modifiers,
    totals,
)

_LONGEST = 120
_FIGURES = {Kind.NUMBER, Kind.COUNT}
_IDENTIFIER = re.compile(r"[A-Za-z][a-z]+(?:[A-Z][a-z]*\d?)+")
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TAG = re.compile(r"</?\w+\s*/?>")
_MEASURED = {"density": ("density_per_km2",), "area": ("area_km2",)}  # by a unit alone
_COUNTED = {("area_km2",), ("population",), ("population", "area_km2")}  # "Persons/km2"
# "Territory" names a place, or its area where a unit stands by.
_PLACES = {("name",), ("region",), ("country",)}


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
        return _unknown(Context(), slug(text[:_LONGEST]))
    said = _TAG.sub("", text) if "<" in text else text
    plain = " ".join(fold(said).split())
    if _IDENTIFIER.fullmatch(plain):  # "populationTotal", "areaTotalKm2"
        plain = _CAPITAL.sub(" ", plain)
    bare = bare_label(plain)
    if not may_be_label(plain):
        return _unknown(_context(plain, bare, ""), slug(bare) or slug(plain))
    named = _named(plain, bare)
    own = _own(bare) or _own(named.name)
    context = _in_unit_of(own, _context(plain, bare, named.scale if named.known else ""))
    fields = _of_unit(named.fields, context.unit)
    return Meaning(
        fields=(*fields, *_bracketed(plain, fields)),
        context=context,
        known=named.known,
        total=bare in totals(),
        slug=own.name if own else slug(bare) or slug(plain),
    )


def _unknown(context: Context, column: str) -> Meaning:
    return Meaning((), context, known=False, total=False, slug=column)


class _Named(NamedTuple):
    """What a label names, the name before its measure and the scale words of the measure."""

    fields: tuple[str, ...]
    known: bool
    name: str
    scale: str


def _named(plain: str, bare: str) -> _Named:
    """What a label names as it stands, else without the measure at its end, else by that alone."""
    whole = key(plain).strip(" :")  # "elev.", "GDP (per capita)", "1人当たりGDP" lose too much
    is_exact = whole in label_fields() and "_" not in whole
    fields, known = look_up(whole if is_exact else _undated(whole, bare))
    name, scale, unit = read_measure(bare)
    dimension = dimension_of(unit)
    if not known and len(name) < len(bare):
        fields, known = look_up(name)
        if fields == ("population",) and dimension == "density":
            fields = ("density_per_km2",)
    if not known and not name and dimension in _MEASURED:  # "Persons per sq km"
        fields, known = _MEASURED[dimension], True
    return _Named(fields, known, name, scale)


def _undated(whole: str, bare: str) -> str:
    """A bare label with the point of its abbreviation before a date or a bracket: "Inh. (2017)"."""
    short = f"{bare}."
    return short if short in whole and short in label_fields() else bare


def _of_unit(fields: tuple[str, ...], unit: str) -> tuple[str, ...]:
    """The fields that a label means with this unit beside its name."""
    if fields in _PLACES and dimension_of(unit) == "area":
        return ("area_km2",)
    if fields in _COUNTED and dimension_of(unit) == "density":
        return ("density_per_km2",)
    return fields


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
    return teaching.own(single_field(bare).removeprefix(OWN)) if teaching.fields else None


def _in_unit_of(own: OwnField | None, context: Context) -> Context:
    """The context of a label of an own field, whose unit it gives where it says none itself."""
    is_known = own is not None and not context.unit and dimension_of(own.unit)
    return context._replace(unit=own.unit) if own and is_known else context


def _bracketed(plain: str, fields: tuple[str, ...]) -> Iterator[str]:
    """A second figure that a bracket names: "Population (area)", "人口（世帯数）"."""
    for bracket in BRACKETS.findall(plain) if fields else ():
        field = label_fields().get(bare_label(bracket.strip("()[]（）【】<> ")), "other")
        if field in BY_NAME and field not in fields and BY_NAME[field].kind in _FIGURES:
            yield field


def _context(plain: str, bare: str, scale: str) -> Context:
    unit = _own_unit(plain)
    return Context(
        unit=unit.name if unit else "",
        multiplier=find_multiplier(" ".join((*BRACKETS.findall(plain), scale))),
        as_of=_as_of(plain),
        currency=find_currency(plain, len(bare) // 2, len(plain)) if "(" in plain else "",
    )


def _own_unit(plain: str) -> Unit | None:
    """The unit of a label; a word that also multiplies is none before another: "miles de km²"."""
    unit = find_unit(plain, 0, len(plain))
    if unit and key(plain[slice(*unit.span)]) in scale_words():
        return find_unit(plain, unit.span.end, len(plain)) or unit
    return unit


def _as_of(plain: str) -> str:
    found = dates(plain, Span(0, len(plain)))
    return found[0][0].value if found else ""
