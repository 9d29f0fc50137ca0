"""Prose to candidates: which property a figure is of, and whether it speaks of this place at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.extract.page import CUED, Candidate, Page
from pipeline.extract.pattern import BY_NAME, ORDER, matcher
from pipeline.extract.sentence import Sentence, Token, find_sentences
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.lexeme import alternation, flatten
from pipeline.normalize.reader import Readings, whole_first
from pipeline.read.signal import ties
from pipeline.schema import place as schema
from pipeline.schema.field import Kind

_NEAR = 40
_BEHIND = 16
_SPLITTING = re.compile(
    r"\s*,?\s*(?:of which|of whom|of them|among them|among which|including)\b.*", re.DOTALL
)
_OF_SOMETHING = re.compile(
    r"\s+(?:of|de|von|di)\s+(?!land\b|area\b|which\b)[a-zà-ÿ]", re.IGNORECASE
)
_DATE_REACH = 60
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_STATING = re.compile(
    r"\b(?:are|has|have|with|of|is|is:|households:?|compte|hat|mit|tiene|con)\s+(?:\w+\s+)?$|[\u3040-\ud7ff:]\s*$",
    re.IGNORECASE,
)


def read_prose(page: Page, span: Span) -> Iterator[Candidate]:
    """The candidates of a stretch of prose, by sentence."""
    if not any(character.isdigit() for character in page.text[span.start : span.end]):
        return
    for sentence in find_sentences(page, span):
        yield from _sentence(page, sentence)


def _sentence(page: Page, sentence: Sentence) -> Iterator[Candidate]:
    taken: set[Span] = set()
    for name, start, end in _matches(sentence):
        row = BY_NAME[name]
        token = _value(sentence, start, end, row.take)
        if (
            token is None
            or token.span in taken
            or not _speaks_of_place(page, sentence, token, name)
        ):
            continue
        readings = _readings(page, token, row.field)
        if readings:
            taken.add(token.span)
            as_of = _as_of(sentence, token) if row.field in {"population", "gdp"} else ""
            yield Candidate(row.field, readings, f"prose: {name}", CUED * row.trust, as_of=as_of)


def _matches(sentence: Sentence) -> list[tuple[str, int, int]]:
    """Matches of all rows in the order of trust, then of the text, the shortest first."""
    strings = sentence.doc.vocab.strings
    found = [(strings[match], start, end) for match, start, end in matcher()(sentence.doc)]
    return sorted(found, key=lambda match: (ORDER[match[0]], match[1], match[2] - match[1]))


def _value(sentence: Sentence, start: int, end: int, take: tuple[str, ...]) -> Token | None:
    """The token of a match that is the value: the last one with a tag to take."""
    tokens = sentence.tokens[start:end]
    return next((token for token in reversed(tokens) if token.tag in take), None)


def _readings(page: Page, token: Token, field: str) -> Readings | None:
    declared = schema.BY_NAME[field]
    if token.date is not None and declared.kind is Kind.DATE:
        return token.date
    if token.figure is None:
        return None
    context = page.context._replace(unit=declared.unit if declared.kind is not Kind.MONEY else "")
    target = "" if declared.kind is Kind.MONEY else declared.unit
    readings = token.figure.read(context, target)
    if token.figure.dimension == "" and declared.kind is Kind.NUMBER:
        readings = tuple(
            r._replace(qualifier=f"{r.qualifier} unit assumed".strip()) for r in readings
        )
    return whole_first(token.figure, readings) if declared.kind is Kind.COUNT else readings


def _as_of(sentence: Sentence, token: Token) -> str:
    """The nearest date or year of the sentence within reach of a figure, before or behind it."""
    dates = [other for other in sentence.tokens if other.date and other.span != token.span]
    near = [
        (_distance(other.span, token.span), other)
        for other in dates
        if _together(sentence, other, token)
    ]
    near = [(reach, other) for reach, other in near if reach <= _DATE_REACH]
    if not near or not near[0][1].date:
        return ""
    nearest = min(near, key=lambda pair: pair[0])[1]
    return str(nearest.date[0].value) if nearest.date else ""


def _together(sentence: Sentence, one: Token, other: Token) -> bool:
    """Whether no comma and no other figure stands between two tokens."""
    first, last = sorted((one.span, other.span))
    between = (t for t in sentence.tokens if first.end <= t.span.start and t.span.end <= last.start)
    return not any(t.tag in {"COMMA", "BREAK"} or t.tag.startswith("FIG_") for t in between)


def _distance(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end)


def _speaks_of_place(page: Page, sentence: Sentence, token: Token, name: str) -> bool:
    """Whether a figure is the place's own and not of a part, of another place or of visitors."""
    field = BY_NAME[name].field
    if field == "population":
        return _is_population(page, sentence, token, name)
    if field == "area_km2":
        return _is_area(page, sentence, token, name)
    if field == "founded":
        return _is_founding(page, sentence, token)
    if field == "households":
        return name != "households" or _is_stated(page, sentence, token)
    qualifier = token.figure.number.qualifier if token.figure else ""
    return field != "elevation_m" or not qualifier


@cache
def _negative(field: str) -> re.Pattern[str]:
    table = toml_table("words.toml").get("place_negative_cues", {})
    return re.compile(alternation(flatten(table.get(field, ()))), re.IGNORECASE)


@cache
def _sub_population() -> re.Pattern[str]:
    words = alternation(flatten(toml_table("structure.toml")["sub_populations"]))
    return re.compile(rf"{words}\s*$", re.IGNORECASE)


@cache
def _weak_noun() -> re.Pattern[str]:
    return re.compile(
        rf"\s?{alternation(flatten(toml_table('structure.toml')['weak_person_nouns']))}",
        re.IGNORECASE,
    )


def _is_population(page: Page, sentence: Sentence, token: Token, name: str) -> bool:
    text = page.text
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
    cue = _cue_before(sentence, token, "CUE_AREA")
    start = _clause(sentence, token).start
    before = text[start : cue.span.start if cue else token.span.start]
    near = before[-_NEAR:]
    part = [match.end() for match in _negative("area").finditer(near)]
    place = [match.end() for match in _place_noun().finditer(near)]
    return not part or (bool(place) and max(place) > max(part))


@cache
def _place_noun() -> re.Pattern[str]:
    """Administrative words and pronouns: what a sentence about the whole place has as its subject."""
    table = toml_table("words.toml")["admin_words"]
    kinds = [str(entry["word"]) for entries in table.values() for entry in entries]
    return re.compile(alternation([*kinds, "it"]), re.IGNORECASE)


def _is_founding(page: Page, sentence: Sentence, token: Token) -> bool:
    """Whether it is the place that was founded, and no tie, firm or school of it."""
    cue = _cue_before(sentence, token, "CUE_FOUNDED")
    if cue is None or ties(page.text[slice(*sentence.span)]):
        return False
    said = _IN_BRACKETS.sub(" ", page.text[sentence.span.start : cue.span.start])
    subject = re.split(r"[,;(]", said)[-1].strip()
    named = subject == said.strip() and all(word[0].isupper() for word in subject.split())
    return bool(_place_noun().search(subject)) or named


def _is_stated(page: Page, sentence: Sentence, token: Token) -> bool:
    """Whether households are counted ("there are", "with") and not told of ("37 households came")."""
    before = page.text[max(sentence.span.start, token.span.start - 24) : token.span.start]
    return bool(_STATING.search(before))


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
