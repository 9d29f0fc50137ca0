"""Whose a figure of a sentence is: the place's own, or a part's, a neighbour's, a visitor's."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from pipeline.extract.elsewhere import Names, is_elsewhere, is_road
from pipeline.extract.page import Page
from pipeline.extract.pattern import Row
from pipeline.extract.sentence import Sentence, Token
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.lexeme import alternation, flatten, words
from pipeline.normalize.text import key
from pipeline.read.signal import ties

_NEAR = 40
_OF_PLACES = {"kilometer ** 2", "mile ** 2"}
_LONG = 3
_BEHIND = 16
_SPLITTING = re.compile(
    r"\s*,?\s*(?:of which|of whom|of them|among them|among which|including)\b.*", re.DOTALL
)
_OF_SOMETHING = re.compile(
    r"\s+(?:of|de|von|di)\s+(?!land\b|area\b|which\b)[a-zà-ÿ]", re.IGNORECASE
)
_TIMES = re.compile(r"\s?(?:배|倍|times\b|-?fold\b|fois\b|veces\b|vezes\b)", re.IGNORECASE)
_OF_PART = re.compile(r"[의の的](?!うち|중|其中)[^,.。、]{1,10}")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_STATING = re.compile(
    r"\b(?:are|has|have|with|of|in|is|is:|households:?|compte|hat|mit|tiene|con)\s+(?:\w+\s+)?$|[\u3040-\ud7ff:]\s*$",
    re.IGNORECASE,
)


def speaks_of_place(page: Page, sentence: Sentence, token: Token, row: Row, names: Names) -> bool:
    """Whether a figure is the place's own and not of a part, of another place or of visitors."""
    if is_elsewhere(page, sentence, token, names):
        return False
    if row.field == "population" and not _is_population(page, sentence, token, row.name):
        return False
    if row.field == "area_km2" and not _is_area(page, sentence, token, row.name):
        return False
    if row.field == "founded" and not _is_founding(page, sentence, token, names):
        return False
    if row.field == "elevation_m" and not _is_elevation(page, sentence, token):
        return False
    return row.name != "households" or _is_stated(page, sentence, token)


def _is_beside(sentence: Sentence, token: Token) -> bool:
    """Whether a distance was named before: "45 km from the capital, a city of 2 million"."""
    return any(is_road(t) for t in sentence.tokens if t.span.end <= token.span.start)


@cache
def _negative(field: str) -> re.Pattern[str]:
    table = toml_table("words.toml").get("place_negative_cues", {})
    return re.compile(alternation(flatten(table.get(field, ()))), re.IGNORECASE)


@cache
def _sub_population() -> re.Pattern[str]:
    parts = alternation(flatten(toml_table("structure.toml")["sub_populations"]))
    return re.compile(rf"{parts}\s*$", re.IGNORECASE)


@cache
def _weak_noun() -> re.Pattern[str]:
    return re.compile(
        rf"\s?{alternation(flatten(toml_table('structure.toml')['weak_person_nouns']))}",
        re.IGNORECASE,
    )


def _is_population(page: Page, sentence: Sentence, token: Token, name: str) -> bool:
    text = page.text
    if name.startswith("town of") and _is_beside(sentence, token):
        return False
    if _TIMES.match(text, token.span.end):
        return False
    if name.startswith("population"):
        cue = _cue_before(sentence, token, "CUE_POPULATION")
        return cue is None or not _sub_population().search(
            text, sentence.span.start, cue.span.start
        )
    if name == "inhabitants" and _weak_noun().match(text, token.span.end):
        return False
    clause = _clause(sentence, token)
    stop = token.figure.stop if token.figure else token.span.end
    behind = _SPLITTING.sub("", text[stop : min(clause.end, stop + _BEHIND)])
    before = text[clause.start : token.span.start]
    return not any(_negative("population").search(said) for said in (before, behind))


def _is_area(page: Page, sentence: Sentence, token: Token, name: str) -> bool:
    text = page.text
    if name == "bare area" and token.figure is not None and token.figure.number.qualifier:
        return False
    if _OF_SOMETHING.match(text, token.span.end) and name != "area of":
        return False
    of = _OF_PART.match(text, token.span.end, sentence.span.end)
    if of and _negative("area").search(text, of.start(), of.end()):
        return False
    if name == "so many km²" and not _is_whole(page, sentence, token):
        return False
    cue = _cue_before(sentence, token, "CUE_AREA")
    start = _clause(sentence, token).start
    before = text[start : cue.span.start if cue else token.span.start]
    near = before[-_NEAR:]
    part = [match.end() for match in _negative("area").finditer(near)]
    place = [match.end() for match in _place_noun().finditer(near)]
    return not part or (bool(place) and max(place) > max(part))


def _is_whole(page: Page, sentence: Sentence, token: Token) -> bool:
    """Whether an area without a word for it is a place's: in square kilometres, and no part named."""
    clause = _clause(sentence, token)
    before = page.text[clause.start : token.span.start]
    behind = page.text[token.span.end : min(clause.end, token.span.end + 2 * _BEHIND)]
    unit = token.figure.unit if token.figure else ""
    return unit in _OF_PLACES and not _negative("area").search(f"{before}\n{behind}")


@cache
def _place_noun() -> re.Pattern[str]:
    """Administrative words and pronouns: what a sentence about the whole place has as its subject."""
    table = toml_table("words.toml")["admin_words"]
    kinds = {str(entry["word"]) for entries in table.values() for entry in entries}
    nouns = {word for kind in kinds if " " in kind for word in kind.split() if len(word) > _LONG}
    return re.compile(alternation([*kinds, *nouns, "it"]), re.IGNORECASE)


def _is_founding(page: Page, sentence: Sentence, token: Token, names: Names) -> bool:
    """Whether it is the place that was founded, and no tie, firm or school of it."""
    cue = _cue_near(sentence, token, "CUE_FOUNDED")
    if cue is None or ties(page.text[slice(*sentence.span)]):
        return False
    start = min(cue.span.start, token.span.start)
    said = _IN_BRACKETS.sub(" ", page.text[sentence.span.start : start])
    subject = re.split(r"[,;(]", said)[-1].strip()
    around = f"{subject} {page.text[start : max(cue.span.end, token.span.end)]}"
    if _negative("founded").search(around):
        return False
    return not subject or bool(_place_noun().search(subject)) or _is_name(subject, names)


@cache
def _openers() -> frozenset[str]:
    return frozenset(toml_table("structure.toml")["openers"])


@cache
def _as_of_word() -> re.Pattern[str]:
    return re.compile(alternation(words("as_of_words")), re.IGNORECASE)


def _is_name(subject: str, names: Names) -> bool:
    """Whether a subject opens with the place's name, or with a name and names nothing else."""
    said = key(subject)
    if any(said.startswith(name) for name in names):
        return True
    first, *others = _as_of_word().sub(" ", subject).split() or [""]
    capitals = [word for word in others if word[0].isupper()]
    run = list(takewhile(lambda word: word[0].isupper(), others))
    return first[:1].isupper() and key(first) not in _openers() and len(capitals) == len(run)


def _is_elevation(page: Page, sentence: Sentence, token: Token) -> bool:
    """Whether a height is the place's and not of a mountain or a tower named beside it."""
    clause = _clause(sentence, token)
    start = min(clause.start, max(sentence.span.start, token.span.start - _NEAR))
    around = page.text[start : min(clause.end, token.span.end + _BEHIND)]
    return not _negative("elevation").search(around)


def _is_stated(page: Page, sentence: Sentence, token: Token) -> bool:
    """Whether households are counted ("there are", "with") and not told of ("37 households came")."""
    before = page.text[max(sentence.span.start, token.span.start - 24) : token.span.start]
    return not before.strip() or bool(_STATING.search(before))


def _cue_near(sentence: Sentence, token: Token, tag: str) -> Token | None:
    """The last such cue before a token, else the first behind it."""
    behind = (t for t in sentence.tokens if t.tag == tag and t.span.start >= token.span.end)
    return _cue_before(sentence, token, tag) or next(behind, None)


def _cue_before(sentence: Sentence, token: Token, tag: str) -> Token | None:
    before = [t for t in sentence.tokens if t.tag == tag and t.span.end <= token.span.start]
    return before[-1] if before else None


def _clause(sentence: Sentence, token: Token) -> Span:
    """The stretch around a token up to the nearest breaks of the sentence."""
    start, end = sentence.span
    for other in sentence.tokens:
        if other.tag in {"BREAK", "COMMA", "OPEN"} and other.span.end <= token.span.start:
            start = other.span.end
        if other.tag in {"BREAK", "COMMA", "CLOSE"} and other.span.start >= token.span.end:
            end = other.span.start
            break
    return Span(start, end)
