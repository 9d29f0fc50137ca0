"""Countries that a text names without lying there: neighbours, markets, currencies, measures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from pipeline.extract.naming.border import is_neighbour
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.lexeme import alternation

_FAR = 80
_CURRENCY = re.compile(
    r"\s?(?:\$|dollars?\b|pesos?\b|yuan\b|won\b|rubles?\b|francs?\b)", re.IGNORECASE
)
_LISTED = re.compile(
    r"\b(?:to|with|like|than|against|towards?)\s+(?:(?:the\s+)?[^\W\d_a-z]\w*,?\s+(?:and\s+|or\s+)?){0,4}(?:the\s+)?$"
)
_BETWEEN = re.compile(
    r"\bbetween\s+(?:the\s+)?(?:[^\W\d_][\w-]*\s+){0,3}(?:and\s+(?:the\s+)?)?$", re.IGNORECASE
)
# "one eighth of Finland", "twice the size of Malta", "so groß wie das Saarland": as large as, not in.
_COMPARED = re.compile(
    r"\b(?:(?:an?|one|two|three) (?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth)s? of"
    r"|(?:size|dimensions) of|as (?:large|big|small|vast) as|times|twice|halb so groß wie|so groß wie"
    r"|mal so groß wie|größer als|kleiner als|fois|grande comme|taille de|tamaño de|grande como"
    r"|veces|grande quanto|groot als|zo groot als|wielkości|wie|размером с|размерам с)"
    r" (?:the |die |das |der |la |le |l'|el |il )?$",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"%\s(?:of|der|des|von|du|de la|de|del|da|do|di|van|от|z)\s(?:the\s)?(?:(?:entire|whole|total)\s)?"
    r"(?:(?:area|territory|land|surface|population|fläche|bevölkerung|superficie|territoire|territorio|población"
    r"|população|popolazione|площади|территории|населения|powierzchni|ludności)\s(?:of\s|de\s|di\s|van\s)?)?(?:the\s|la\s)?$",
    re.IGNORECASE,
)
_MARKET = 0.95
_AND_THE = 3  # words between two names that "and" joins: "und in die"


def is_shared(text: str, stretch: Span, country: Span) -> bool:
    """Whether a share of a country's land or people is told: "7.44 thousand km² (1.7% of Ruritania)"."""
    before = text[max(stretch.start, country.start - _FAR) : country.start]
    return _SHARED.search(before) is not None


def belonging(text: str, stretch: Span, country: Span) -> float:
    """How likely a place lies in a country that folded text about it mentions, 0 to 1."""
    if _CURRENCY.match(text, country.end) or is_neighbour(text, stretch, country):
        return 0.0
    before = text[max(stretch.start, country.start - _FAR) : country.start]
    if _BETWEEN.search(before) or _COMPARED.search(before) or _origin().search(before):
        return 0.0
    return _MARKET if _LISTED.search(before) else 1.0


@cache
def _origin() -> re.Pattern[str]:
    """Words for where others come from: "named after a birthplace in Scotland", "settlers from Norway"."""
    origin = alternation(toml_table("structure.toml")["origin_words"])
    return re.compile(rf"{origin}[^,.;:]*$", re.IGNORECASE)


def joined(text: str, countries: Sequence[tuple[Span, object]]) -> frozenset[Span]:
    """Where countries stand that "and" joins to another: a place lies in neither of "Alba and Borun"."""
    return frozenset(
        span
        for (one, code), (other, another) in pairwise(countries)
        if code != another and _is_and(text[one.end : other.start])
        for span in (one, other)
    )


def _is_and(between: str) -> bool:
    """Whether a word for "and", with a preposition and an article, is all between two names."""
    said = between.split()
    return 0 < len(said) <= _AND_THE and said[0].lower() in _joints()


@cache
def _joints() -> frozenset[str]:
    return frozenset(toml_table("structure.toml")["pair_joints"])
