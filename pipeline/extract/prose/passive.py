"""Whether a verb for founding is told of its subject ("the town was founded") and has no object."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.prose.sentence import Sentence
from pipeline.extract.prose.token import Token
from pipeline.normalize.lexeme import alternation, words
from pipeline.normalize.text import key

_LABEL_END = 3
_OPENS_VALUE = frozenset(":-")


def is_passive(text: str, sentence: Sentence, cue: Token) -> bool:
    """Whether a participle stands behind "was", a comma, or as the sentence's first word.

    Behind a label it is of what that names: "National park: founded 1962".
    """
    if key(text[slice(*cue.span)]) not in words("founding_participles"):
        return False
    start = sentence.span.start
    before = text[start : cue.span.start].rstrip()
    if not before:
        return text[max(0, start - _LABEL_END) : start].rstrip(" ")[-1:] not in _OPENS_VALUE
    return before[-1] in ",(" or _passive().search(before) is not None


@cache
def _passive() -> re.Pattern[str]:
    """A word that makes a verb passive, with one more behind it: "was officially"."""
    return re.compile(rf"{alternation(words('passive_words'))}(?: \w+)?$", re.IGNORECASE)
