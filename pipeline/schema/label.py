"""What a label means: the fields it names, and what it says of the figures beside it.

``Total geographical area (in sq. km)`` names the area and gives its unit; ``Population (1,000)``
gives the multiplier, ``Población (2020)`` the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Context
from pipeline.normalize.figure import find_currency
from pipeline.normalize.lexeme import alternation, flatten, scale_words, words
from pipeline.normalize.reader import dates
from pipeline.normalize.text import fold, is_cjk, key, slug
from pipeline.normalize.unit import find_unit
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME, FIELDS

_BRACKETS = re.compile(r"[(\[（【<][^()\[\]【】<>]*[)\]）】>]?")
_EDGE = re.compile(r"^[\W\d_]+|[\s:;=.,*·•|)\]-]+$")
_NUMBERING = re.compile(r"^[(（]?\d{1,2}[.)）]\s*")
_JOINTS = re.compile(r"\s*(?:[,/&・·、]|\band\b|\bund\b|\by\b|\bet\b|및|와|과)\s*", re.IGNORECASE)
_MULTIPLIER = re.compile(r"(?<![\d.,])(1,?0{3}(?:,?0{3})?|10,?0{3})(?![\d.,])")
_IN_SCALE = re.compile(r"\bin [^\W\d]+s?\W*$", re.IGNORECASE)
_LONGEST = 90
_FIGURES = {Kind.NUMBER, Kind.COUNT}


class Meaning(NamedTuple):
    """What a label says. ``known`` tells a label of the lexicon, with a field or without one.

    ``total`` is a word such as "Total" that takes its meaning from the group above.
    """

    fields: tuple[str, ...]
    context: Context
    known: bool
    total: bool
    slug: str


@cache
def _fields() -> dict[str, str]:
    """Label key to field; ``other`` for labels known to have none."""
    table = toml_table("labels.toml")
    found: dict[str, str] = {}
    for field in FIELDS:
        for label in (*field.labels, *flatten(table.get(field.name, ()))):
            found.setdefault(key(label), field.name)
    for name, keys in toml_table("structure.toml")["template_keys"].items():
        for label in flatten(keys):
            found.setdefault(key(label).replace("_", " "), name)
    for label in flatten(table.get("other", ())):
        found.setdefault(key(label), "other")
    return found


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(key(word) for word in toml_table("structure.toml")["label_modifiers"])


@cache
def _totals() -> frozenset[str]:
    return frozenset(words("totals")) | frozenset(words("mean_words"))


@lru_cache(maxsize=4096)
def read_label(text: str) -> Meaning:
    """The meaning of a label or of a table's header cell, unknown ones included.

    >>> read_label("Total Population (in lakh)").fields
    ('population',)
    """
    if len(text) > _LONGEST:
        return Meaning((), Context(), known=False, total=False, slug=slug(text[:_LONGEST]))
    plain = fold(text)
    bare = _bare(plain)
    fields, known = _lookup(bare)
    return Meaning(
        fields=(*fields, *_bracketed(plain, fields)),
        context=_context(plain, bare),
        known=known,
        total=bare in _totals(),
        slug=slug(bare) or slug(plain),
    )


@lru_cache(maxsize=16384)
def is_known(text: str) -> bool:
    """Whether a label or a word of a table's header is one of the lexicon."""
    return len(text) <= _LONGEST and _lookup(_bare(fold(text)))[1]


def _bare(plain: str) -> str:
    """A label without numbering, brackets and marks, ready for looking up."""
    bare = key(_BRACKETS.sub(" ", _NUMBERING.sub("", plain.strip())).replace("_", " "))
    for found in reversed(dates(bare, Span(0, len(bare)))):
        bare = f"{bare[: found[0].span.start]} {bare[found[0].span.end :]}"
    bare = " ".join(_EDGE.sub("", _EDGE.sub("", bare)).split())
    parts = bare.split()
    if len(parts) > 1 and all(len(part) == 1 and is_cjk(part) for part in parts):
        return "".join(parts)
    return bare


def _lookup(bare: str) -> tuple[tuple[str, ...], bool]:
    single = _single(bare)
    if single:
        return ((single,) if single != "other" else ()), True
    parts = [part for part in _JOINTS.split(bare) if part]
    fields = [_single(part) for part in parts] if 1 < len(parts) <= 3 else []
    if fields and all(fields):
        return tuple(dict.fromkeys(f for f in fields if f and f != "other")), True
    return (), False


def _bracketed(plain: str, fields: tuple[str, ...]) -> Iterator[str]:
    """A second figure that a bracket names: "Population (area)", "人口（世帯数）"."""
    for bracket in _BRACKETS.findall(plain) if fields else ():
        field = _fields().get(_bare(bracket.strip("()[]（）【】<> ")), "other")
        if field != "other" and field not in fields and BY_NAME[field].kind in _FIGURES:
            yield field


def _single(bare: str) -> str:
    """The field of one label: as it stands, else without the words that change nothing."""
    known = _fields()
    if bare in known:
        return known[bare]
    tokens = bare.split()
    if len(tokens) > 7:
        return ""
    for first, last in _cuts(tokens):
        inner = " ".join(tokens[first:last])
        if inner in known and _modifiers().issuperset((*tokens[:first], *tokens[last:])):
            return known[inner]
    return ""


def _cuts(tokens: list[str]) -> Iterator[tuple[int, int]]:
    """Every shorter run of the tokens, longest first."""
    for size in range(len(tokens) - 1, 0, -1):
        for first in range(len(tokens) - size + 1):
            yield first, first + size


def _context(plain: str, bare: str) -> Context:
    unit = find_unit(plain, 0, len(plain))
    return Context(
        unit=unit.name if unit else "",
        multiplier=_multiplier(plain),
        as_of=_as_of(plain),
        currency=find_currency(plain, len(bare) // 2, len(plain)) if "(" in plain else "",
    )


@cache
def _scale() -> re.Pattern[str]:
    return re.compile(rf"({alternation(scale_words())})", re.IGNORECASE)


def _multiplier(plain: str) -> Decimal:
    """The multiplier that a bracket or the end of a label gives: (1,000), (in lakh), (万人)."""
    brackets = " ".join(_BRACKETS.findall(plain))
    digits = _MULTIPLIER.search(brackets)
    if digits:
        return Decimal(digits[1].replace(",", ""))
    word = _scale().search(brackets) or (_IN_SCALE.search(plain) and _scale().search(plain))
    return Decimal(1).scaleb(scale_words()[key(word[1])]) if word else Decimal(1)


def _as_of(plain: str) -> str:
    found = dates(plain, Span(0, len(plain)))
    return found[0][0].value if found else ""


@cache
def label_keys() -> frozenset[str]:
    """The keys of all labels of the lexicon, those without a field included."""
    return frozenset(_fields())


@cache
def label_pattern() -> re.Pattern[str]:
    """Any label that has a field, for finding labels inside a line."""
    labels = (label for label, field in _fields().items() if field != "other")
    return re.compile(alternation(labels), re.IGNORECASE)
