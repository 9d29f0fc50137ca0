"""What a label says of the figures beside it in its last words: in what unit, in thousands."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.lexeme import scale_words
from pipeline.normalize.text import key
from pipeline.normalize.unit import Unit, find_unit

_MULTIPLIER = re.compile(
    r"(?<![\d.,])(1,?0{3}(?:,?0{3})?|10,?0{3})(?![\d.,])|(?<=['\s(])(000)(?!\d)"
)
_WORD = re.compile(r"\w")
_DIGIT = re.compile(r"\d")
_BEFORE_NOUN = re.compile(r"\.?[\s,]*")
_CONNECTORS = re.compile(r"(?:[\s,:;/(]|(?<!\w)(?:in|w|в|em|en|dans|i)(?!\w))+$")


def read_measure(bare: str) -> tuple[str, str, str]:
    """A label cut before the measure at its end: the name, the scale words and the unit.

    "площадь, тыс. км²" is the area, "тыс." and kilometer ** 2.
    """
    unit = _unit_at_end(bare)
    end = unit.span.start if unit else len(bare)
    start = _counting_from(bare, end)
    return _CONNECTORS.sub("", bare[:start]), bare[start:end], unit.name if unit else ""


def _unit_at_end(bare: str) -> Unit | None:
    """The unit that ends a label; the dot that ends it ("m ü. M.", "m a.s.l.") is lost before."""
    for said in (bare, f"{bare}."):
        unit = find_unit(said, 0, len(said))
        if unit and unit.span.end >= len(said) - 1:
            return unit
    return None


def find_multiplier(measures: str) -> Decimal:
    """The multiplier among words that say how figures are given: 1,000, lakh, 万人; else 1.

    A word inside a unit is none: "miles" are thousands in Spanish, but not in "(sq. miles)".
    """
    digits = _MULTIPLIER.search(measures)
    if digits:
        return Decimal((digits[1] or "1000").replace(",", ""))
    unit = find_unit(measures, 0, len(measures))
    for word in _scales().spans(measures, 0, len(measures)):
        if unit is None or not unit.span.start < word.first < unit.span.end:
            return Decimal(1).scaleb(scale_words()[key(measures[word.first : word.last])])
    return Decimal(1)


def _counting_from(bare: str, end: int) -> int:
    """Where a scale word, a noun for persons or both begin that end a label, else its end."""
    last = next((at for at in range(end, 0, -1) if _WORD.match(bare, at - 1)), 0)
    nouns = [hit for hit in glossary("person_nouns").spans(bare, 0, end) if hit.last >= last]
    found = [noun.first for noun in nouns]
    for scale in _scales().spans(bare, 0, end):
        between = (bare[scale.last : noun.first] for noun in nouns if noun.first >= scale.last)
        if scale.last >= last or any(map(_BEFORE_NOUN.fullmatch, between)):
            found.append(scale.first)
    return min((at for at in found if _may_begin(bare, at)), default=end)


@cache
def _scales() -> Glossary:
    """The words that multiply a number: "thousand", "Mio.", "만"."""
    return Glossary(scale_words())


def _may_begin(bare: str, at: int) -> bool:
    """Whether a measure can begin here: first, or behind a blank, a mark, a sign of Han, Hangul."""
    if at == 0:
        return _DIGIT.search(bare) is None  # "person per 1 sq. km" stands below a name
    before = bare[at - 1 : at]
    return before.isspace() or before in {",", ":"} or "\u3040" <= before <= "\ud7ff"
