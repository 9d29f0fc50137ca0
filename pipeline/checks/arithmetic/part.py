"""Checks of parts against their wholes: what a profile says of some of its people or its land."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pipeline.checks.check import check
from pipeline.checks.mend.exchange import exchange
from pipeline.checks.mend.repair import explained, judge
from pipeline.checks.relation import rule
from pipeline.checks.relation.choice import is_kept_otherwise
from pipeline.checks.relation.relation import Relation
from pipeline.checks.view.cue import Cue
from pipeline.checks.view.interval import Interval, of
from pipeline.checks.view.page import Page
from pipeline.checks.view.wording import quoted, shown, spoken
from pipeline.lexicon.tables import toml_table
from pipeline.model.finding import Problem, Severity
from pipeline.model.source import Span
from pipeline.model.value import Context, Record, Value
from pipeline.normalize.figure import find_figures
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.hit import Hit
from pipeline.normalize.lexeme import alternation, flatten
from pipeline.normalize.text import key, slug
from pipeline.schema.place import AREA, BY_NAME

# A figure stands behind the words for what it counts, in the same clause.
REACH = 48
_CLAUSE = re.compile(r"[.;:。；](?!\d)\s|\n")


class Part(NamedTuple):
    """What a profile says of a part: the words for it, the figure in the whole's unit."""

    words: str
    field: str
    figure: Interval
    literal: str
    span: Span


@check(
    "A05",
    Severity.WARNING,
    level=1,
    good=(
        "City: Lindenau\nCountry: Germany\nPopulation: 32,423\nHouseholds: 12,107",
        "City: Lindenau\nArea: 425 km²\nThe net area sown is 2,368 ha, the gross cropped area 2,648.",
    ),
    bad={
        "City: Lindenau\nArea: 125 km²\nPopulation: 32,423\nHouseholds: 132,107": ("households",),
        "City: Lindenau\nCountry: Germany\nPopulation: 32,423\nIts urban population is 323,000.": (
            "other:urban-population",
        ),
        "City: Lindenau\nCountry: India\nArea: 4,250 km²\nThe net area sown comes to 236,866 "
        "hectares whereas the total cropped area is 194,882 hectares.": ("other:net-area-sown",),
    },
)
def parts_are_no_larger_than_their_wholes(record: Record, page: Page) -> Iterator[Problem]:
    """A part is no larger than its whole: households and people, fields and land, town and county.

    A household has at least one person; the urban population is some of the population, the net
    area sown some of the cropped area. One of the two figures has digits too many or too few, is
    of another year or borders, or the two were taken for each other.
    """
    relation = rule.parts(record)
    broken = relation is not None and not relation.holds()
    if relation and broken and not _is_explained(record, page, relation):
        households, people = relation.values
        message = f"{quoted(households)} households are more than {quoted(people)} people."
        computed = f"{shown(households.number or 0)} > {shown(people.number or 0)}"
        yield explained(judge(record, page, relation), message, computed)
    for part in _parts(record, page):
        whole = record.one(part.field)
        if whole is not None and whole.number and part.figure.low > of(whole).high:
            yield _too_large(part, quoted(whole), (whole,), f"the {spoken(whole.field)}")
    for part, whole_part in _pairs(record, page):
        if part.figure.low > whole_part.figure.high:
            yield _too_large(part, f"“{whole_part.literal}”", (), f"the {whole_part.words}")


def _is_explained(record: Record, page: Page, relation: Relation) -> bool:
    """Whether another figure keeps the relation, or the people stand in the area's place."""
    return is_kept_otherwise(record, relation) or exchange(record, page) is not None


def _too_large(part: Part, whole: str, at: tuple[Value, ...], name: str) -> Problem:
    return Problem(
        f"“{part.literal}” for “{part.words}” is more than {name}, {whole}, of which it is a part.",
        at,
        computed=f"{part.literal} > {whole.strip('“”')}",
        field=f"other:{slug(part.words)}",
        span=part.span,
    )


def _parts(record: Record, page: Page) -> Iterator[Part]:
    """What the profile says of parts of its people and its area."""
    if not page.may_tell(_part_cue(), record.span):
        return
    for match in _part_words().finditer(page.folded, *record.span):
        field = "area_km2" if match["area_km2"] else "population"
        found = _figure_behind(page, record, match, field)
        if found is not None:
            yield found


def _pairs(record: Record, page: Page) -> Iterator[tuple[Part, Part]]:
    """Parts and wholes that are both told of in words."""
    for cue, part_words, whole_words in _within():
        if not page.may_tell(cue, record.span):
            continue
        part = _first(record, page, part_words)
        whole = _first(record, page, whole_words) if part is not None else None
        if part is not None and whole is not None:
            yield part, whole


def _first(record: Record, page: Page, words: Glossary) -> Part | None:
    match = words.search(page.folded, *record.span)
    return _figure_behind(page, record, match, "area_km2") if match else None


def _figure_behind(
    page: Page, record: Record, match: re.Match[str] | Hit, field: str
) -> Part | None:
    """The figure that follows some words in their clause, if it is of the field's kind."""
    start, end = match.end(), min(match.end() + REACH, record.span.end)
    stop = _CLAUSE.search(page.folded, start, end)
    end = stop.start() if stop else end
    for figure in find_figures(page.folded, Span(start, end), Context()):
        unit = BY_NAME[field].unit
        alike = figure.dimension == ("area" if unit == AREA else unit)
        bare = not figure.dimension and field == "population"
        if not alike and not bare:
            return None
        best = figure.read(Context(), unit)[0]
        if best.low is None or best.high is None:
            return None
        words = key(page.document.quote(Span(*match.span()))).lstrip("(")
        literal = page.document.quote(figure.span)
        return Part(words, field, Interval(best.low, best.high), literal, figure.span)
    return None


@cache
def _part_words() -> re.Pattern[str]:
    table = toml_table("slips.toml")["parts"]
    groups = "|".join(
        f"(?P<{field}>{alternation(flatten(words))})" for field, words in table.items()
    )
    return re.compile(groups, re.IGNORECASE)


@cache
def _part_cue() -> Cue:
    return Cue(flatten(toml_table("slips.toml")["parts"]))


@cache
def _within() -> tuple[tuple[Cue, Glossary, Glossary], ...]:
    return tuple(
        (
            Cue(flatten(pair["part"]), flatten(pair["whole"])),
            _any_of(pair["part"]),
            _any_of(pair["whole"]),
        )
        for pair in toml_table("slips.toml")["within"]
    )


def _any_of(words: list[str]) -> Glossary:
    return Glossary(flatten(words))
