"""The country of profiles that name none: that of the rest of the page, of the caption, of the others."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice

from pipeline.extract.naming.cited import cited_countries
from pipeline.extract.naming.outside import inferred_country, most_named, page_country
from pipeline.extract.naming.ownname import own_name
from pipeline.extract.naming.path import country_steps
from pipeline.extract.page import INFERRED, LABELLED, NAMED, Candidate, Page, Read
from pipeline.model.source import LineKind, Profile, Span
from pipeline.model.value import Reading
from pipeline.normalize.place import find_countries
from pipeline.normalize.text import key
from pipeline.read.layout import Layout
from pipeline.read.profile.signal import ties

_JOINT = re.compile(
    r" ?[,(（] ?| (?P<lying>in|en|em|im|w|we|v|ve|в|у|au|aux) (?:the |la |der |den )?"
)
_WORD = re.compile(r"\w")
_NAMES = {"country:name", "country:alias"}
_REACH, _MENTIONS = 40, 20


def with_country(page: Page, layout: Layout, read: Sequence[Read]) -> list[Read]:
    """Where no profile names a country, the one of which the rest of the page speaks.

    Where the page gives a profile's name with its country, "Norvale, Japan", that is surer than prose.
    """
    read = [(profile, [*found, *_beside_name(page, found)]) for profile, found in read]
    sure = {
        str(c.readings[0].value)
        for _, found in read
        for c in found
        if c.field == "country" and c.weight >= NAMED * 0.9
    }
    names = {key(page.text[slice(*own_name(page.text, p.heading))]) for p, _ in read if p.heading}
    rows = _rows_country(page, layout, names)
    several = ties(page.text) and len(_codes(read)) > 1
    wanted = rows or not (sure or several)
    rest = page_country(page, _outside(page, layout), names) if wanted else None
    read = [
        (profile, [*_but_name(profile, found, candidate), candidate])
        if (candidate := rows.get(profile.span) or rest) and (not sure or profile.span in rows)
        else (profile, found)
        for profile, found in read
    ]
    if len(read) == 1:
        return [_of_own_text(page, *read[0])]
    return read if ties(page.text) else _of_one_country(read)


def _outside(page: Page, layout: Layout) -> Iterator[Span]:
    """What speaks of a page's country outside its profiles: its headings and its path twice."""
    for line in layout.outside:
        if line.kind is not LineKind.NOTE:
            yield line.span
        if line.kind is LineKind.HEADING:
            yield line.span
    yield from 2 * tuple(country_steps(page.text, layout))


def _of_own_text(page: Page, profile: Profile, found: list[Candidate]) -> Read:
    """The only profile of a page, of the country that its text cites where none else is told."""
    if any(candidate.field == "country" for candidate in found):
        return profile, found
    best = most_named([r for r in cited_countries(page, profile) if _is_sure(r)], ())
    return profile, [*found, inferred_country(best)] if best else found


def _beside_name(page: Page, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The country right behind the best name of a profile, anywhere on the page."""
    named = [c for c in found if c.field == "name" and c.readings[0].value]
    best = max(named, key=lambda candidate: candidate.weight, default=None)
    if best is None:
        return
    said = page.text[slice(*best.span)]
    for end, weight in islice(_joined(page.text, said), _MENTIONS):
        told = find_countries(page.text, end, end + _REACH)
        if told and told[0].span.start == end and _is_sure(told[0]):
            yield Candidate("country", told[:1], "beside its name", weight)
            return


def _joined(text: str, name: str) -> Iterator[tuple[int, float]]:
    """Where something begins that stands joined to a name, "Japan" in "Norvale, Japan", and how surely."""
    at = text.find(name)
    while at >= 0:
        joint = _JOINT.match(text, at + len(name))
        if joint and not (at and _WORD.match(text, at - 1)):
            yield joint.end(), NAMED * (0.8 if joint["lying"] else 0.9)
        at = text.find(name, at + 1)


def _is_sure(country: Reading[str]) -> bool:
    """Whether a country is named by name, and by one that means nothing else: not "Georgia"."""
    return country.rule in _NAMES and not country.qualifier


def _of_one_country(
    read: Sequence[Read],
) -> list[Read]:
    """Profiles that name no country with the only one that the others name: parts of one place."""
    named = _named(read)
    if not named or len(_codes(read)) != 1:
        return list(read)
    first = named[0]
    inferred = first._replace(weight=LABELLED * 0.3, rule="page", qualifier="inferred")
    return [
        (profile, found if any(c.field == "country" for c in found) else [*found, inferred])
        for profile, found in read
    ]


def _named(read: Sequence[Read]) -> list[Candidate]:
    """The first country that each profile names itself, of those that name one."""
    named = (
        next((c for c in found if c.field == "country" and c.weight >= INFERRED), None)
        for _, found in read
    )
    return [candidate for candidate in named if candidate]


def _codes(read: Sequence[Read]) -> set[str]:
    """The countries that the profiles name themselves."""
    return {str(candidate.readings[0].value) for candidate in _named(read)}


def _but_name(profile: Profile, found: Sequence[Candidate], country: Candidate) -> list[Candidate]:
    """Candidates without a country that is only the place's name: Jordan in the Philippines."""
    return [
        candidate
        for candidate in found
        if candidate.field != "country"
        or profile.heading is None
        or candidate.span.start != profile.heading.start
        or candidate.readings[0].value == country.readings[0].value
    ]


def _rows_country(
    page: Page, layout: Layout, names: Container[str]
) -> dict[Span, Candidate | None]:
    """The country that the caption of its table names, for every row of a table."""
    return {
        row.span: candidate
        for table in layout.tables
        for candidate in (page_country(page, filter(None, (table.caption,)), names),)
        for row in table.rows
    }
