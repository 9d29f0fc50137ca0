"""Claims: figures that relate the place to another one (ratios, shares, distances, ranks).

Each row of ``CLAIMS`` is one way of writing one: what stands before the figure, what behind it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.extract.page import CUED, Candidate, Page
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.figure import Figure
from pipeline.normalize.lexeme import alternation
from pipeline.normalize.stretch import trim
from pipeline.schema.place import BY_NAME

_NAME = r"(?P<of>(?:the )?[^\W\d_][^,;:()。.\n]{1,48}?)"
_STOP = r"(?=\s*(?:[,;:()。.!?\n]|$| and | while | which | with | on | in \d| at | is | has | by ))"
_TIMES = r"\s*(?:times|fold|-fold|x)\s+"
_WHOLE = r"\s*of\s+(?:the\s+)?(?:entire\s+|total\s+|whole\s+)?"

_BESIDE = {
    "share": re.compile(_WHOLE + _NAME + _STOP, re.IGNORECASE),
    "ratio": re.compile(
        rf"{_TIMES}(?:more (?:than )?|as many as |that of ){_NAME}{_STOP}", re.IGNORECASE
    ),
}


_AHEAD = 40  # characters before a figure that may belong to its claim
# Heights are told in these, distances between towns are not.
_HEIGHTS = {"meter", "foot"}


class Claim(NamedTuple):
    """One way of writing a claim; ``{bearing}`` stands for any bearing of the lexicon.

    ``signs`` are those of which one stands before the figure wherever ``before`` can be found.
    """

    field: str
    dimension: str
    behind: str
    before: str = ""
    signs: tuple[str, ...] = ()


CLAIMS: tuple[Claim, ...] = (
    Claim(
        "population_ratio",
        "",
        _TIMES
        + r"(?:more populous|(?:the )?population|more (?:people|inhabitants))\s*(?:than|of|as)?\s*"
        + _NAME
        + _STOP,
    ),
    Claim(
        "area_ratio",
        "",
        _TIMES
        + r"(?:bigger|larger|smaller|greater|wider|as (?:big|large|wide)|the (?:size|area)|that)\s+(?:than|as|of)?\s*"
        + _NAME
        + _STOP,
    ),
    Claim("area_ratio", "", r"\s*mal\s+so\s+groß\s+wie\s+" + _NAME + _STOP),
    Claim(
        "population_ratio",
        "",
        r"\s*배(?:나|에|의|인|로)?",
        r"인구[는가도]?\s*(?P<of>[가-힣]{2,12})(?:의|보다)\s*(?:약\s*)?$",
    ),
    Claim(
        "population_ratio",
        "",
        r"\s*倍",
        r"人口(?:は|が|是|为)?(?P<of>[\u3040-\u30ff\u4e00-\u9fff]{2,12}?)(?:の|的)(?:約|およそ|约)?\s*$",
    ),
    Claim(
        "area_ratio",
        "",
        r"\s*배(?:나|에|의|인|로)?",
        r"(?P<of>[가-힣]{2,12})(?:의|보다)\s*(?:약\s*)?$",
    ),
    Claim(
        "area_ratio",
        "",
        r"\s*倍",
        r"(?P<of>[\u3040-\u30ff\u4e00-\u9fff]{2,12}?)(?:の|的)(?:約|およそ|约)?\s*$",
    ),
    Claim(
        "area_share",
        "share",
        _WHOLE
        + r"(?:land\s+)?(?:area|territory|size|surface)\s+(?:of\s+(?:the\s+)?)?"
        + _NAME
        + _STOP,
    ),
    Claim(
        "population_share",
        "share",
        _WHOLE
        + r"(?:population|inhabitants|residents|people|citizens|them)\s+(?:of\s+[^,;.]{1,20}\s+)?(?:are|is|were|work(?:s|ing)? (?:as|in)|live in)?\s*"
        + _NAME
        + _STOP,
    ),
    Claim(
        "distance_km",
        "length",
        r"(?:\s+(?:away|off|drive|\w+ward))?\s*(?:to the\s+)?(?P<bearing>{bearing})?(?:\s*(?:of|from|to|von|de|da|от|dari))\s+(?:the (?:city|center|centre|capital|town) (?:of )?)?"
        + _NAME
        + _STOP,
    ),
    Claim(
        "distance_km",
        "length",
        r"\s*(?:떨어진|거리)",
        r"(?P<of>[가-힣]{2,10})(?:에서|로부터)\s*(?P<bearing>{bearing})?[^,.\d]{0,8}$",
    ),
    Claim(
        "distance_km",
        "length",
        r"",
        r"(?P<of>[\u3040-\u30ff\u4e00-\u9fff]{2,8}?)(?:の|から|より|市)(?P<bearing>{bearing})(?:へ|約)?\s*$",
        ("の", "から", "より", "市"),
    ),
    Claim("distance_km", "length", r"", r"(?:a|at) $"),
    Claim(
        "distance_km",
        "length",
        r"",
        r"(?:距|距离|離)(?P<of>[\u4e00-\u9fff]{2,8}?)(?P<bearing>{bearing})?(?:约|約)?\s*$",
        ("距", "離"),
    ),
    Claim(
        "rank",
        "",
        r"(?:st|nd|rd|th)\b(?:\s+(?:place|rank|largest|biggest|most))?[^.;]{0,40}?\bamong\s+(?:the\s+)?(?P<of>[^,;.()]{2,48}?)"
        + _STOP,
    ),
    Claim(
        "rank",
        "",
        r"(?:st|nd|rd|th)\b(?:\s+(?P<of>place|rank|largest|biggest|most\s\w+))?",
        r"\branked\s+(?:as\s+)?(?:the\s+|at\s+)?$",
    ),
)


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


def read_claim(page: Page, figure: Figure, span: Span, about: str) -> Candidate | None:
    """The claim that a figure of a stretch makes, or None; ``about`` is the field beside it.

    A share or a ratio without a word of its own is one of the field it stands beside:
    "Area: 12.49㎢ (0.2% of Shanghai)".
    """
    start, end = figure.span
    stretch = Span(max(span.start, start - _AHEAD), start)
    for claim in () if figure.unit in _HEIGHTS else _claims(figure.dimension):
        if claim.signs and not any(page.text.find(sign, *stretch) >= 0 for sign in claim.signs):
            continue
        after = _pattern(claim.behind).match(page.text, end, span.end)
        if after is not None:
            ahead = _pattern(claim.before).search(page.text, *stretch) if claim.before else None
            if ahead or not claim.before:
                return _candidate(page, figure, claim.field, (after, ahead))
    return _beside(page, figure, span, about)


def _beside(page: Page, figure: Figure, span: Span, about: str) -> Candidate | None:
    """A share or a multiple of another place named right behind it, beside an area or a population."""
    kind = {"share": "share", "": "ratio"}.get(figure.dimension)
    subject = {"area_km2": "area", "population": "population"}.get(about)
    if kind is None or subject is None:
        return None
    match = _BESIDE[kind].match(page.text, figure.span.end, span.end)
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
