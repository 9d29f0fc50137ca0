"""Whether an area or a height of a sentence is the place's own: no forest's, no mountain's, no range."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.page import Page
from pipeline.extract.prose.clause import (
    clause_of,
    cue_before,
    may_be_negative,
    negative_words,
    place_noun,
)
from pipeline.extract.prose.countday import new_clause
from pipeline.extract.prose.far import is_road
from pipeline.extract.prose.resident import is_weak
from pipeline.extract.prose.sentence import Sentence
from pipeline.extract.prose.token import Token
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import glossary
from pipeline.normalize.lexeme import alternation, flatten, words

_NEAR = 40
_BEHIND = 16
_SHORT = 2  # words: "between about 1,500 m"
_OF_PLACES = {"kilometer ** 2", "mile ** 2"}
_OF_SOMETHING = re.compile(
    r"\s+(?:[Oo]f|de|von|di)\s+(?!land\b|hill|mountain|coll[iey]n|montagn|montañ|montanh|terrac|rolling|rugged|area\b|which\b|territor|terr[ea]|superfic|its\b|the\b|this\b|cette\b|ce\b|esta\b|este\b|questo\b|questa\b)[a-zà-ÿ]"
)
_OF_NOUN = re.compile(r"\s+(?:of|de|von|di|van)\s+[^\W\d_]+")
_OF_PART = re.compile(r"[의の的](?!うち|중|其中)[^,.。、]{1,10}")
_PLACED = {"lies at", "situated at"}
_AWAY = re.compile(
    r"\s*(?:away|from|off|of|north|south|east|west|to the|del?|du|dal?|von|vom|van|entfernt|från|nach"
    r"|a[ul] (?:nord|sud|norte|sur|est|ouest|este|oeste|ovest))\b",
    re.IGNORECASE,
)
# "420 kilometers by road east of Elm and about 310 meters": what stands between is of the distance.
_LOST_ROAD = re.compile(
    r"\d[\d.,]* ?(?:km|kilomet\w+|miles?)\b[^,;]*? (?:and|und|et|y|e|en|i|и)(?= )", re.IGNORECASE
)


def is_area(page: Page, sentence: Sentence, token: Token, name: str) -> bool:
    """Whether an area that a row (``name``) has found is the place's own."""
    text = page.text
    clause = clause_of(sentence, token)
    cue = cue_before(sentence, token, "CUE_AREA")
    end = cue.span.start if cue else token.span.start
    start = _behind_areas(page, sentence, clause.start, end)
    before = text[start:end]
    if _is_part(page, sentence, token, name) or (
        name == "people on so many km²"
        and negative_words("population").search(text, clause.start, token.span.start)
    ):
        return False
    if name.endswith("in a bracket") and _is_of_guests(page, sentence, token):
        return False
    if cue and not before.strip() and _covers_ground(text, cue, sentence):
        return False
    if not may_be_negative("area", text, max(start, end - _NEAR), end):
        return True
    if cue and _predicate().fullmatch(before):
        return True
    near = _and_has().split(before)[-1][-_NEAR:]
    part = [match.end() for match in negative_words("area").finditer(near)]
    place = [match.end() for match in place_noun().finditer(near)]
    return not part or (bool(place) and max(place) > max(part))


def _is_of_guests(page: Page, sentence: Sentence, token: Token) -> bool:
    """Whether people beside an area in a bracket may be others than who live there: "(300 people, 12 ha)"."""
    beside = [t for t in sentence.taken if t.tag == "FIG_PERSON"]
    nearest = min(beside, key=lambda t: abs(t.span.start - token.span.start), default=None)
    return nearest is None or is_weak(page, nearest)


def _behind_areas(page: Page, sentence: Sentence, start: int, end: int) -> int:
    """Where a stretch goes on behind other areas and what they are of: "190 ha of parks on a total of"."""
    for other in sentence.taken:
        if other.tag == "FIG_AREA" and start <= other.span.start and other.span.end < end:
            of = _OF_NOUN.match(page.text, other.span.end, end)
            start = of.end() if of else other.span.end
    return start


def _covers_ground(text: str, cue: Token, sentence: Sentence) -> bool:
    """Whether a clause that opens with "占地" goes on about a park or a plant right before it."""
    if text[slice(*cue.span)] not in toml_table("structure.toml")["ground_words"]:
        return False
    start = max(sentence.span.start, cue.span.start - _BEHIND)
    return negative_words("area").search(text, start, cue.span.start) is not None


def _is_part(page: Page, sentence: Sentence, token: Token, name: str) -> bool:
    """Whether an area is of something in the place by what stands beside it: "40 km² of forest"."""
    text = page.text
    if name == "bare area" and token.figure is not None and token.figure.number.qualifier:
        return True
    told = name in {"area of", "so many km² with people"}
    if _OF_SOMETHING.match(text, token.span.end) and not told:
        return True
    of = _OF_PART.match(text, token.span.end, sentence.span.end)
    if of and negative_words("area").search(text, of.start(), of.end()):
        return True
    return name == "so many km²" and not _is_whole(page, sentence, token)


def _is_whole(page: Page, sentence: Sentence, token: Token) -> bool:
    """Whether an area without a word for it is a place's: in square kilometres, and no part named."""
    clause = clause_of(sentence, token)
    before = page.text[clause.start : token.span.start]
    behind = page.text[token.span.end : min(clause.end, token.span.end + 2 * _BEHIND)]
    unit = token.figure.unit if token.figure else ""
    if unit not in _OF_PLACES or not (before or behind):
        return unit in _OF_PLACES
    return not negative_words("area").search(f"{before}\n{behind}")


@cache
def _and_has() -> re.Pattern[str]:
    """Where a clause goes on to what a place has: "lies at the sea and has an area of"."""
    having = alternation((*words("having_words"), *words("copulas"), "covers", "occupies"))
    return re.compile(rf"{alternation(words('and_words'))} (?={having})", re.IGNORECASE)


@cache
def _predicate() -> re.Pattern[str]:
    """A subject with what it is, before "with an area": "Norvale is a lake port with a total"."""
    being = alternation(flatten(toml_table("words.toml")["copulas"]))
    having = r"(?:with|of|mit|avec|con|com|met)"
    return re.compile(
        rf"\s*[^\W\d_][^,;:()\n]{{0,60}}?\b{being} (?:a|an|the|one of|ein|eine|une?|una?|un|um|uma|een)\b[^,;:()\n]{{0,60}} {having}(?: \w+){{0,3}} ?",
        re.IGNORECASE,
    )


def is_elevation(page: Page, sentence: Sentence, token: Token, name: str) -> bool:
    """Whether a height is the place's and not of a mountain or a tower named beside it."""
    if is_road(token) or (name in _PLACED and _AWAY.match(page.text, token.span.end)):
        return False
    clause = clause_of(sentence, token)
    start = min(clause.start, max(sentence.span.start, token.span.start - _NEAR))
    if _is_apposed(page.text, sentence.span, clause, token):
        start = max(sentence.span.start, token.span.start - 2 * _NEAR)
    before = page.text[start : token.span.start]
    before = _LOST_ROAD.sub(" ", before)
    lies = _lies_beside().match(page.text[sentence.span.start : token.span.start])
    if lies and not negative_words("elevation").search(lies["subject"]):
        before = ""
    behind = page.text[token.span.end : min(clause.end, token.span.end + _BEHIND)]
    if name in _PLACED and glossary("behind_count_words").match(behind.lstrip()):
        behind = ""  # "sits at 890 m on the edge of Lake Elm"
    joint = new_clause().search(behind)
    around = before + " " + (behind[: joint.start()] if joint else behind)
    if negative_words("elevation").search(around):
        return False
    ranged = _range().search(before)
    return ranged is None or _is_beside(ranged[0], behind)


@cache
def _lies_beside() -> re.Pattern[str]:
    """What a height is set beside of a place that lies: "Elm lies on a ridge, 12 km from Oak and"."""
    lying = alternation((*words("lying_words"), *words("situated_words")))
    road = rf"\d[\d.,]* ?(?:km|kilomet\w+|miles?|mi)\b[^,;\d]{{0,60}}?,? {alternation(words('and_words'))} (?:\w+ ){{0,3}}"
    return re.compile(rf"(?P<subject>[^,;]{{2,60}}?) {lying}\b[^;]{{0,120}}?{road}$", re.IGNORECASE)


def _is_apposed(text: str, sentence: Span, clause: Span, token: Token) -> bool:
    """Whether a height is set off behind what opens a sentence: "The airfield, elevation 309 ft, lies"."""
    short = len(text[clause.start : token.span.start].split()) <= _SHORT
    return short and sum(text.count(mark, sentence.start, clause.start) for mark in ",(") == 1


def _is_beside(said: str, behind: str) -> bool:
    """Whether words for what lies on both sides are none of a range: "between vineyards at 214 m"."""
    named = len(said.split()) > _SHORT and not any(map(str.isdigit, said))
    if not named or not glossary("between_words").match(said):
        return False
    return not _second().match(behind)


@cache
def _second() -> re.Pattern[str]:
    """What leads to the second figure of a range: "and almost"."""
    joints = alternation((*words("until_words"), *words("and_words"), "-", "bis", "to"))
    return re.compile(rf"\W*{joints}", re.IGNORECASE)


@cache
def _range() -> re.Pattern[str]:
    """Words before the first figure of a range, which is no mean: "varies between 1,500 m"."""
    return re.compile(
        rf"{alternation(words('range_words'))}\s*(?:\S+\s+){{0,3}}$|\d\S*\s+(?:\S+\s+)?(?:to|bis|до|tot)\s+$",
        re.IGNORECASE,
    )
