"""The proper names of a sentence: runs of capitals that name a place, as far as words tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.lexeme import alternation, flatten
from pipeline.normalize.nation import without_nation
from pipeline.normalize.place import country_code
from pipeline.normalize.text import key
from pipeline.read.profile.parent import Parents, is_parent, parent_beside
from pipeline.read.profile.signal import ties
from pipeline.read.profile.told import is_name, participles

_MOST_NAMES = 12
CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯІЇЄҐ]"
_SMALL = r" (?:de la|de los|de las|of the|of|de|del|della|da|di|do|du|la|le|am|an|der|im|in|sur|upon|on|and|y|e) | & | d['’]| l['’]|-"
_NAME = re.compile(
    rf"(?<![\w'’.@/-])(?:[dlDL]['’])?{CAPITAL}(?:t\. {CAPITAL})?[\w'’-]*(?:(?: |{_SMALL})(?:[dl]['’])?{CAPITAL}[\w'’-]+){{0,4}}"
)
_ARTICLES = frozenset({"el", "la", "le", "los", "las", "les", "al"})
_DERIVED = {"country:adjective", "country:demonym"}
_LOWER = re.compile(r"(?<!\w)[a-zß-öø-ÿа-яёіїєґ][\w'’-]*")
_BEFORE, _TIE = 28, 14


def find_names(text: str, sentence: Span, start: int, parents: Parents) -> list[Span]:
    """The names of a sentence that are no countries, persons or ordinary words, in order.

    ``start`` is where its words begin, ``parents`` the countries and regions that it names.
    """
    return [
        name
        for found in _runs(text, sentence)
        if (name := _bare(text, found, start, parents))
        and not _is_ordinary(text, name, start)
        and not (name.start > start and is_parent(text, name, sentence, parents))
    ]


def _bare(text: str, name: Span, opening: int, parents: Parents) -> Span | None:
    """Of "Wuxi in China", "het Engelse Windsor" the name; a country is none."""
    start, end = name
    for parent in parents:
        if start < parent.span.start and parent.span.end == end:
            if text[parent.span.start - 1] == "-":  # "Alba-Norvale" may be all of a name
                continue
            end = max(start, text.rfind(" ", start, parent.span.start - 1))
        elif start == parent.span.start > opening and parent.rule in _DERIVED:
            start = min(end, parent.span.end + 1)
    if start > opening:
        start = without_nation(text, Span(start, end)).start
    end = _before_kind(text, Span(start, end))
    compass = _compass().search(text, start, end)
    end = compass.start() if compass else end
    inside = text.find(" in ", start, end)
    if inside > 0 and not parent_beside(text, Span(start, end), len(text), parents):
        end = inside
    return Span(start, end) if start < end and not country_code(text[start:end]) else None


@cache
def _compass() -> re.Pattern[str]:
    """Where a name ends before the side of a country on which it lies: "Norvale im Nordosten Englands"."""
    sides = alternation(toml_table("structure.toml")["compass_nouns"])
    return re.compile(rf" (?:im|in|am|nel|na|no|au|al) {sides}", re.IGNORECASE)


def _before_kind(text: str, name: Span) -> int:
    """Where a name ends before a noun that some languages write with a capital: "Osthafen Partnerstadt"."""
    last = text.rfind(" ", *name)
    return last if last > 0 and ties(text[last + 1 : name.end]) else name.end


def _runs(text: str, sentence: Span) -> Iterator[Span]:
    """The runs of capitalised words, without the small word that opens a sentence or an office."""
    for match in islice(_NAME.finditer(text, *sentence), _MOST_NAMES):
        start, end = match.span()
        for _ in range(2):
            first = text[start:end].partition(" ")[0]
            rest = start + len(first) + 1
            if rest >= end or not _is_opener(text, first):
                break
            start = rest
            of = re.compile(r"(?:of|de|di|von) ").match(text, start, end)
            start = of.end() if of else start
        if text[start].islower() and text[start + 1] in "'’":  # "la commune d'Aix"
            start += 2
        if end - start > 1 and text[start].isupper():
            yield Span(start, end)


def _is_opener(text: str, word: str) -> bool:
    """Whether a capital only opens a sentence; an article is of the name where the page has none."""
    low = key(word)
    if low in _ARTICLES and word != low and low not in _small_words(text):
        return False
    openers = _offices() | participles() | _verbs()
    return not is_name(low) or low in openers or bool(neighbours().fullmatch(word))


@cache
def _offices() -> frozenset[str]:
    return frozenset(map(key, toml_table("structure.toml")["offices"]))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(map(key, toml_table("structure.toml")["subject_verbs"]))


@lru_cache(maxsize=4)
def _small_words(text: str) -> frozenset[str]:
    return frozenset(_LOWER.findall(text))


def _is_ordinary(text: str, name: Span, start: int) -> bool:
    """Whether it is no name: a word that the page also writes small, a nation, a person, a month."""
    said = text[slice(*name)]
    low = key(said)
    if not is_name(low) or country_code(said) or low in _ordinary_words() | _offices():
        return True
    if name.start <= start and " " not in said and said.lower() in _small_words(text):
        return True
    if _tie_opens(text, name):
        return True
    before = text[max(0, name.start - _BEFORE) : name.start]
    return bool(_office_before().search(before))


def _tie_opens(text: str, name: Span) -> bool:
    """Whether a word for a tie begins where a name does: "Twin town of Norvale since 1980"."""
    return (
        glossary("agreement_cues").match(text, name.start, min(len(text), name.end + _TIE))
        is not None
    )


@cache
def _ordinary_words() -> frozenset[str]:
    table = toml_table("structure.toml")
    kinds = ("concluding_words", "signing_words", "since_words", "participles", "event_nouns")
    told = flatten([table[kind] for kind in kinds])
    return frozenset(map(key, told))


@cache
def _office_before() -> re.Pattern[str]:
    return re.compile(
        rf"{alternation(toml_table('structure.toml')['offices'])}\.? $", re.IGNORECASE
    )


@cache
def neighbours() -> Glossary:
    """Words that bring in what lies beside a place: "neighbouring", "airport of"."""
    return Glossary(toml_table("structure.toml")["neighbour_words"])
