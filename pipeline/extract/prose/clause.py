"""The clause around a figure of a sentence: its bounds, its cues, the words that tell of something else."""

from __future__ import annotations

from functools import cache

from pipeline.extract.prose.sentence import Sentence
from pipeline.extract.prose.token import Token
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary
from pipeline.normalize.lexeme import flatten, words

_LONG = 3


@cache
def negative_words(field: str) -> Glossary:
    """Words near a figure by which it is of something else than the place, for a field."""
    table = toml_table("words.toml").get("place_negative_cues", {})
    return Glossary(flatten(table.get(field, ())))


def may_be_negative(field: str, text: str, start: int, end: int) -> bool:
    """Whether a stretch of a page can have one of those words; it costs less than to look for them."""
    return negative_words(field).may_stand(text, start, end)


@cache
def place_noun() -> Glossary:
    """Administrative words and pronouns: what a sentence about the whole place has as its subject."""
    table = toml_table("words.toml")["admin_words"]
    kinds = {str(entry["word"]) for entries in table.values() for entry in entries}
    nouns = {word for kind in kinds if " " in kind for word in kind.split() if len(word) > _LONG}
    nouns |= set(toml_table("structure.toml")["back_references"])
    return Glossary([*kinds, *nouns, *words("place_nouns"), "it"])


def cue_near(sentence: Sentence, token: Token, tag: str) -> Token | None:
    """The last such cue before a token, else the first behind it."""
    behind = (t for t in sentence.taken if t.tag == tag and t.span.start >= token.span.end)
    return cue_before(sentence, token, tag) or next(behind, None)


def cue_before(sentence: Sentence, token: Token, tag: str) -> Token | None:
    """The last cue with a tag before a token of a sentence."""
    last = None
    for other in sentence.taken:
        if other.tag == tag and other.span.end <= token.span.start:
            last = other
    return last


def clause_of(sentence: Sentence, token: Token) -> Span:
    """The stretch around a token up to the nearest breaks of the sentence."""
    start, end = sentence.span
    for other in sentence.tokens:
        if other.tag in {"BREAK", "COMMA", "OPEN"} and other.span.end <= token.span.start:
            start = other.span.end
        if other.tag in {"BREAK", "COMMA", "CLOSE"} and other.span.start >= token.span.end:
            end = other.span.start
            break
    return Span(start, end)
