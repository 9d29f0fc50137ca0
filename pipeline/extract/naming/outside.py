"""The country of which a page speaks outside its profiles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence

from pipeline.extract.naming.border import is_neighbour
from pipeline.extract.naming.mission import hosts
from pipeline.extract.page import LABELLED, Candidate, Page
from pipeline.model.source import Span
from pipeline.model.value import Reading
from pipeline.normalize.place import find_countries, find_regions, region_country
from pipeline.normalize.text import key


def page_country(page: Page, spans: Iterable[Span], names: Container[str] = ()) -> Candidate | None:
    """The country that the stretches outside the profiles name most, if one does clearly.

    ``names`` are the keys of the page's own places: the town of Jordan is not the country. Where
    no country is named, or none clearly, the regions' ones count too: "Counties of Ohio".
    """
    outside = tuple(spans)
    found = [
        reading
        for span in outside
        for reading in find_countries(page.text, *span)
        if key(page.text[slice(*reading.span)]) not in names
        and not is_neighbour(page.text, span, reading.span)
    ]
    told = {reading.span.start for reading in found}
    regions = [
        region._replace(value=region_country(region.value))
        for span in outside
        for region in find_regions(page.text, *span)
        if not region.qualifier and region.span.start not in told
    ]
    openings = {span.start for span in outside}
    if found:
        host = hosts(page.text)
        found = [reading for reading in found if reading.value not in host] or found
    best = most_named(found, openings) or most_named([*found, *regions], openings)
    if best is None:
        return None
    return inferred_country(best)


def inferred_country(country: Reading[str]) -> Candidate:
    """What a page speaks of as the country of a profile that names none."""
    inferred = country._replace(qualifier="inferred")
    return Candidate("country", (inferred,), "page", LABELLED * 0.3, qualifier="inferred")


def most_named(found: Sequence[Reading[str]], openings: Container[int]) -> Reading[str] | None:
    """The country that most of some readings mean; of two as often, the one that opens a line."""
    counts = Counter(reading.value for reading in found)
    most = max(counts.values(), default=0)
    tied = [code for code in counts if counts[code] == most]
    if len(tied) > 1:
        tied = [r.value for r in found if r.value in tied and r.span.start in openings]
    if counts.total() > 2 * most or len(tied) != 1:
        return None
    return next(reading for reading in found if reading.value == tied[0])
