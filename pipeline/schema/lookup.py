"""The field that the words of a label name, without what the label says of its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.lexicon.taught import cached
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.text import is_cjk
from pipeline.schema.place import BY_NAME
from pipeline.schema.vocabulary import (
    kinds,
    label_fields,
    label_tokens,
    modifiers,
    small_words,
    taken_at,
    tie_words,
)

_JOINTS = re.compile(r"\s*(?:[,/&・·、]|\band\b|\bund\b|\by\b|\bet\b|및|와|과)\s*", re.IGNORECASE)
_TIES = (
    ("sisterhood", "sisterhood_date"),
    ("friendship", "friendship_date"),
    ("other", "agreement_date"),
)


def look_up(bare: str) -> tuple[tuple[str, ...], bool]:
    """The fields that a bare label names, and whether it is one of the lexicon."""
    single = single_field(bare)
    if single:
        return ((single,) if single in BY_NAME else ()), True
    if tie := _tie(bare):
        return (tie,), True
    parts = [part for part in _JOINTS.split(bare) if part]
    fields = [single_field(part) for part in parts] if 1 < len(parts) <= 3 else []
    if fields and all(fields):
        return tuple(dict.fromkeys(f for f in fields if f in BY_NAME)), True
    return (), False


def _tie(bare: str) -> str:
    """The field of a label that speaks of a tie and of its day: "Sisterhood signed".

    What is signed will do for the day: "Memorandum of friendship", "友好交流に関する覚書".
    """
    cues = glossary("agreement_cues")
    if cues.search(bare) is None:
        return ""
    for kind, field in _TIES:
        cue = glossary("agreement_cues", kind).search(bare)
        if cue is None:
            continue
        rest = f"{bare[: cue.start()]} {bare[cue.end() :]}"
        if is_cjk(bare[cue.start()]):
            return field if _is_of_papers(bare, rest) else ""
        said = rest.split()
        dated = _papers().search(bare) is not None or not small_words().issuperset(said)
        if dated and tie_words().issuperset(said):
            return field
    return ""


def _is_of_papers(bare: str, rest: str) -> bool:
    """Whether a label without blanks names what was signed, and nothing else but by small words."""
    if _papers().search(bare) is None:
        return False
    for told in (_papers(), glossary("agreement_cues"), _particles()):
        rest = told.masked(rest)
    return not rest.strip()


@cache
def _papers() -> Glossary:
    return Glossary(toml_table("structure.toml")["tie_papers"])


@cache
def _particles() -> Glossary:
    return Glossary(toml_table("structure.toml")["tie_particles"])


def single_field(bare: str) -> str:
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


@cached()
def label_pattern() -> Glossary:
    """Any label that has a field, for finding labels inside a line."""
    labels = (label for label, field in label_fields().items() if field in BY_NAME)
    return Glossary(labels, are_keys=True)
