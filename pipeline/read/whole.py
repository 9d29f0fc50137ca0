"""The part that is a group's whole where none says "total": "Population" above "• City 12,345"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model.source import Line, Span
from pipeline.read.grammar import meaning_at
from pipeline.schema.field import Kind
from pipeline.schema.label import Meaning
from pipeline.schema.place import BY_NAME

_FIGURE = re.compile(r"[^\w\n]{0,2}\d")
_MEASURED = {Kind.COUNT, Kind.NUMBER}
_PLACES = {"name", "country", "region", "place_kind"}  # "City", "Land"


def with_wholes(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, with the group's label for the first part that a word for a place or its land labels."""
    groups: dict[Span, list[int]] = {}
    for at, line in enumerate(lines):
        if line.group is not None:
            groups.setdefault(line.group, []).append(at)
    found = {group: _whole(text, group, lines, parts) for group, parts in groups.items()}
    wholes = {whole: group for group, whole in found.items() if whole is not None}
    return tuple(
        line._replace(label=wholes[at], group=None) if at in wholes else line
        for at, line in enumerate(lines)
    )


def _whole(text: str, group: Span, lines: Sequence[Line], parts: Sequence[int]) -> int | None:
    """The part that is the whole of a group of figures, if no part says that it is."""
    fields = meaning_at(text, group).fields
    if not fields or BY_NAME[fields[0]].kind not in _MEASURED:
        return None
    meanings = {at: meaning_at(text, label) for at in parts if (label := lines[at].label)}
    if any(_says_it(meaning, fields[0]) for meaning in meanings.values()):
        return None
    for at, meaning in meanings.items():
        named = bool(meaning.fields) and meaning.fields[0] in _PLACES
        if named and not lines[at].heads and _FIGURE.match(text, *lines[at].body):
            return at
    return None


def _says_it(meaning: Meaning, field: str) -> bool:
    """Whether a label says that it is the whole, or which field it is."""
    return field in meaning.fields or (meaning.total and not meaning.fields)
