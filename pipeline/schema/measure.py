"""What a label says of the figures beside it in its last words: in what unit, in thousands."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from pipeline.normalize.lexeme import alternation, scale_words, words
from pipeline.normalize.text import key
from pipeline.normalize.unit import Unit, find_unit

_MULTIPLIER = re.compile(
    r"(?<![\d.,])(1,?0{3}(?:,?0{3})?|10,?0{3})(?![\d.,])|(?<=['\s(])(000)(?!\d)"
)
_CONNECTORS = re.compile(r"(?:[\s,:;/(]|(?<!\w)(?:in|w|в|em|en|dans|i)(?!\w))+$")


def read_measure(bare: str) -> tuple[str, str, str]:
    """A label cut before the measure at its end: the name, the scale words and the unit.

    "площадь, тыс. км²" is the area, "тыс." and kilometer ** 2.
    """
    unit = _unit_at_end(bare)
    end = unit.span.start if unit else len(bare)
    scale = _scale_at_end().search(bare, 0, end)
    start = scale.start() if scale else end
    return _CONNECTORS.sub("", bare[:start]), bare[start:end], unit.name if unit else ""


def _unit_at_end(bare: str) -> Unit | None:
    """The unit that ends a label; the dot that ends it ("m ü. M.", "m a.s.l.") is lost before."""
    for said in (bare, f"{bare}."):
        unit = find_unit(said, 0, len(said))
        if unit and unit.span.end >= len(said) - 1:
            return unit
    return None


def find_multiplier(measures: str) -> Decimal:
    """The multiplier among words that say how figures are given: 1,000, lakh, 万人; else 1."""
    digits = _MULTIPLIER.search(measures)
    if digits:
        return Decimal((digits[1] or "1000").replace(",", ""))
    word = _scale().search(measures)
    return Decimal(1).scaleb(scale_words()[key(word[1])]) if word else Decimal(1)


@cache
def _scale_at_end() -> re.Pattern[str]:
    """A scale word, a noun for persons or both at the end of a label."""
    scale, nouns = alternation(scale_words()), alternation(words("person_nouns"))
    return re.compile(
        rf"(?:(?<=[\s,:])|(?<=[\u3040-\ud7ff]))(?:{scale}\.?(?:[\s,]*{nouns})?|{nouns})\W*$",
        re.IGNORECASE,
    )


@cache
def _scale() -> re.Pattern[str]:
    return re.compile(rf"({alternation(scale_words())})", re.IGNORECASE)
