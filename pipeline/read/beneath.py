"""Whether a line is the value of the open label above it, or what the label only heads."""

from __future__ import annotations

import re

from pipeline.model.source import Line, LineKind, Span
from pipeline.model.value import Context
from pipeline.read.grammar import meaning_at
from pipeline.read.profile.heading import is_parent, is_proper, is_section
from pipeline.read.profile.placename import names_place
from pipeline.read.profile.signal import ties
from pipeline.read.profile.since import before_tail, tie_tail
from pipeline.schema.field import Kind
from pipeline.schema.place import BY_NAME

_DIGIT = re.compile(r"\d")
_LONGEST_VALUE = 160
_LONGEST_NAME = 8  # words
_MAY_DIVIDE = ((), ("jurisdiction",))  # labels that may be headings over headings


def is_value(text: str, label: Line, line: Line, *, stacked: bool = False) -> bool:
    """Whether a line is the value of an open label; in a stack of them it heads nothing."""
    if line.kind in {LineKind.FIELD, LineKind.NOTE, LineKind.ROW} or label.label is None:
        return False
    if not stacked and _heads(text, label.label, line):
        return False
    meaning = meaning_at(text, label.label)
    length = line.body.end - line.body.start
    if meaning.total and not meaning.fields:
        return bool(_DIGIT.search(text, *line.body)) and length <= _LONGEST_VALUE
    if not meaning.fields:
        return length <= 2 * _LONGEST_VALUE
    if BY_NAME[meaning.fields[0]].is_list and _follows_colon(text, label.label, line):
        return length <= _LONGEST_VALUE
    return _suits(text, meaning.fields[0], label, line) or (
        meaning.fields[0] == "country" and _is_land(text, label.label, line, stacked=stacked)
    )


def _is_land(text: str, label: Span, line: Line, *, stacked: bool) -> bool:
    """Whether a region, in a stack any name, stands right below "Land:"."""
    said = text[slice(*line.body)]
    return _follows_colon(text, label, line) and (is_parent(said) or (stacked and is_proper(said)))


def _heads(text: str, label: Span, line: Line) -> bool:
    """Whether a line begins what the label heads: a list of towns, a profile, several profiles."""
    if _is_town(text, label, line) or _heads_profile(text, label, line):
        return True
    return meaning_at(text, label).fields in _MAY_DIVIDE and _divides(text, label, line)


def _follows_colon(text: str, label: Span, line: Line) -> bool:
    """Whether a line stands right below a label with a colon: "School District:", "Elm Schools"."""
    between = text[label.end : line.span.start]
    return ":" in between and between.count("\n") == 1 and line.kind is LineKind.HEADING


def _suits(text: str, name: str, label: Line, line: Line) -> bool:
    """Whether the field of a label reads a line: as a figure, a date, a name of few words, a text."""
    field = BY_NAME[name]
    if field.kind is Kind.TEXT and name not in {"website", "country"}:
        words = len(text[slice(*line.body)].split())
        marked = line.kind is LineKind.BULLET and label.span.start >= line.span.start
        return not marked and (name != "name" or words <= _LONGEST_NAME)
    short = line.body.end - line.body.start <= _LONGEST_VALUE
    return short and bool(field.read(text, line.body, Context()))


def _divides(text: str, label: Span, below: Line) -> bool:
    """Whether it is a heading over headings of places: "Partnerstädte", then "Ustka [PL]"."""
    return (
        below.kind is LineKind.HEADING
        and is_section(text[slice(*label)])
        and names_place(text[slice(*below.body)])
    )


def _heads_profile(text: str, label: Span, line: Line) -> bool:
    """Whether a marked place stands below "■ Sister Cities": it heads a profile and is no value."""
    return (
        line.kind is LineKind.BULLET
        and is_section(text[slice(*label)])
        and names_place(text[slice(*line.body)])
    )


def _is_town(text: str, label: Span, line: Line) -> bool:
    """Whether a line is the first town of a list below "Town twinning"."""
    if not ties(text[slice(*label)]):
        return False
    said = text[slice(*before_tail(text, line.body))].split(",", maxsplit=1)[0]
    return tie_tail(text, line.body) is not None and said[:1].isalpha() and is_proper(said)
