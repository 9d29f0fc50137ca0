"""Whether a figure behind a word for a population counts all who live there: no part, no other thing."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.page import Page
from pipeline.extract.prose.clause import cue_before
from pipeline.extract.prose.sentence import Sentence
from pipeline.extract.prose.token import Token
from pipeline.lexicon.tables import toml_table
from pipeline.normalize.glossary import glossary
from pipeline.normalize.lexeme import alternation, flatten, words
from pipeline.normalize.noun import noun_at
from pipeline.normalize.reader import whole_first
from pipeline.normalize.text import key

_PLURAL = re.compile(r" ([a-zà-öø-ÿ]{2,}s)\b")
_MANY = 500
_WHOLE = 100  # per cent
_HOME = re.compile(r"[^\d.;()]{0,60}\bcalls?\s[^\d.;()]{1,60}\bhome\b", re.IGNORECASE)
_RANGE_OF_YEARS = re.compile(r"\b(?:1[5-9]|20)\d\d\s?[-–/]\s?$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def counts_residents(page: Page, sentence: Sentence, token: Token) -> bool:
    """Whether a figure behind the word for a population is one of all who live there."""
    cue = cue_before(sentence, token, "CUE_POPULATION")
    if _counts_others(page, token, cue) or _is_share(page, sentence, token, cue):
        return False
    if cue and _counts_guests(page, token, cue):
        return False
    said = (page.text, sentence.span.start, cue.span.start) if cue else None
    return said is None or not _sub_population().search(*said)


def _counts_guests(page: Page, token: Token, cue: Token) -> bool:
    """Whether few people follow a word for citizens: "市民30名が訪米" are no population."""
    if token.figure is None or token.span.start > cue.span.end + 1:
        return False
    readings = whole_first(token.figure, token.figure.read(page.context))
    few = bool(readings) and readings[0].value < _MANY
    return few and glossary("person_nouns").fullmatch(page.text[slice(*cue.span)]) is not None


def calls_home(page: Page, sentence: Sentence, token: Token) -> bool:
    """Whether those who are counted call the place home, all of them: "9,000 men and women call it home"."""
    behind = page.text[token.span.end : sentence.span.end]
    return _HOME.match(behind) is not None


def ends_years(text: str, token: Token) -> bool:
    """Whether a count is the last of a range of years: "In 1928-1943 people came to the baths"."""
    start, end = token.figure.span if token.figure else token.span
    return (
        _YEAR.fullmatch(text, start, end) is not None
        and _RANGE_OF_YEARS.search(text, max(0, start - 8), start) is not None
    )


def _is_share(page: Page, sentence: Sentence, token: Token, cue: Token | None) -> bool:
    """Whether a bare figure goes on with shares: "counts for 9 percent, and private owners hold 18"."""
    if token.tag != "FIG_BARE" or token.figure is None or cue is None:
        return False
    between = (t for t in sentence.taken if cue.span.end <= t.span.start < token.span.start)
    if not any(t.tag == "FIG_SHARE" for t in between):
        return False
    readings = token.figure.read(page.context)
    return bool(readings) and readings[0].value <= _WHOLE


def _counts_others(page: Page, token: Token, cue: Token | None) -> bool:
    """Whether the next word names what a bare figure counts: "compte 345 entreprises", "23 wards"."""
    if token.tag != "FIG_BARE" or token.figure is None:
        return False
    plural = _PLURAL.match(page.text, token.span.end)
    if plural and plural[1] not in words("no_plurals"):
        return True
    if cue is None or key(page.text[slice(*cue.span)]) not in words("having_words"):
        return False
    noun = noun_at(page.text, token.figure.span.end, len(page.text))
    small = toml_table("structure.toml")["small_words"]
    return noun is not None and key(page.text[slice(*noun)]) not in small


@cache
def _sub_population() -> re.Pattern[str]:
    parts = alternation(flatten(toml_table("structure.toml")["sub_populations"]))
    return re.compile(rf"{parts}\s*$", re.IGNORECASE)
