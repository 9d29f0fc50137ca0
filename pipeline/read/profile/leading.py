"""What leads to a name in a sentence: a preposition, an article, a word for its kind, "the first was"."""

from __future__ import annotations

import re
from functools import cache

from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.lexeme import alternation, words
from pipeline.normalize.text import key
from pipeline.read.profile.placename import is_admin
from pipeline.read.profile.told import participles

_BEFORE = 28
_SMALL = re.compile(r"[^\W\d_A-ZÀ-ÖØ-Þ][\w'’-]*")
# So many small words before a name may stand behind its preposition: "in southern Norvale".
_LED = 3
_CLOSED = re.compile(r"\s?(?:[.!?]?\s*$|[,;:.(]|\s(?:in|en|em|im|nel|na|w|в|у)\s)")
_SHORTEST, _KIND = 3, 4
_SET_OFF = re.compile(r", (?:[a-zß-ÿ]+ )?$")  # "Gegründet von Mönchen, zählt Norvale"
_GOES_ON = re.compile(r" [a-zß-ÿа-я]")


@cache
def _articles() -> frozenset[str]:
    return frozenset(toml_table("structure.toml")["thing_articles"])


@cache
def _indefinite() -> frozenset[str]:
    return frozenset(toml_table("structure.toml")["indefinite_articles"])


def kind_start(text: str, name: Span, start: int) -> int:
    """Where the word for its kind begins right before a name: "the province of Norvale".

    Of "a district of Norvale", "the capital of Norvale" the name is that of another place.
    """
    before = text[start : name.start].rstrip()
    bare, _, joint = before.rpartition(" ")
    bare = bare if key(joint) in toml_table("structure.toml")["authorities"]["of"] else before
    said, _, kind = bare.rpartition(" ")
    if (
        len(kind) < _KIND
        or not is_admin(kind)
        or key(kind) in toml_table("structure.toml")["part_nouns"]
    ):
        return name.start
    if said.rpartition(" ")[2] in _indefinite():
        return name.start
    return start + len(bare) - len(kind)


def is_led(text: str, name: Span, start: int) -> bool:
    """Whether a preposition inside a sentence brings in a name: "a district of Bonn in Germany"."""
    before = text[start : kind_start(text, name, start)].split()
    if len(before) < 2:
        return False
    for word in before[: -_LED - 1 : -1]:
        if key(word) in toml_table("structure.toml")["place_prepositions"]:
            return True
        if not _SMALL.fullmatch(word):
            return False
    return False


def is_thing(text: str, name: Span, start: int) -> bool:
    """Whether a name is a sea's or a palace's: by its last word, or with an article inside a sentence.

    "the Alba Voivodeship" has its article as places of its kind have.
    """
    first, *_, last = (text[slice(*name)] + " ").split(" ")[:-1] * 2
    if is_feature(last):
        return True
    if first != last and (is_admin(first) or is_admin(last)):
        return False
    if kind_start(text, name, start) < name.start:
        return False
    before = text[start : name.start].split()
    if not before or before[-1] not in _articles() - {"a"} or name.start == start:
        return False
    behind = _SMALL.match(text, name.end + 1)
    return not (behind and text[name.end] in " -") or len(behind[0]) < _SHORTEST


def is_feature(name: str) -> bool:
    """Whether a name is that of a sea, a palace or a school by its last word."""
    return feature_noun().fullmatch(name.rpartition(" ")[2]) is not None


@cache
def feature_noun() -> re.Pattern[str]:
    """Words with which the name of a sea, a palace or a school ends."""
    return re.compile(alternation(toml_table("structure.toml")["feature_nouns"]), re.IGNORECASE)


def resumes(text: str, name: Span, sentence: Span) -> bool:
    """Whether a name is what the participle is of with which a sentence opens: "Founded by monks, Norvale keeps"."""
    opened = text[sentence.start : name.start].partition(" ")[0]
    if key(opened) not in participles() or not _GOES_ON.match(text, name.end, sentence.end):
        return False
    comma = _SET_OFF.search(text, max(sentence.start, name.start - _BEFORE), name.start)
    return comma is not None and not is_led(text, name, comma.start())


def is_predicate(text: str, name: Span, sentence: Span) -> bool:
    """Whether a sentence leads up to a name: "The last to join was Norvale.", "then came Norvale, a"."""
    begun = kind_start(text, name, sentence.start)
    of_kind = begun < name.start or is_admin(text[slice(*name)].rpartition(" ")[2])
    if not _leading_verb(of_kind=of_kind).search(text[sentence.start : begun]):
        return False
    return bool(_CLOSED.match(text, name.end, sentence.end))


def is_apposed(text: str, name: Span, sentence: Span, start: int) -> bool:
    """Whether right behind a name stands what it is: "Norvale, a port of", "Río Alba, capital de"."""
    if is_led(text, name, start):
        return False
    return _apposition().match(text, name.end, sentence.end) is not None


def is_person(text: str, name: Span, sentence: Span) -> bool:
    """Whether a name inside a paragraph is of one who was born or died there: "Elm Reed was born".

    A paragraph that opens so may tell of a town: "Norvale was born as a harbour".
    """
    if sentence.start == 0 or text[sentence.start - 1] == "\n":
        return False
    return _person_verb().match(text, name.end, sentence.end) is not None


@cache
def _person_verb() -> re.Pattern[str]:
    verbs = alternation(toml_table("structure.toml")["person_verbs"])
    return re.compile(rf" (?:{verbs}\b|(?:wurde|ist|werd) [^.,;]{{0,40}}\bgeboren\b)")


@cache
def _apposition() -> re.Pattern[str]:
    kinds = alternation(words("settlement_nouns"))
    articles = "|".join(sorted(_articles() | _indefinite()))
    return re.compile(rf",\s(?i:(?:{articles}) )?(?:[a-zß-ÿ][\w'-]* ){{0,2}}(?i:{kinds})\b")


@cache
def _leading_verb(*, of_kind: bool) -> re.Pattern[str]:
    """What leads up to a name, with an article before a word for its kind: "is the Norvale County"."""
    article = f"(?:(?:{'|'.join(sorted(_articles() - {'a'}))}) )?" if of_kind else ""
    return re.compile(rf"{alternation(words('leading_verbs'))}:? {article}$", re.IGNORECASE)
