"""A place's name as it is written: its own part, the parent, the kind and the country in it."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.extract.naming.ownname import admin_kinds, own_name
from pipeline.extract.naming.parent import find_parent
from pipeline.extract.page import NAMED, Candidate, Page
from pipeline.model.source import Span
from pipeline.model.value import Reading
from pipeline.normalize.place import (
    country_sign,
    find_countries,
    find_regions,
    region_country,
)
from pipeline.normalize.text import is_cjk, key
from pipeline.read.profile.signal import ties

_DERIVED = ("country:adjective", "country:demonym")


def name_candidates(page: Page, span: Span, rule: str, weight: float) -> Iterator[Candidate]:
    """Name, parent and country that a heading, a name label or a table cell gives."""
    own = own_name(page.text, span)
    if own.start < own.end and not page.text[own.start].isdigit():
        yield text_candidate("name", page, own, rule, weight)
        yield from _kind(page, own, rule)
    yield from country_candidates(page, span, rule, weight)
    sign = country_sign(page.text, span)
    if sign is not None and ties(page.text):
        yield Candidate("country", (sign,), f"{rule}: {sign.rule}", weight)
    parent = find_parent(page, Span(own.end, span.end), is_title=rule == "title")
    if parent is not None:
        yield text_candidate("region", page, parent, rule, NAMED)


def _kind(page: Page, name: Span, rule: str) -> Iterator[Candidate]:
    """What kind of place the name itself says it is."""
    text = page.text[slice(*name)]
    tokens = key(text).replace("-", " ").replace("(", " ").replace(")", " ").split()
    for token in (*reversed(tokens), *(t[-1:] for t in reversed(tokens) if is_cjk(t[-1:]))):
        if token in admin_kinds() and (len(tokens) > 1 or is_cjk(token)):
            reading = Reading(admin_kinds()[token], name, f"{rule}: kind")
            yield Candidate("place_kind", (reading,), f"{rule}: kind", NAMED)
            return


def country_candidates(page: Page, span: Span, rule: str, weight: float) -> Iterator[Candidate]:
    """The country that a stretch names, else the one its region lies in (inferred).

    A name that is a country and a region is the region where its country is named too: "Athens,
    Georgia (U.S.A.)".
    """
    regions = find_regions(page.text, span.start, span.end)
    parents = {region_country(region.value) for region in regions}
    countries = find_countries(page.text, span.start, span.end)
    for reading in countries:
        inside = any(region.span.covers(reading.span) for region in regions)
        if inside and reading.value not in parents and parents & {c.value for c in countries}:
            continue
        sure = weight * (0.6 if reading.rule in _DERIVED else 1)
        yield Candidate("country", (reading,), f"{rule}: {reading.rule}", sure)
    for reading in regions:
        country = reading._replace(value=region_country(reading.value), qualifier="inferred")
        yield Candidate(
            "country", (country,), f"{rule}: its region", weight * 0.7, qualifier="inferred"
        )


def text_candidate(field: str, page: Page, span: Span, rule: str, weight: float) -> Candidate:
    """A stretch of the page as the value of a field."""
    return Candidate(field, (Reading(page.quote(span), span, rule),), rule, weight)
