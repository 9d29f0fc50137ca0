"""Figures that cannot be seen: "########" of a column too narrow, "#REF!", "xx,xxx"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from pipeline.checks.reading.fragment import CUED
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import plain, shown, spoken
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Change, Problem, Suggestion
from pipeline.model.source import Span
from pipeline.model.value import Record
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import flatten, words
from pipeline.normalize.unit import unit_at

_VEIL = re.compile(
    r"(?<![\w#])(?:#{3,}|#(?:REF|N/A|VALUE|DIV/0|NUM|NAME)[!?]?|[xX]{1,3}(?:[.,][xX]{3})+)(?![\w#])"
)
_CLAUSE = re.compile(r"[.;:!?](?=\s)|[。\n]|\d")
_BEFORE, _BEHIND = 60, 24
_LIKELY = -0.6


def veiled(record: Record, page: Page) -> Iterator[Problem]:
    """What stands in place of a field's figure, for each that the record has nothing of."""
    for match in _VEIL.finditer(page.folded, *record.span):
        field = _field(page.folded, record.span, Span(*match.span()))
        if field and record.one(field) is None:
            yield _problem(record, page, field, Span(*match.span()))


def _field(text: str, inside: Span, veil: Span) -> str:
    """The field that a figure would be of: by its unit, a word for people behind it, or a cue before."""
    stop = min(veil.end + _BEHIND, inside.end)
    blank = veil.end + (text[veil.end : veil.end + 1] == " ")
    unit = unit_at(text, blank, stop)
    if unit is not None:
        return "area_km2" if unit.dimension == "area" else ""
    if _people().match(text, blank, stop):
        return "population"
    start = max(inside.start, veil.start - _BEFORE)
    before = _CLAUSE.split(text[start : veil.start].rstrip(" :|"))[-1]
    return next((field for field in CUED if _cues(field).search(before)), "")


def _problem(record: Record, page: Page, field: str, veil: Span) -> Problem:
    literal, number = page.document.quote(veil), _computed(record, field)
    message = f"“{literal}” stands where the {spoken(field)} should."
    if number is None:
        return Problem(message, field=field, span=veil)
    change = Change(field, "", literal, plain(number))
    reason = "the density with the other figure gives it"
    return Problem(
        f"{message} Probably about {shown(number)}: {reason}.",
        suggest=(Suggestion(plain(number), "R03", reason, _LIKELY, (change,)),),
        field=field,
        span=veil,
    )


def _computed(record: Record, field: str) -> Decimal | None:
    """What the stated density makes of the field's figure; None without it."""
    density = record.one("density_per_km2")
    other = record.one("area_km2" if field == "population" else "population")
    if density is None or other is None or not density.number or not other.number:
        return None
    if field == "population":
        return (density.number * other.number).to_integral_value()
    return round(other.number / density.number, 1)


@cache
def _people() -> Glossary:
    return Glossary(words("person_nouns"))


@cache
def _cues(field: str) -> Glossary:
    labels = flatten(toml_table("labels.toml").get(field, ()))
    return Glossary((*words(CUED[field]), *labels))
