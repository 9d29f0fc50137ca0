"""Figures that name whose they are: "Populations 322,079 (Kamchatka Krai) - 5,404,300 (Krasnodar Krai)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model.source import FIELD, NOTE, Line, Profile, Span
from pipeline.normalize.text import key
from pipeline.read.grammar import meaning_at
from pipeline.read.profile.heading import is_proper
from pipeline.read.profile.signal import core
from pipeline.read.profile.told import is_name
from pipeline.schema.lookup import label_pattern

_OWNED = re.compile(
    r"(?P<figure>\d[\d.,' ]*[^\d()]{0,20}(?:\(\d[^()]{0,40}\))?)\s*\((?P<owner>[^\W\d_][^()\d]{2,40})\)"
)


def take_extremes(text: str, lines: Sequence[Line]) -> tuple[tuple[Profile, ...], tuple[Line, ...]]:
    """The places that lines of two or more owned figures name, and these lines made notes."""
    found = {
        index: owned
        for index, line in enumerate(lines)
        if text.count("(", line.span.start, line.span.end) > 1 and (owned := _owned(text, line))
    }
    if not found:
        return (), tuple(lines)
    told: dict[str, Profile] = {}
    for profile in (profile for owned in found.values() for profile in owned):
        name = key(text[slice(*profile.heading)]) if profile.heading else ""
        known = told.get(name)
        told[name] = known._replace(lines=(*known.lines, *profile.lines)) if known else profile
    rest = (
        line._replace(kind=NOTE, label=None) if index in found else line
        for index, line in enumerate(lines)
    )
    return tuple(told.values()), tuple(rest)


def _owned(text: str, line: Line) -> list[Profile]:
    label = label_pattern().match(text, *line.span) if line.kind is not NOTE else None
    if label is None or not core(meaning_at(text, Span(*label.span())).fields):
        return []
    pairs = list(_OWNED.finditer(text, label.end(), line.span.end))
    if len(pairs) < 2 or not all(_is_owner(pair["owner"]) for pair in pairs):
        return []
    return [_profile(Span(*label.span()), pair) for pair in pairs]


def _is_owner(said: str) -> bool:
    """Whether a bracket names a place: no month of "-11.7℃ (Jan.), 17.5℃ (July)"."""
    return is_proper(said) and is_name(key(said).strip(" ."))


def _profile(label: Span, pair: re.Match[str]) -> Profile:
    figure, owner = Span(*pair.span("figure")), Span(*pair.span("owner"))
    line = Line(FIELD, figure, label, figure)
    return Profile(Span(figure.start, owner.end), owner, (line,))
