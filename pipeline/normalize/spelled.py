"""Numbers in words before what they count: ``seven thousand inhabitants``, ``三十五平方公里``.

Words for small numbers are everywhere ("one of", "once", "sei"); so a run of them is a number only
for those who find a unit or a noun behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.digits import Amount
from pipeline.normalize.lexeme import flatten, scale_words
from pipeline.normalize.number import Number
from pipeline.normalize.qualifier import qualifier_of
from pipeline.normalize.text import is_cjk, key
from pipeline.normalize.wordlist import Wordlist

_TEN, _HUNDRED, _THOUSAND, _MYRIAD = 10, 100, 1000, 10_000
_LETTER = r"[^\W\d_]"


def find_runs(text: str, span: Span) -> Iterator[Span]:
    """Where number words follow each other, tried only where one can begin."""
    for match in _number_words().finditer(_run(), text, *span):
        yield Span(*match.span())


def spelled_number(text: str, place: Span) -> Number | None:
    """The number that a run of number words makes, None for a run of words for fractions."""
    said = text[place.start : place.end]
    values = [_values()[key(word[0])] for word in _word().finditer(said)]
    if not any(value >= 1 for value in values):
        return None
    total = _glyph_total if is_cjk(said[0]) else _total
    amount = Amount(Decimal(total(values)), Decimal(_step(values)), "number:words")
    return Number(place, place, (amount,), qualifier_of(text, place), explicit=True)


class _NumberWords(Wordlist):
    """Number words, of which several can be one word: "zweihundertfünfzig"."""

    def __init__(self) -> None:
        super().__init__(_values())
        self._behind = {}  # what goes on behind such a word is not looked at

    def first_words(self, words: Iterable[str]) -> Iterator[str]:
        """The words that begin as a number word does, and end as one or as a word for "and"."""
        first, last = _edges()
        for word in words:
            begun = first.get(word[:2])
            if begun and word.startswith(begun) and word.endswith(last.get(word[-1], ())):
                yield word


@cache
def _number_words() -> Wordlist:
    return _NumberWords()


@cache
def _edges() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The first words of number words by two letters; those and joiners by the last."""
    firsts = Wordlist(_values()).heads
    first: dict[str, tuple[str, ...]] = {}
    last: dict[str, tuple[str, ...]] = {}
    for word in firsts:
        first[word[:2]] = (*first.get(word[:2], ()), word)
    for word in firsts | Wordlist(_joiners()).heads:
        last[word[-1]] = (*last.get(word[-1], ()), word)
    return first, last


def _joiners() -> tuple[str, ...]:
    return flatten(toml_table("words.toml")["number_joiners"])


def _total(values: list[int]) -> int:
    """The value of a run: what stands before a hundred or a thousand is multiplied by it."""
    total = section = 0
    for value in values:
        if value >= _THOUSAND:
            total, section = total + (section or 1) * value, 0
        elif value == _HUNDRED:
            section = (section or 1) * value
        else:
            section += value
    return total + section


def _glyph_total(values: list[int]) -> int:
    """The value of a run in Han figures: a scale multiplies the figure right before it."""
    total = section = figure = 0
    for value in values:
        if value >= _MYRIAD:
            total, section, figure = total + (section + figure or 1) * value, 0, 0
        elif value >= _TEN:
            section, figure = section + (figure or 1) * value, 0
        else:
            figure = figure * _TEN + value
    return total + section + figure


def _step(values: list[int]) -> int:
    return values[-1] if values[-1] >= _HUNDRED else 1


@cache
def _values() -> dict[str, int]:
    """The value of every number word and scale word in lower case; the first language that has it."""
    found: dict[str, int] = {}
    for words in toml_table("words.toml")["number_words"].values():
        for word, value in words.items():
            found.setdefault(key(word), value)
    for word, exponent in scale_words().items():
        if len(word) > 1 or is_cjk(word):
            found.setdefault(word, 10**exponent)
    return found


@cache
def _word() -> re.Pattern[str]:
    return re.compile(_either(_values()), re.IGNORECASE)


@cache
def _run() -> re.Pattern[str]:
    """Number words one after the other, joined by blanks, hyphens and words for "and".

    What stands between two is asked for from the second on, so that the words are there once.
    """
    joint = rf"[ -]?(?:{_either(joiner for joiner in _joiners() if joiner != '-')}[ -]?)?"
    spaced = _either(word for word in _values() if not is_cjk(word[0]))
    glyphs = _either(word for word in _values() if is_cjk(word[0]))
    return re.compile(
        rf"(?<!{_LETTER})(?<!\d )(?<!\d)(?:(?(1){joint})({spaced}))+(?!{_LETTER})|(?<!\d){glyphs}{{2,}}",
        re.IGNORECASE,
    )


def _either(words: Iterable[str]) -> str:
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, longest)) + ")"
