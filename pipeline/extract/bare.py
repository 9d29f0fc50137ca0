"""What stands alone on a line, an item or between bars: "425 km² | 133,000 inhabitants", "www.alba.pt"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from pipeline.extract.page import INFERRED, Candidate, Page
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Line, LineKind, Profile, Span
from pipeline.normalize.figure import Figure
from pipeline.normalize.lexeme import alternation, flatten, words
from pipeline.normalize.reader import whole_first
from pipeline.normalize.stretch import date_spans, dates, figures, has_figure, trim, years
from pipeline.schema.place import BY_NAME

_PIECE = re.compile(r"[^|;·•/]+")
_KINDS = {LineKind.PROSE, LineKind.BULLET, LineKind.HEADING}
_LONGEST = 120
_FEWEST = 500  # people of a place; fewer are a club or a delegation
_LONGEST_JOINT = 12  # characters, as of " on " or ", as of "
_BESIDE_SITE = 60
_MARKS = frozenset(",;(")


def read_addresses(page: Page, profile: Profile) -> Iterator[Candidate]:
    """The addresses that stand alone right below another line, or behind words for the place's site."""
    for before, line in pairwise(profile.lines):
        beside = page.text.count("\n", before.span.end, line.span.start) == 1
        if beside and line.kind in _KINDS and before.kind is not LineKind.NOTE:
            found = BY_NAME["website"].read(page.text, line.body, page.context)
            if len(found) == 1 and found[0][0].span == trim(page.text, line.body):
                yield Candidate("website", found[0], "bare address", INFERRED)
    for line in profile.lines:
        if line.kind is LineKind.PROSE and page.text.find("www.", *line.body) >= 0:
            yield from _told_addresses(page, line.body)


def _told_addresses(page: Page, span: Span) -> Iterator[Candidate]:
    """The addresses of prose that are said to be the place's: "Their web site, in English: www.alba.pt"."""
    for readings in BY_NAME["website"].read(page.text, span, page.context):
        at = readings[0].span.start
        if _own_site().search(page.text, max(span.start, at - _BESIDE_SITE), at):
            yield Candidate("website", readings, "told address", INFERRED)


def read_bare(page: Page, line: Line) -> Iterator[Candidate]:
    """The area that a piece of a short line is, with nothing beside it: whose but the place's?

    Of a labelled line these are the pieces behind its own value.
    """
    if not (line.kind in _KINDS or line.label) or line.body.end - line.body.start > _LONGEST:
        return
    if not has_figure(page.text, line.body):
        return
    found = list(_PIECE.finditer(page.text, *line.body))
    pieces = [trim(page.text, Span(*m.span())) for m in (found[1:] if line.label else found)]
    areas = [area for piece in pieces for area in _area(page, piece)]
    yield from areas
    if line.kind is LineKind.BULLET:
        yield from _residents(page, line.body)
    elif areas and line.kind is LineKind.PROSE:
        for piece in pieces:
            yield from _residents(page, piece)


def _area(page: Page, piece: Span) -> Iterator[Candidate]:
    """The area that a piece is, with nothing beside it."""
    found = figures(page.text, piece, page.context)
    if len(found) == 1 and found[0].dimension == "area" and found[0].span.covers(piece):
        area = found[0].read(page.context, BY_NAME["area_km2"].unit)
        yield Candidate("area_km2", area, "bare measure", INFERRED)


def _residents(page: Page, item: Span) -> Iterator[Candidate]:
    """The people whom an item counts and nothing else: "316,900 people at mid-2011 on 98.6 sq km"."""
    found = figures(page.text, item, page.context)
    if not found or found[0].dimension != "person":
        return
    first, behind = found[0], found[1:]
    if not _opening().fullmatch(page.text, item.start, first.span.start):
        return
    if not _only_more(page, Span(first.stop, item.end), behind):
        return
    people = whole_first(first, first.read(page.context, BY_NAME["population"].unit))
    if people[0].value >= _FEWEST:
        told = dates(page.text, Span(first.stop, item.end), page.marks.date_order)
        as_of = str(told[0][0].value) if told else ""
        yield Candidate("population", people, "bare count", INFERRED, as_of=as_of)


def _only_more(page: Page, rest: Span, behind: Sequence[Figure]) -> bool:
    """Whether what follows is a mark, or says only when and on how much land."""
    said = page.text[slice(*rest)].lstrip()
    if not said or said[0] in _MARKS:
        return True
    areas = [figure.span for figure in behind if figure.dimension == "area"]
    spans = sorted((*date_spans(page.text, rest), *areas))
    spans = spans or [readings[0].span for readings in years(page.text, rest)]
    if not spans:
        return False
    between = page.text[rest.start : spans[0].start]
    return len(between) <= _LONGEST_JOINT and not any(map(str.isdigit, between))


@cache
def _own_site() -> re.Pattern[str]:
    """Words for the site of the place that a page tells of, and not of the page itself."""
    whose = alternation((*words("owning_words"), "their", "the official"))
    sites = alternation(flatten(toml_table("labels.toml")["website"]))
    return re.compile(rf"{whose} (?:\w+ )?{sites}\b[^.;()]*$", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    """What may stand before a count: about how many it is, or what the place is ("County of 900")."""
    said = alternation((*words("about"), *words("over"), *words("under")))
    kinds = alternation(words("place_nouns"))
    return re.compile(rf"\W*(?:(?:an? )?{kinds} of\W*)?(?:{said}\W*)?", re.IGNORECASE)
