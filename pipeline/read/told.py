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
from pipeline.normalize.lexeme import alternation, flatten, words
from pipeline.normalize.place import country_code, find_countries, find_regions, place_reference
from pipeline.normalize.place_beside import names_feature, opens_with_feature
from pipeline.normalize.text import key
from pipeline.read.grammar import meaning
from pipeline.read.signal import same_place

# What speaks for a name; a paragraph tells of a place only where something does.
BESIDE_PARENT, SUBJECT, TIED, KIND, CLAUSE, KNOWN, AGAIN, FIRST = 3, 3, 3, 2, 1, 1, 1, 1
ENOUGH = 2
_FIRST = 600
_MOST_NAMES = 40
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯІЇЄҐ]"
_NAME = re.compile(
    rf"(?<![\w'’.-]){_CAPITAL}[\w'’-]+(?:(?: | of | and | de | del | da | di | am | sur | upon | on | d['’])(?={_CAPITAL}){_CAPITAL}[\w'’-]+){{0,3}}"
)
_TIED_WITHIN = 24
_BESIDE = re.compile(
    r"\s?[,(]\s?|\s(?:in|en|em|na|w|im|v|в|у|di|au|aux)\s(?:the |la )?", re.IGNORECASE
)
_APPOSED = re.compile(
    r"(?: [a-zà-ÿ]+)?, (?P<said>(?:[a-zà-ÿ\d][\w'’-]* ){1,4}(?:[\w'’-]+ ){0,4}\(?[^\W\d_][\w'’-]*)"
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
            first = FIRST if not scores else 0
            scores[said] = Told(found, _score(text, found, stop, subject, first))
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


def _score(text: str, name: Span, end: int, subject: Span | None, first: int) -> int:
    said = text[slice(*name)]
    if names_feature(text, name, end) or opens_with_feature(said):
        return 0
    is_subject = subject is not None and same_place(said, text[slice(*subject)])
    score = SUBJECT * is_subject + BESIDE_PARENT * _parent_behind(text, name, end)
    score = max(score, TIED * _tied_before(text, name))
    score += KIND * _is_of_kind(text, name, end) + CLAUSE * _goes_on(text, name, end)
    return score + (first if score else 0) + (KNOWN if place_reference(said) is not None else 0)


def _tied_before(text: str, name: Span) -> bool:
    """Whether a word for a tie leads to a name: "twinned with Norvale", "our sister city Norvale"."""
    before = text[max(0, name.start - _TIED_WITHIN) : name.start]
    return _leading_tie().search(before) is not None


@cache
def _leading_tie() -> re.Pattern[str]:
    cues = alternation(flatten(toml_table("words.toml")["agreement_cues"]))
    small = r"(?: (?:of|with|and|to|between|the|city|town|mit|der|stadt|avec|la|ville|de|con|com|met|z|с|von)){0,3}"
    return re.compile(rf"{cues}{small} $", re.IGNORECASE)


def _goes_on(text: str, name: Span, end: int) -> bool:
    """Whether a clause about a name follows it: "Norvale, since 1969 a district of ..."."""
    return _clause().match(text, name.end, end) is not None


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(rf", (?:{'|'.join(toml_table('structure.toml')['clause_openers'])}) ")


def _is_of_kind(text: str, name: Span, end: int) -> bool:
    """Whether a word for a kind of place stands beside a name: "Norvale municipality"."""
    return _kind_behind().match(text, name.end, end) is not None


@cache
def _kind_behind() -> re.Pattern[str]:
    return re.compile(rf" {alternation(words('place_nouns'))}", re.IGNORECASE)


def _parent_behind(text: str, name: Span, end: int) -> bool:
    """Whether a country or a region follows a name: "Seward, Alaska", "Gödöllő in Ungarn"."""
    joint = _BESIDE.match(text, name.end, end)
    if joint is not None and _begins_with_parent(text, joint.end(), end):
        return True
    apposed = _APPOSED.match(text, name.end, end)
    return apposed is not None and bool(find_countries(text, *apposed.span("said")))


def _begins_with_parent(text: str, at: int, end: int) -> bool:
    stop = min(end, at + _PARENT_WITHIN)
    parents = (*find_countries(text, at, stop), *find_regions(text, at, stop))
    return any(parent.span.start == at for parent in parents)


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
    """A proper name at the start of a sentence, before what is said of it, or set beside "our oldest partner"."""
    verbs = alternation(toml_table("structure.toml")["subject_verbs"])
    opening = "|".join(toml_table("structure.toml")["clause_openers"])
    kinds = alternation(words("place_nouns"))
    latin = rf"(?:[dl]['’])?{_CAPITAL}[\w'’-]+(?:[ -](?:of |and |de |del |da |di |d['’]|l['’])?{_CAPITAL}[\w'’-]*){{0,3}}(?: {kinds})?"
    return re.compile(
        rf"(?:(?<=[.!?:\"] )|^)\W{{0,3}}(?:\d{{1,2}}\. ?)?(?i:(?:the|el|la|o|a|il|le|l'|die|der|das|de|het) ?{kinds} (?:of |de |di |d'|do |von |van )?)?(?P<name>{latin})"
        rf"(?=(?:\s?\([^()]{{1,60}}\))?(?:,? (?:{verbs})|, (?:{opening}|[a-z]{{3,}}(?:ing|ed)) )|'s (?:area|population))"
        rf"|(?:(?<=[.!?:\"] )|^)(?i:the|our|its|their|a|another) [^.,;:\n]{{0,60}}, (?P<apposed>{latin})(?=, )"
        r"|(?:^|(?<=[.。\n\"] )|(?<=[。\n]))(?P<korean>[가-힣]{1,8}(?:시|군|구|도|현|성))(?:는|은|이|가)(?= )"
        r"|(?:^|(?<=[。\n]))\s*(?P<han>[\u3040-\u30ff\u4e00-\u9fff·]{2,10}?)(?:是|は|位于|位於|地处|地處|に位置|坐落)"
    )
