"""Whose profile it is: what headings, titles and sentences name, and the country of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from pipeline.extract.naming.abroad import belonging, is_shared, joined
from pipeline.extract.naming.border import is_neighbour
from pipeline.extract.naming.name import country_candidates, name_candidates, text_candidate
from pipeline.extract.naming.ownname import own_name
from pipeline.extract.naming.partner import names_partner, partner_names
from pipeline.extract.naming.theme import find_theme
from pipeline.extract.naming.today import name_of_today
from pipeline.extract.page import INFERRED, NAMED, Candidate, Page, is_paragraph
from pipeline.model.source import BULLET, FIELD, HEADING, PROSE, Line, Profile, Span
from pipeline.model.value import Reading
from pipeline.normalize.nation import nation_before
from pipeline.normalize.nationality import is_of_place, told_nations
from pipeline.normalize.place import (
    find_countries,
    told_names,
)
from pipeline.normalize.text import key
from pipeline.read.grammar import meaning_at
from pipeline.read.profile.heading import is_country
from pipeline.read.profile.named import place_name
from pipeline.read.profile.placename import names_place
from pipeline.read.profile.signal import SIZES, line_facts, same_place, ties
from pipeline.read.profile.told import is_name, telling_subject, told_subject
from pipeline.read.profile.untitled import is_byline

_FIRST_PROSE = 600
_TODAY = NAMED * 0.95
_OF_PLACE = 0.8  # of a country's name: an adjective beside a word for a place
_TOLD = frozenset([PROSE, BULLET])
_PARENTS = frozenset(["country", "region"])  # fields that a region may fill: "Land: Hessen"
_PLACES = re.compile(r"[^\d.;:]{3,60}")
_OPENS = re.compile(r"\s*\([^()\d]{2,40}\)\s*")


def profile_names(page: Page, profile: Profile) -> Iterator[Candidate]:
    """Name and country candidates of a profile from its heading, its parent heading and its prose."""
    telling = _telling_first(page, profile)
    if profile.heading is not None:
        yield from _headed(page, profile, profile.heading, telling)
    if profile.parent is not None:
        yield from country_candidates(page, profile.parent, "heading above", NAMED * 0.9)
    subjects = list(_subjects(page, telling))
    yield from subjects
    if not subjects or not ties(page.text):
        yield from find_theme(page, profile)
    for line in _opening(page, profile, telling):
        yield from _told_countries(page, line)
    yield from partner_names(page, profile)
    is_silent = told_names(page.text).is_silent
    for line in profile.lines:
        if line.kind is HEADING and line.span != profile.heading:
            yield from _title(page, line)
        elif line.kind is not FIELD or line.label is None or is_silent(*line.body):
            continue
        elif not names_partner(page.text, profile, line):
            yield from _beside(page, line)


def _told_countries(page: Page, line: Line) -> Iterator[Candidate]:
    """The countries that a line of prose names as where the place lies, and the nations of its adjectives."""
    told = Span(line.body.start, min(line.body.end, line.body.start + _FIRST_PROSE))
    for nation in told_nations(page.text, told):
        yield Candidate("country", (nation,), f"prose: {nation.rule}", INFERRED * _OF_PLACE)
    if told_names(page.text).is_silent(*told):
        return
    named = list(country_candidates(page, told, "prose", INFERRED))
    both = (
        joined(page.text, [(one.span, one.readings[0].value) for one in named])
        if len(named) > 1
        else ()
    )
    for candidate in named:
        if candidate.span in both:
            continue
        sure = belonging(page.text, told, candidate.span)
        derived = candidate.weight < INFERRED and candidate.rule == "prose: country:adjective"
        if derived and is_of_place(page.text, candidate.span, told.end):
            yield candidate._replace(weight=INFERRED * _OF_PLACE * sure)
        elif sure:
            yield candidate._replace(weight=candidate.weight * sure)


def _headed(
    page: Page, profile: Profile, heading: Span, telling: Sequence[Line]
) -> Iterator[Candidate]:
    """What a heading gives; a country alone names the place only where nothing else does."""
    weight = NAMED if _is_told(page, profile, heading, telling) else INFERRED * 0.9
    nation = nation_before(page.text, heading)
    if nation is not None:
        code, said = nation
        yield Candidate(
            "country", (Reading(code, said, "country:adjective"),), "nation", NAMED * 0.6
        )
    alone = is_country(page.text[slice(*own_name(page.text, heading))])
    for candidate in name_candidates(page, heading, "heading", weight):
        if alone and candidate.field == "name":
            yield candidate._replace(weight=INFERRED * 0.9)
        else:
            yield candidate


def _opening(page: Page, profile: Profile, telling: Sequence[Line]) -> list[Line]:
    """The first two lines of prose, and the one that tells area and population."""
    told = (line for line in profile.lines if line.kind in _TOLD or _is_prose(page, profile, line))
    return list(dict.fromkeys((*islice(told, 2), *telling[:1])))


def _is_prose(page: Page, profile: Profile, line: Line) -> bool:
    """Whether a line is prose though it has a label: a paragraph below one, or behind its place's name."""
    if is_paragraph(page.text, line):
        return True
    return line.label is not None and profile.heading == line.label and not line.heads


def _is_told(page: Page, profile: Profile, heading: Span, telling: Sequence[Line]) -> bool:
    """Whether the heading's name is the one that the facts are told of, where prose tells them."""
    behind = find_countries(page.text, own_name(page.text, heading).end, heading.end)
    if any(line.kind is FIELD and line_facts(page.text, line) for line in profile.lines):
        return True
    behind = find_countries(page.text, own_name(page.text, heading).end, heading.end)
    if behind and behind[-1].span.end >= heading.end - 2:
        return True
    subject = telling_subject(page.text, telling[0].body) if telling else None
    name = key(page.text[slice(*own_name(page.text, heading))])
    return (
        subject is None
        or same_place(name, key(page.text[slice(*telling[0].body)]))
        or not is_name(key(page.text[slice(*subject)]))
    )


def _beside(page: Page, line: Line) -> Iterator[Candidate]:
    """The country that another field of places begins or ends with: "USA (Ohio)", "Kyoto, Japan"."""
    countries = [
        country
        for country in find_countries(page.text, *line.body)
        if not is_neighbour(page.text, line.body, country.span)
    ]
    meaning = meaning_at(page.text, line.label) if line.label is not None else None
    if not countries:
        if meaning is not None and not _PARENTS.isdisjoint(meaning.fields):
            yield from country_candidates(page, line.body, "beside", INFERRED * 0.9)
        return
    alone = countries[0].span == line.body and bool(line.heads)
    if alone and meaning is not None and meaning.known and not meaning.fields:
        return  # the capital "Trinidad" of a department
    located = meaning is not None and "location" in meaning.fields
    ends = (
        len(countries) == 1
        and countries[0].span.end >= line.body.end - 2
        and _PLACES.fullmatch(page.text, *line.body)
    )
    opens = countries[0].span.start == line.body.start and _OPENS.fullmatch(
        page.text, countries[0].span.end, line.body.end
    )
    shared = is_shared(page.text, line.body, countries[0].span)
    if located or ends or opens or shared:
        yield Candidate("country", (countries[0],), f"beside: {countries[0].rule}", INFERRED * 0.9)


def _title(page: Page, line: Line) -> Iterator[Candidate]:
    """A title of the page inside the profile: a weak sign of name and country."""
    span = place_name(page.text, line)
    if is_byline(page.text[slice(*span)]):
        return
    for candidate in name_candidates(page, span, "title", INFERRED * 0.6):
        if candidate.field == "country" and candidate.span.end >= span.end - 1:
            yield candidate._replace(weight=INFERRED * 1.1)  # "Government of Kerala, India"
        elif candidate.field != "name" or names_place(page.text[slice(*span)]):
            yield candidate


def _subjects(page: Page, telling: Sequence[Line]) -> Iterator[Candidate]:
    """The subject of the first sentence that has one: the name where nothing else gives it."""
    for line in telling:
        span = told_subject(page.text, line.body)
        if span:
            yield text_candidate("name", page, span, "subject", INFERRED)
            today = name_of_today(page.text, span)
            if today is not None:
                yield text_candidate("name", page, today, "name of today", _TODAY)
            return


def _telling_first(page: Page, profile: Profile) -> list[Line]:
    """Prose lines, those that state area and population before the others."""
    lines = [line for line in profile.lines if line.kind in _TOLD]
    if len(lines) < 2:
        return lines
    return sorted(lines, key=lambda line: -len(line_facts(page.text, line) & SIZES))
