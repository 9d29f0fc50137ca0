"""Checks of the kind of a figure: an area is no length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from pipeline.checks.check import check
from pipeline.checks.reading.clause import clause_end
from pipeline.checks.reading.fragment import CUED
from pipeline.checks.view.interval import Interval
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import plain, shown, spoken
from pipeline.extract.prose.clause import negative_words, place_noun
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Change, Problem, Severity, Suggestion
from pipeline.model.source import Span
from pipeline.model.value import Record, Value
from pipeline.normalize.digits import amounts
from pipeline.normalize.lexeme import alternation, flatten, words
from pipeline.normalize.unit import unit_at
from pipeline.schema.place import BY_NAME

# Which dimension a label asks for, and which one a slip of the pen puts there.
MISTAKEN = {"area_km2": "length", "population": "area"}
SQUARE, METRES = "kilometer", "meter ** 2"
# People per km², if "72,000 residents living on just 16.31 m²" is meant so.
CROWDED = Interval(Decimal(1), Decimal(20_000))
_ENDS = re.compile(r"[.;!?](?=\s)|[。\n]")
_CLAUSE_ENDS = re.compile(r"[.,;!?)](?=\s)|[。，、\n]")
REACH = 200  # as far as a sentence is looked through
_LINE_ENDS = re.compile(r"[ .)]*$", re.MULTILINE)


@check(
    "F03",
    Severity.WARNING,
    level=1,
    good=(
        "Area: 425 km²\nPopulation: 12,000",
        "City: Lindenau\nPopulation: 12,000\nIt covers an area 5 kilometers long.",
        "城市: 大分\n人口25万。海岸线135公里。",
        "Lindenau, Germany\nThe town has 12,000 inhabitants. Its museum of 430 m² is new.",
    ),
    bad={
        "Area: 425 km\nPopulation: 12,000": ("area_km2",),
        "City: Lindenau\nPopulation: 12,000\nIt has an area of 425 kilometers and a lake.": (
            "area_km2",
        ),
        "Lindenau, Germany\nThe town has 12,000 inhabitants on only 16.3 m².": ("area_km2",),
        "城市: 大分\n面积135公里，人口25万。": ("area_km2",),
    },
    missing=tuple(MISTAKEN),
)
def figures_are_of_the_kind_that_the_label_asks_for(
    record: Record, page: Page
) -> Iterator[Problem]:
    """An area is given in square units, a population in people.

    "Area: 425 km" has lost its exponent, mostly when a page was copied as plain text, and "an area
    of 425 kilometers" its "square"; a population in km² has taken the line of the area. Where nothing
    gives an area but a sentence that has so many square metres, of no hall or garden, and the people
    fit into as many km², these are meant.
    """
    for field, wrong in MISTAKEN.items():
        if record.one(field) is not None:
            continue
        # A figure of a sentence is told to its end: "5 kilometers along the coast" is no area.
        for pattern, ends in ((_labelled(field), _LINE_ENDS), (_told(field), clause_end())):
            match = pattern.search(page.folded, *record.span)
            unit = unit_at(page.folded, match.end("number"), record.span.end) if match else None
            if (
                match
                and unit
                and unit.dimension == wrong
                and ends.match(page.folded, unit.span.end)
            ):
                span = Span(match.start("number"), unit.span.end)
                yield _other_kind(page, field, span, (match["number"], unit.name))
                break
        else:
            yield from _in_metres(record, page) if field == "area_km2" else ()


def _in_metres(record: Record, page: Page) -> Iterator[Problem]:
    """The problem of a sentence that has the place on so many m², in which its people have no room."""
    people = record.one("population")
    if people is None or not people.number:
        return
    for value in record.values:
        if value.unit != METRES or value.rank or value.label or not value.number:
            continue
        if CROWDED.covers(people.number / value.number) and _is_of_place(page, value, people):
            yield _square_metres(page, value)
            return


def _is_of_place(page: Page, value: Value, people: Value) -> bool:
    """Whether the sentence around an area speaks of the place, and of no hall or garden in it."""
    start, end = value.evidence.span
    before = _ENDS.split(page.folded[max(0, start - REACH) : start])[-1]
    behind = _CLAUSE_ENDS.split(page.folded[end : end + REACH])[0]
    if negative_words("area").search(f"{before}\n{behind}"):
        return False
    beside = Span(start - len(before), end + len(behind))
    return beside.covers(people.evidence.span) or place_noun().search(before) is not None


def _square_metres(page: Page, value: Value) -> Problem:
    number, reason = plain(value.number or Decimal(0)), "km² is meant, not square metres"
    literal = page.document.quote(value.evidence.span)
    change = Change("area_km2", "", literal, number, f"{number} km²")
    message = (
        f"“{literal}” is no area of a place with so many people. Probably {number} km²: {reason}."
    )
    offer = Suggestion(number, "R04", reason, -0.7, (change,))
    return Problem(message, suggest=(offer,), field="area_km2", span=value.evidence.span)


def _other_kind(page: Page, field: str, span: Span, said: tuple[str, str]) -> Problem:
    number, unit = said
    literal = page.document.quote(span)
    message = f"“{literal}” is no {spoken(field)}."
    if field != "area_km2" or unit != SQUARE:
        return Problem(message, field=field, span=span)
    value = plain(amounts(number)[0].value)
    reason = "the exponent of the unit is lost"
    change = Change(field, "", literal, value, f"{number} km²")
    offer = Suggestion(value, "R04", reason, -0.5, (change,))
    return Problem(
        f"{message} Probably {shown(Decimal(value))} km²: {reason}.",
        suggest=(offer,),
        field=field,
        span=span,
    )


@cache
def _labelled(field: str) -> re.Pattern[str]:
    """A label of a field with the first number behind it, on one line."""
    own = (*BY_NAME[field].labels, *flatten(toml_table("labels.toml").get(field, ())))
    return re.compile(rf"{alternation(own)}\s*[:：|]\s*(?P<number>\d(?:[\d.,]*\d)?)", re.IGNORECASE)


@cache
def _told(field: str) -> re.Pattern[str]:
    """The words of a sentence that tell a field's figure, with the number right behind them."""
    if field not in CUED:
        return re.compile(r"(?!)(?P<number>)")
    link = alternation(flatten(toml_table("slips.toml")["links"]))
    return re.compile(
        rf"{alternation(words(CUED[field]))}(?:\s+{link}\s+|(?<=[\u3400-\u9fff]){link}?)(?P<number>\d(?:[\d.,]*\d)?)",
        re.IGNORECASE,
    )
