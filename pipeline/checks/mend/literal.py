"""A literal taken apart for mending: what stands before its digits, the digits, what follows."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.model.value import Value
from pipeline.normalize.digits import DIGITS, amounts
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import scale_words
from pipeline.normalize.text import fold, key, past_blank

# Han, kana and Hangul begin here: their scale words follow the digits without a blank.
FIRST_CJK = "\u2e80"


class Written(NamedTuple):
    """A figure's literal in parts.

    ``amount`` is what the digits alone were read as, ``factor`` what one of it is worth;
    ``scale`` is the scale word behind the digits as written, or empty.
    """

    before: str
    digits: str
    after: str
    amount: Decimal
    factor: Decimal
    scale: str

    def with_digits(self, digits: str) -> str:
        """The literal with other digits."""
        return f"{self.before}{digits}{self.after}"

    def with_scale(self, word: str) -> str:
        """The literal with another scale word, or with one where there is none."""
        gap = "" if word[:1] >= FIRST_CJK else " "
        rest = (
            self.after[self.after.find(self.scale) + len(self.scale) :]
            if self.scale
            else self.after
        )
        return f"{self.before}{self.digits}{gap}{word}{rest}".strip()


def written(value: Value) -> Written | None:
    """The parts of a figure's literal; None for a text, a date or a figure of several runs.

    Digits glued to a letter belong to a unit ("km2").
    """
    return _parts(value.evidence.text, value.number) if value.number else None


@lru_cache(maxsize=4096)  # several checks ask for a figure's parts
def _parts(text: str, number: Decimal) -> Written | None:
    folded = fold(text)
    runs = [run for run in DIGITS.finditer(folded) if not folded[: run.start()][-1:].isalpha()]
    if len(runs) != 1:
        return None
    rivals = [amount.value for amount in amounts(runs[0][0]) if amount.value]
    if not rivals:
        return None
    start, end = runs[0].span()
    scale = scale_after(folded, end)
    worth = Decimal(1).scaleb(exponent(scale))
    amount = min(rivals, key=lambda rival: abs((number / rival / worth).copy_abs().log10()))
    return Written(text[:start], runs[0][0], text[end:], amount, number / amount, scale)


@cache
def scales() -> dict[str, int]:
    """Exponent of ten by scale word, for the words that multiply by a thousand or more."""
    return {word: exponent for word, exponent in scale_words().items() if exponent >= 3}


@cache
def _scale_words() -> Glossary:
    return Glossary(scales())


def scale_after(text: str, at: int) -> str:
    """The scale word that follows an offset of folded text, or empty."""
    word = _scale_words().match(text, past_blank(text, at))
    return text[slice(*word)] if word else ""


def exponent(word: str) -> int:
    """The exponent of ten of a scale word; 0 for none."""
    return scales().get(key(word), 0)
