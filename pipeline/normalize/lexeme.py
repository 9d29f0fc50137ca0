"""Words of the lexicon as one pattern a table: what every reader of running text searches with."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias

from pipeline.lexicon.tables import toml_table
from pipeline.normalize.text import at_once, caseless, fold, is_cjk, key

# Letters of scripts that write blanks: "11,887haのうち" ends its unit before the kana. They are
# listed, as `re` needs a millisecond and more to compile the set of all Han letters to leave out.
_BLOCKS = (
    r"[A-Za-z\u00aa-\u02b8\u0370-\u058f\u05d0-\u06ff\u0750-\u077f\u0900-\u0dff"
    r"\u10a0-\u10ff\u1200-\u139f\u1820-\u18aa\u1e00-\u1fff]"
)
LETTER = rf"(?={_BLOCKS})[^\W\d_]"
_NOT_BEHIND = rf"(?-i:(?<!{LETTER}))"
# Asked once, behind a whole trie.
_END = rf"(?-i:(?<!{LETTER})|(?!{LETTER}))"


# What stands under a key of a lexicon file: words, nested as one likes.
Entry: TypeAlias = "str | Mapping[str, Entry] | Iterable[Entry]"


def flatten(entry: Entry) -> tuple[str, ...]:
    """All words under an entry of a lexicon file, whatever its nesting, in order."""
    if isinstance(entry, str):
        return (entry,)
    children: Iterable[Entry] = entry.values() if isinstance(entry, Mapping) else entry
    return tuple(word for child in children for word in flatten(child))


@cache
def words(*path: str) -> tuple[str, ...]:
    """The words of one table of ``words.toml`` in all languages, each once."""
    entry: Any = toml_table("words.toml")
    for step in path:
        entry = entry[step]
    return tuple(dict.fromkeys(key(word) for word in flatten(entry)))


def alternation(spellings: Iterable[str]) -> str:
    """A regular expression for any of the spellings in folded text, the longest that fits.

    A spelling that begins or ends in a letter of a script with blanks must stand alone there. The
    spellings are a trie, so that a text is scanned in about the same time however many there are.
    To be compiled without regard to case.
    """
    keys = spelled(spellings)
    return f"(?:{_beginning(keys)}{any_of(keys)}{_END})"


def pattern_of(entry: Entry) -> re.Pattern[str]:
    """The pattern of ``alternation`` for all words under an entry of a lexicon file."""
    return re.compile(alternation(flatten(entry)), re.IGNORECASE)


def openings(spellings: Iterable[str]) -> str:
    """Any of the spellings where a word can begin, whatever follows: a cheap look before a costly one."""
    keys = spelled(spellings)
    return f"(?:{_beginning(keys)}{any_of(keys)})"


def beginnings(spellings: Iterable[str]) -> frozenset[str]:
    """All characters with which ``alternation`` of the spellings can begin: the cheapest look of all."""
    firsts = {k[0] for k in spelled(spellings)}
    return frozenset(case for first in firsts for case in _both_cases(first))


def first_words(spellings: Iterable[str]) -> tuple[str, ...]:
    """The first word of each spelling, for ``str.startswith`` of text in lower case: a cheap look."""
    return tuple(sorted({k.split()[0] for k in spelled(spellings)}))


def endings(spellings: Iterable[str]) -> frozenset[str]:
    """All ASCII characters with which ``alternation`` of the spellings can end.

    Of other letters a pattern without regard to case takes several for one.
    """
    lasts = {k[-1] for k in spelled(spellings)}
    return frozenset(case for last in lasts for case in _both_cases(last) if case.isascii())


def spelled(spellings: Iterable[str]) -> list[str]:
    """Spellings in the forms that are searched for; "Fuß" also as it stands, which as a key is "fuss"."""
    folded = at_once(fold, [spelling for spelling in spellings if spelling])
    forms = {*at_once(caseless, folded), *at_once(str.lower, folded)}
    return sorted({" ".join(form.split()) for form in forms})


def _beginning(keys: Iterable[str]) -> str:
    """Where a spelling can begin, asked once: at the edge of a word, or with a head that needs none."""
    free = "".join(
        sorted(re.escape(first) for first in {k[0] for k in keys} if not is_letter(first))
    )
    return f"(?:{_NOT_BEHIND}|(?=[{free}]))" if free else _NOT_BEHIND


def any_of(keys: Iterable[str]) -> str:
    """Any of some spellings wherever it stands, the longest first; to be compiled without regard to case."""
    spellings = sorted(set(keys))
    return _forest(spellings) if spellings else "(?!)"


def is_letter(character: str) -> bool:
    """Whether what begins with a character must stand at the edge of a word."""
    return character.isalpha() and not is_cjk(character)


def _forest(spellings: Sequence[str]) -> str:
    """A trie a first character, in bundles: whole bundles are ruled out by one look at a set."""
    tails = _tails(spellings)
    heads = list(tails)
    size = math.isqrt(len(heads)) + 1
    bundles = (heads[at : at + size] for at in range(0, len(heads), size))
    found = (
        f"(?={_cases(bundle)})(?:{'|'.join(_cases(h) + _trie(tails[h]) for h in bundle)})"
        for bundle in bundles
    )
    return f"(?:{'|'.join(found)})"


def _cases(heads: Iterable[str]) -> str:
    """First characters as a set of both cases: compared faster than letters without regard to case."""
    cases = {case for head in heads for case in _both_cases(head)}
    return f"(?-i:[{''.join(map(re.escape, sorted(cases)))}])"


def _both_cases(character: str) -> Iterator[str]:
    cases = (character, character.upper(), character.title())
    return (case for case in cases if len(case) == 1)


def _tails(spellings: Iterable[str]) -> dict[str, list[str]]:
    tails: dict[str, list[str]] = {}
    for spelling in spellings:
        if spelling:
            tails.setdefault(spelling[0], []).append(spelling[1:])
    return tails


def _trie(spellings: Sequence[str]) -> str:
    """Sorted spellings as one pattern that branches where they differ."""
    branches = [_literal(head) + _trie(tails) for head, tails in _tails(spellings).items()]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
    return body if "" not in spellings else f"(?:{body})?"


def _literal(character: str) -> str:
    return r"\s+" if character == " " else re.escape(character)


@cache
def scale_words() -> dict[str, int]:
    """Exponent of ten of every scale word: ``million`` is 6, ``만`` is 4."""
    return {key(word): exponent for word, exponent in toml_table("words.toml")["scale"].items()}


def lower(text: str) -> str:
    """Folded text in lower case with the offsets of the text, for patterns in lower case."""
    return text.lower() if text.isascii() else lower_folded(fold(text))


def lower_folded(text: str) -> str:
    """The same of text that is folded."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(map(_lower_one, text))


def _lower_one(character: str) -> str:
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character
