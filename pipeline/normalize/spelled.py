"""Numbers in words before what they count: ``seven thousand inhabitants``, ``三十五平方公里``.

Words for small numbers are everywhere ("one of", "once", "sei"); so a run of them is a number only
for those who find a unit or a noun behind it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.digits import Amount
from pipeline.normalize.lexeme import any_of, flatten, lower_folded, scale_words, spelled
from pipeline.normalize.number import Number
from pipeline.normalize.prepared import WORD, cut, cuts_word, plain, word_start
from pipeline.normalize.qualifier import qualifier_of
from pipeline.normalize.text import is_cjk, key

_TEN, _HUNDRED, _THOUSAND, _MYRIAD = 10, 100, 1000, 10_000
_LETTER = r"[^\W\d_]"


def find_runs(text: str, span: Span) -> Iterator[Span]:
    """Where number words follow each other, tried only where one can begin."""
    at, end = span
    low, places = _places(text)
    near = places[bisect_left(places, at) : bisect_left(places, end)]
    if cuts_word(text, end):  # a run that ends where the stretch does
        near = sorted({*near, max(at, word_start(text, end))})
    for place in near:
        if place >= at and (match := _run().match(low, place, end)):
            yield Span(*match.span())
            at = match.end()


@lru_cache(maxsize=8)  # pages that are read at the same time
def _places(text: str) -> tuple[str, Sequence[int]]:
    """A page in lower case, and where it has a word of number words, or a glyph for a number."""
    page = cut(text)
    counting = set(filter(_may_count, set(page.words)))
    found = [at for word, at in zip(page.words, page.places, strict=False) if word in counting]
    if not text.isascii():
        found += [match.start() for match in _glyph().finditer(page.plain)]
    return lower_folded(text).replace("ς", "σ"), sorted(found)  # keys have no final sigma


def _may_count(word: str) -> bool:
    """Whether a word begins as a number word does, and ends as one or as a word for "and" does.

    Several can be one word: "zweihundertfünfzig".
    """
    first, last = _edges()
    begun = first.get(word[:2], ())
    return word.startswith(begun) and word.endswith(last.get(word[-1], ()))


def spelled_number(text: str, place: Span) -> Number | None:
    """The number that a run of number words makes, None for a run of words for fractions."""
    said = text[place.start : place.end]
    values = [_values()[key(word[0])] for word in _word().finditer(said)]
    if not any(value >= 1 for value in values):
        return None
    total = _glyph_total if is_cjk(said[0]) else _total
    amount = Amount(Decimal(total(values)), Decimal(_step(values)), "number:words")
    return Number(place, place, (amount,), qualifier_of(text, place), explicit=True)


@cache
def _edges() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The first words of number words by two letters; those and joiners by the last."""
    firsts = _first_words(_values())
    first: dict[str, tuple[str, ...]] = {}
    last: dict[str, tuple[str, ...]] = {}
    for word in firsts:
        first[word[:2]] = (*first.get(word[:2], ()), word)
    for word in firsts | _first_words(_joiners()):
        last[word[-1]] = (*last.get(word[-1], ()), word)
    return first, last


def _first_words(spellings: Iterable[str]) -> frozenset[str]:
    """The first words of those spellings that begin with one of a script with blanks."""
    heads = (WORD.match(plain(form)) for form in spelled(spellings))
    return frozenset(head[0] for head in heads if head)


@cache
def _glyph() -> re.Pattern[str]:
    """What else a number word begins with."""
    return re.compile(f"[{''.join(sorted({w[0] for w in _values() if not WORD.match(w)}))}]")


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
        if not word.endswith(".") and (len(word) > 1 or is_cjk(word)):
            found.setdefault(word, 10**exponent)
    return found


@cache
def _word() -> re.Pattern[str]:
    return re.compile(any_of(_values()), re.IGNORECASE)


@cache
def _run() -> re.Pattern[str]:
    """Number words in lower case, one after the other, joined by blanks, hyphens and words for "and".

    What stands between two is asked for from the second on, so that the words are there once.
    """
    joint = rf"[ -]?(?:{any_of(joiner for joiner in _joiners() if joiner != '-')}[ -]?)?"
    spaced = any_of(word for word in _values() if not is_cjk(word[0]))
    glyphs = any_of(word for word in _values() if is_cjk(word[0]))
    return re.compile(
        rf"(?<!{_LETTER})(?<!\d )(?<!\d)(?:(?(1){joint})({spaced}))+(?!{_LETTER})|(?<!\d){glyphs}{{2,}}"
    )
