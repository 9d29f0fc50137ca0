"""The ways of writing a claim: a figure that relates the place to another one.

Each row of ``CLAIMS`` is one way: what stands before the figure, what behind it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_NAME = r"(?P<of>(?:the )?[^\W\d_][^,;:()。.\n]{1,48}?)"
_STOP = r"(?=\s*(?:[,;:()。.!?\n]|$| and | while | which | with | on | in \d| at | is | has | by ))"
_TIMES = r"\s*(?:times|fold|-fold|x)\s+"
_WHOLE = r"\s*of\s+(?:the\s+)?(?:entire\s+|total\s+|whole\s+)?"


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

# A share or a multiple without a word of its own, beside an area or a population.
BESIDE = {
    "share": re.compile(_WHOLE + _NAME + _STOP, re.IGNORECASE),
    "ratio": re.compile(
        rf"{_TIMES}(?:more (?:than )?|as many as |that of ){_NAME}{_STOP}", re.IGNORECASE
    ),
}
