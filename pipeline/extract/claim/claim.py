"""Claims read: figures that relate the place to another one (ratios, shares, distances, ranks)."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.claim.claims import BESIDE, CLAIMS, Claim
from pipeline.extract.page import CUED, Candidate, Page
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.figure import Figure
from pipeline.normalize.lexeme import alternation
from pipeline.normalize.stretch import trim
from pipeline.schema.place import BY_NAME

_AHEAD = 40  # characters before a figure that may belong to its claim
# Heights, depths and rain are told in these, distances between towns are not.
_SHORT = {"meter", "foot", "centimeter", "millimeter", "inch", "yard"}


def read_claim(page: Page, figure: Figure, span: Span, about: str) -> Candidate | None:
    """The claim that a figure of a stretch makes, or None; ``about`` is the field beside it.

    A share or a ratio without a word of its own is one of the field it stands beside:
    "Area: 12.49㎢ (0.2% of Shanghai)".
    """
    start, end = figure.span
    stretch = Span(max(span.start, start - _AHEAD), start)
    for claim in () if figure.unit in _SHORT else _claims(figure.dimension):
        if claim.signs and not any(page.text.find(sign, *stretch) >= 0 for sign in claim.signs):
            continue
        after = _pattern(claim.behind).match(page.text, end, span.end)
        if after is not None:
            ahead = _pattern(claim.before).search(page.text, *stretch) if claim.before else None
            if (ahead or not claim.before) and _is_to_place(page, claim, (after, ahead)):
                return _candidate(page, figure, claim.field, (after, ahead))
    return _beside(page, figure, span, about)


def _is_to_place(page: Page, claim: Claim, matches: tuple[re.Match[str] | None, ...]) -> bool:
    """Whether a distance is one to a place or a landmark: none in "80 km of sandy beach"."""
    of = _group(page, matches, "of") if claim.field == "distance_km" else ""
    return not of.islower() or not _landmarks().isdisjoint(of.split())


@cache
def _landmarks() -> frozenset[str]:
    return frozenset(toml_table("structure.toml")["landmarks"])


def _beside(page: Page, figure: Figure, span: Span, about: str) -> Candidate | None:
    """A share or a multiple of another place named right behind it, beside an area or a population."""
    kind = {"share": "share", "": "ratio"}.get(figure.dimension)
    subject = {"area_km2": "area", "population": "population"}.get(about)
    if kind is None or subject is None:
        return None
    match = BESIDE[kind].match(page.text, figure.span.end, span.end)
    return _candidate(page, figure, f"{subject}_{kind}", (match, None)) if match else None


def _candidate(
    page: Page, figure: Figure, field: str, matches: tuple[re.Match[str] | None, ...]
) -> Candidate:
    unit = BY_NAME[field].unit
    readings = figure.read(page.context, unit if figure.unit else "")
    of = _group(page, matches, "of")
    bearing = _group(page, matches, "bearing")
    return Candidate(field, readings, f"claim: {field}", CUED, of=of, qualifier=bearing)


def _group(page: Page, matches: tuple[re.Match[str] | None, ...], name: str) -> str:
    for match in matches:
        if match and name in match.re.groupindex and match[name]:
            start, end = match.span(name)
            said = page.quote(trim(page.text, Span(start, end)))
            return said[4:] if said.lower().startswith("the ") else said
    return ""


@cache
def _claims(dimension: str) -> tuple[Claim, ...]:
    """The claims that figures of a dimension make."""
    return tuple(claim for claim in CLAIMS if claim.dimension == dimension)


@cache
def _pattern(told: str) -> re.Pattern[str]:
    """What a claim says before or behind its figure, made when a text first comes so far."""
    bearing = _bearing() if "{bearing}" in told else ""
    return re.compile(told.replace("{bearing}", bearing), re.IGNORECASE)


@cache
def _bearing() -> str:
    return alternation(toml_table("words.toml")["bearings"])
