"""The place that a sentence brings in: of its names the one for which most speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.model.value import Reading
from pipeline.normalize.lexeme import alternation, flatten, words
from pipeline.normalize.place import country_code, find_countries, find_regions, place_reference
from pipeline.normalize.place_beside import names_feature, opens_with_feature
from pipeline.normalize.text import is_cjk, key
from pipeline.read.told import find_subject, is_name

# What speaks for a name, and against it.
PARENT, TIED, ALONE, NATION, OF_KIND = 4, 3, 3, 2, 2
STARTS, OPENS, NEAR, APPOSED, GOES_ON, KNOWN, SHOUTED = 1, 1, 1, 1, 1, 1, 1
NEIGHBOUR = -3
_MOST_NAMES = 12
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯІЇЄҐ]"
_SMALL = r" (?:of|de|del|della|da|di|do|du|la|le|am|an|der|im|in|sur|upon|on|and|y|e) | & | d['’]| l['’]|-"
_NAME = re.compile(
    rf"(?<![\w'’.@/-])(?:[dlDL]['’])?{_CAPITAL}(?:t\. {_CAPITAL})?[\w'’-]*(?:(?: |{_SMALL})(?:[dl]['’])?{_CAPITAL}[\w'’-]+){{0,4}}"
)
_BESIDE = re.compile(
    r"(?:\s?[,(/]\s?|\s-\s|\s(?:in|en|em|na|w|we|im|v|ve|в|у|di|au|aux|i)\s)(?:the |la |der |den )?",
    re.IGNORECASE,
)
_ARTICLES = frozenset({"el", "la", "le", "los", "las", "les", "al"})
_DERIVED = {"country:adjective", "country:demonym"}
_BEFORE = 28
_MARKER = re.compile(r"\W{0,3}(?:\(?[a-hA-H\d]{1,2}[.)]\s*)?[\W]*")
_AWAY = re.compile(r"\s?[,(]? ?(?:\w+ )?\d[\d.,]* ?(?:km|kilom\w+|miles?|mi)\b", re.IGNORECASE)
_END = re.compile(r"\s?[.:]?\s*$")
_LOWER = re.compile(r"(?<!\w)[a-zß-öø-ÿа-яёіїєґ][\w'’-]*")


class Mention(NamedTuple):
    """A name with what speaks for it."""

    span: Span
    score: int


def find_mention(text: str, sentence: Span) -> Mention | None:
    """The name that a sentence of folded text most likely brings in; None where it has none."""
    found = list(_mentions(text, sentence))
    return max(found, key=lambda mention: (mention.score, -mention.span.start), default=None)


def _mentions(text: str, sentence: Span) -> Iterator[Mention]:
    start = _start(text, sentence)
    parents = (*find_countries(text, *sentence), *find_regions(text, *sentence))
    names = [
        name
        for found in _names(text, sentence)
        if (name := _bare(text, found, start, parents))
        and not _is_ordinary(text, name, start)
        and not (name.start > start and any(parent.span.covers(name) for parent in parents))
    ]
    beside = [n for n in names if _parent_beside(text, n, sentence.end, parents)]
    own = [n for n in beside if _tied_before(text, n) or not _is_led(text, n, start)]
    told = next((n for n in names if _goes_on(text, n, sentence.end)), next(iter(names), None))
    for name in names:
        nation = name == told and not own and any(not name.covers(p.span) for p in parents)
        score = _score(text, name, sentence, start) + PARENT * (name in own) + NATION * nation
        if not names_feature(text, name, sentence.end):
            yield Mention(name, score)
    subject = find_subject(text, sentence) if not names else None
    if subject is not None and is_cjk(text[subject.start]):
        nation = any(parent.span.start > subject.start for parent in parents)
        yield Mention(subject, STARTS + OPENS + GOES_ON + NATION * nation)


def _bare(text: str, name: Span, opening: int, parents: Sequence[Reading[str]]) -> Span | None:
    """Of "Wuxi in China", "het Engelse Windsor" the name; a country is none."""
    start, end = name
    for parent in parents:
        if start < parent.span.start and parent.span.end == end:
            end = max(start, text.rfind(" ", start, parent.span.start - 1))
        elif start == parent.span.start > opening and parent.rule in _DERIVED:
            start = min(end, parent.span.end + 1)
    inside = text.find(" in ", start, end)
    if inside > 0 and not _parent_beside(text, Span(start, end), len(text), parents):
        end = inside
    return Span(start, end) if start < end and not country_code(text[start:end]) else None


def _is_led(text: str, name: Span, start: int) -> bool:
    """Whether a preposition inside a sentence brings in a name: "a district of Bonn in Germany"."""
    before = text[start : name.start].split()
    return len(before) > 1 and key(before[-1]) in toml_table("structure.toml")["place_prepositions"]


def _start(text: str, sentence: Span) -> int:
    """Where a sentence begins behind marks, numbers and the word for a kind of place."""
    at = _MARKER.match(text, *sentence)
    start = at.end() if at else sentence.start
    kind = _kind_before().match(text, start, sentence.end)
    return kind.end() if kind else start


@cache
def _kind_before() -> re.Pattern[str]:
    kinds = alternation(words("place_nouns"))
    return re.compile(
        rf"(?:(?:the|el|la|o|a|il|le|die|der|das|de|het) ?)?{kinds} (?:of |de |di |d'|do |von |van )?",
        re.IGNORECASE,
    )


def _names(text: str, sentence: Span) -> Iterator[Span]:
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
        if end - start > 1 and text[start].isupper():
            yield Span(start, end)


def _is_opener(text: str, word: str) -> bool:
    """Whether a capital only opens a sentence; an article is of the name where the page has none."""
    low = key(word)
    if low in _ARTICLES and word != low and low not in _small_words(text):
        return False
    return not is_name(low) or low in _offices() or bool(_neighbours().fullmatch(word))


@cache
def _offices() -> frozenset[str]:
    return frozenset(map(key, toml_table("structure.toml")["offices"]))


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
    before = text[max(0, name.start - _BEFORE) : name.start]
    return bool(_office_before().search(before))


@cache
def _ordinary_words() -> frozenset[str]:
    table = toml_table("structure.toml")
    kinds = ("concluding_words", "signing_words", "since_words", "participles")
    told = flatten([table[kind] for kind in kinds])
    return frozenset(map(key, told))


@cache
def _office_before() -> re.Pattern[str]:
    return re.compile(
        rf"{alternation(toml_table('structure.toml')['offices'])}\.? $", re.IGNORECASE
    )


def _score(text: str, name: Span, sentence: Span, start: int) -> int:
    said = text[slice(*name)]
    if opens_with_feature(said):
        return 0
    of_kind = _kind_behind().match(text, name.end, sentence.end)
    goes_on = _goes_on(text, Span(name.start, of_kind.end()) if of_kind else name, sentence.end)
    score = GOES_ON * goes_on
    if name.start <= start:
        score += STARTS + OPENS * (goes_on or " " in said)
        score += ALONE * bool(_END.match(text, name.end, sentence.end))
    else:
        apposed = text[max(0, name.start - 2) : name.start] == ", " and text[name.end] == ","
        score += NEAR * (name.start < start + _BEFORE) + APPOSED * apposed
    score += TIED * _tied_before(text, name) + OF_KIND * (of_kind is not None)
    score += KNOWN * (place_reference(said) is not None)
    score += SHOUTED * (said.isupper() and len(said) > 3)
    return score + NEIGHBOUR * _is_neighbour(text, name, sentence)


def _parent_beside(text: str, name: Span, end: int, parents: Sequence[Reading[str]]) -> bool:
    """Whether a country or a region follows a name: "Seward, Alaska", "Gödöllő in Ungarn"."""
    joint = _BESIDE.match(text, name.end, end)
    at = joint.end() if joint else -1
    return any(parent.span.start == at for parent in parents)


def _goes_on(text: str, name: Span, end: int) -> bool:
    """Whether what follows a name tells of it: a verb, a clause, a mark that sets it off."""
    return bool(_verb().match(text, name.end, end))


@cache
def _verb() -> re.Pattern[str]:
    verbs = alternation(toml_table("structure.toml")["subject_verbs"])
    where = alternation(toml_table("structure.toml")["place_prepositions"])
    return re.compile(rf"(?i:,? {verbs}|, |\s?[(:;]| - |\. )|(?i: {where} )(?={_CAPITAL})")


def _tied_before(text: str, name: Span) -> bool:
    """Whether a word for a tie leads to a name: "twinned with Norvale", "our sister city Norvale"."""
    return bool(_leading_tie().search(text[max(0, name.start - _BEFORE) : name.start]))


@cache
def _leading_tie() -> re.Pattern[str]:
    cues = alternation(flatten(toml_table("words.toml")["agreement_cues"]))
    small = r"(?: (?:of|with|and|to|between|the|is|city|town|mit|der|stadt|avec|la|ville|de|con|com|met|z|с|von)){0,3}"
    return re.compile(rf"{cues}{small} $", re.IGNORECASE)


@cache
def _kind_behind() -> re.Pattern[str]:
    return re.compile(rf" {alternation(words('place_nouns'))}", re.IGNORECASE)


def _is_neighbour(text: str, name: Span, sentence: Span) -> bool:
    """Whether a name is only of what lies beside the place: "neighbouring Norvale", "Norvale, 20 km"."""
    before = text[max(sentence.start, name.start - _BEFORE) : name.start]
    return bool(_AWAY.match(text, name.end, sentence.end) or _neighbours().search(before))


@cache
def _neighbours() -> re.Pattern[str]:
    return re.compile(alternation(toml_table("structure.toml")["neighbour_words"]), re.IGNORECASE)
