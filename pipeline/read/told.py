"""Which place a paragraph tells of: its subject, or the name set beside a country or repeated most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.date_part import months
from pipeline.normalize.lexeme import alternation, words
from pipeline.normalize.place import country_code, find_countries, find_regions, place_reference
from pipeline.normalize.place_beside import names_feature
from pipeline.normalize.text import key
from pipeline.read.grammar import meaning
from pipeline.read.signal import same_place

# What speaks for a name; a paragraph tells of a place only where something does.
BESIDE_PARENT, SUBJECT, KNOWN, AGAIN = 3, 3, 1, 1
ENOUGH = 2
_FIRST = 600
_MOST_NAMES = 40
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯІЇЄҐ]"
_NAME = re.compile(
    rf"(?<![\w'’.-]){_CAPITAL}[\w'’-]+(?:(?: | of | de | del | da | di | am | sur | upon | on )(?={_CAPITAL}){_CAPITAL}[\w'’-]+){{0,3}}"
)
_BESIDE = re.compile(
    r"\s?[,(]\s?|\s(?:in|en|em|na|w|im|v|в|у|di|au|aux)\s(?:the |la )?", re.IGNORECASE
)
_PARENT_WITHIN = 30


class Told(NamedTuple):
    """A name with what speaks for it."""

    span: Span
    score: int


def told_place(text: str, span: Span, home: str = "") -> Told | None:
    """The name that a paragraph of folded text is most likely about, None where nothing tells.

    ``home`` is a text whose names are not looked for, as the title with the speaker's own town.
    """
    stop = min(span.end, span.start + _FIRST)
    subject = find_subject(text, span)
    scores: dict[str, Told] = {}
    for found in _names(text, Span(span.start, stop)):
        said = key(text[slice(*found)])
        if said in home or not _names_town(said):
            continue
        known = scores.get(said)
        if known is None:
            scores[said] = Told(found, _score(text, found, stop, subject))
        else:
            scores[said] = known._replace(score=known.score + AGAIN)
    said = key(text[slice(*subject)]) if subject is not None else ""
    if subject is not None and said not in scores and said not in home and _names_town(said):
        scores[said] = Told(subject, SUBJECT)
    best = max(scores.values(), key=lambda told: (told.score, -told.span.start), default=None)
    return best if best is not None and best.score >= ENOUGH else None


def _names(text: str, span: Span) -> Iterator[Span]:
    """The runs of capitalised words of a stretch, without the small word that opens a sentence."""
    for match in islice(_NAME.finditer(text, span.start, span.end), _MOST_NAMES):
        first, blank, rest = match[0].partition(" ")
        opener = len(first) + 1 if blank and not is_name(key(first)) and rest[0].isupper() else 0
        yield Span(match.start() + opener, match.end())


def _names_town(said: str) -> bool:
    return is_name(said) and not country_code(said)


def _score(text: str, name: Span, end: int, subject: Span | None) -> int:
    said = text[slice(*name)]
    score = SUBJECT if subject is not None and same_place(said, text[slice(*subject)]) else 0
    if _parent_behind(text, name, end):
        score += BESIDE_PARENT
    if names_feature(text, name, end):
        return 0
    return score + (KNOWN if place_reference(said) is not None else 0)


def _parent_behind(text: str, name: Span, end: int) -> bool:
    """Whether a country or a region follows a name: "Seward, Alaska", "Gödöllő in Ungarn"."""
    joint = _BESIDE.match(text, name.end, end)
    if joint is None:
        return False
    stop = min(end, joint.end() + _PARENT_WITHIN)
    parents = (*find_countries(text, joint.end(), stop), *find_regions(text, joint.end(), stop))
    return any(parent.span.start == joint.end() for parent in parents)


def is_name(said: str) -> bool:
    """Whether words in lower case name something: no pronoun, month, or kind of place alone."""
    said_words = {word.removesuffix("'s") for word in said.split()}
    return not said_words <= _nameless() and not meaning(said).known


@cache
def _nameless() -> frozenset[str]:
    kinds = (
        str(e["word"]) for rows in toml_table("words.toml")["admin_words"].values() for e in rows
    )
    return frozenset((*toml_table("structure.toml")["openers"], *map(key, kinds), *months()))


def find_subject(text: str, span: Span) -> Span | None:
    """The proper name that is the subject of the first sentence of a stretch that has one."""
    for match in _subject().finditer(text[slice(*span)]):
        start, end = (span.start + at for at in match.span(match.lastgroup or "name"))
        if is_name(key(text[start:end])):
            return Span(start, end)
    return None


@cache
def _subject() -> re.Pattern[str]:
    """A proper name at the start of a sentence, before what is said of it."""
    verbs = alternation(toml_table("structure.toml")["subject_verbs"])
    kinds = alternation(words("place_nouns"))
    latin = rf"{_CAPITAL}[\w'’-]+(?:[ -](?:of |de |del |da )?{_CAPITAL}[\w'’-]*){{0,3}}(?: (?:city|district|county|province|town|prefecture|krai|oblast))?"
    return re.compile(
        rf"(?:(?<=[.!?:\"] )|^)\W{{0,3}}(?:\d{{1,2}}\. ?)?(?i:(?:the|el|la|o|a|il|le|l'|die|der|das|de|het) ?{kinds} (?:of |de |di |d'|do |von |van )?)?(?P<name>{latin})"
        rf"(?=(?:\s?\([^()]{{1,60}}\))?(?:,? (?:{verbs})|, (?:in|a|an|the|which|with|where|situated|located|en|im|em|nel|na|een|eine|une|una|um|uma) )|'s (?:area|population))"
        r"|(?:^|(?<=[.。\n\"] )|(?<=[。\n]))(?P<korean>[가-힣]{1,8}(?:시|군|구|도|현|성))(?:는|은|이|가)(?= )"
        r"|(?:^|(?<=[。\n]))\s*(?P<han>[\u3040-\u30ff\u4e00-\u9fff·]{2,10}?)(?:是|は|位于|位於|地处|地處|に位置|坐落)"
    )
