"""What is no label by its words alone: most lines, cells and values that are asked for one.

Reading a label costs as much as reading a figure; looking up its words a hundredth of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from pipeline.lexicon.tables import toml_table
from pipeline.lexicon.taught import cached
from pipeline.normalize.date import date_words
from pipeline.normalize.dates.part import may_be_month
from pipeline.normalize.dates.window import may_hold_date
from pipeline.normalize.dimension import unit_spellings
from pipeline.normalize.lexeme import flatten, scale_words, words
from pipeline.normalize.text import caseless, is_cjk, key
from pipeline.schema.vocabulary import (
    BRACKETS,
    kinds,
    label_keys,
    modifiers,
    taken_at,
    tie_words,
    totals,
)

_WORD = re.compile(r"[^\W\d_]+")
_BRACKET = re.compile(r"[(\[（【<]")
_OPENING = re.compile(r"[\W\d_]+")
_FIGURE = re.compile(r"\d+")
_DIGIT = re.compile(r"\d")
_BETWEEN = ("and", "und", "y", "et", "in", "w", "в", "em", "en", "dans", "i")  # labels and units
_HAN_FIGURES = frozenset("〇零○一二三四五六七八九十元")
_HELD = 4096  # words of prose, which come again
_SHORT = 4  # letters of what may belong to a date: "nd", "year", "roku"


@cached(_HELD)  # a line is asked by tables, by the forms of lines and by headings
def may_be_label(text: str) -> bool:
    """Whether all words of a text are such as known labels, their units and dates consist of.

    Where it is not, ``read_label`` knows no label there, and no word for a total.
    """
    said = BRACKETS.sub(" ", text) if _BRACKET.search(text) else text
    strange = set(_WORD.findall(key(said))).difference(_words())
    if any(map(_is_foreign, strange)):
        return False
    if not _DIGIT.search(said):
        return all(map(_begins_known, strange))
    if may_hold_date(said, 0, len(said)):
        return all(map(_may_join, strange))
    return all(map(_is_unbroken, strange)) and _figures().issuperset(_inner_figures(said))


@lru_cache(_HELD)
def _is_foreign(word: str) -> bool:
    """Whether an unknown word belongs to no label, whatever figures and dates stand beside it."""
    return not _may_join(word)


def _inner_figures(said: str) -> list[str]:
    """The figures of a text but those that open it, which number it."""
    start = _OPENING.match(said)
    return _FIGURE.findall(said, start.end() if start else 0)


@cached()
def _figures() -> frozenset[str]:
    """The figures that stand in labels."""
    return frozenset(figure for label in label_keys() for figure in _FIGURE.findall(label))


def _begins_known(word: str) -> bool:
    """Whether letters of a script without blanks, where no edge tells words apart, begin with one.

    "人 口" is a label too, and a year may be written in Han figures.
    """
    if not _is_unbroken(word):
        return False
    known = (word[:end] in _words() or word[:end] in _date_words() for end in range(1, len(word)))
    return len(word) == 1 or word[0] in _HAN_FIGURES or any(known)


def _is_unbroken(word: str) -> bool:
    """Whether a word has a letter of a script without blanks."""
    return not word.isascii() and any(map(is_cjk, word))


def _may_join(word: str) -> bool:
    """Whether a word may belong to a date beside the label, where there are figures."""
    return len(word) <= _SHORT or _is_unbroken(word) or may_be_month(word) or word in _date_words()


@cache
def _date_words() -> frozenset[str]:
    return _split(date_words())


@cached()
def _words() -> frozenset[str]:
    """The words of everything that a label can consist of."""
    cues = flatten(toml_table("words.toml")["agreement_cues"])
    measures = (*unit_spellings(), *scale_words(), *words("person_nouns"))
    parted = (*modifiers(), *taken_at("elevation_m"), *_BETWEEN)
    joined = toml_table("structure.toml")["tie_particles"]
    beside = (*parted, *kinds(), *totals(), *tie_words(), *joined)
    return _split((*label_keys(), *beside, *measures, *cues))


def _split(phrases: Iterable[str]) -> frozenset[str]:
    """The words of some phrases, as keys and in plain lower case."""
    said = "\n".join(phrases)
    pieces = {*caseless(said).split(), *said.lower().split()}
    whole = set(filter(str.isalpha, pieces))
    return frozenset((*whole, *_WORD.findall(" ".join(pieces - whole))))
