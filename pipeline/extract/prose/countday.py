"""As of when a figure of prose holds: the date beside it, and none of another thing."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.page import Page
from pipeline.extract.prose.countwords import is_event, is_of_count
from pipeline.extract.prose.sentence import Sentence
from pipeline.extract.prose.token import Token
from pipeline.lexicon.tables import toml_table
from pipeline.model.source import Span
from pipeline.normalize.glossary import Glossary, glossary
from pipeline.normalize.lexeme import alternation, words

_DATE_REACH = 80
_SINCE, _SHORT = 16, 4
_NEXT_WORDS = re.compile(r"(?: [^\W\d_]+){1,3}")
_BARRIERS = {"COMMA", "BREAK"}


def as_of(page: Page, sentence: Sentence, token: Token) -> str:
    """The nearest date or year of the sentence that a figure goes with, before or behind it."""
    dates = [
        other
        for other in sentence.tokens
        if other.date
        and other.span != token.span
        and not _is_beginning(page.text, other)
        and not _in_other_bracket(sentence, other, token)
        and _distance(other.span, token.span) <= _DATE_REACH
        and (
            _together(page, sentence, other, token)
            or _opens(page, sentence, other, token)
            or _follows(page, sentence, other, token)
        )
        and not _is_after_event(page.text, sentence, other)
    ]
    dates.reverse()  # of two that are as near, "in 1990 to 84,300 in 2015", the one behind
    nearest = min(dates, key=lambda other: _distance(other.span, token.span), default=None)
    nearest = nearest or _census_day(page.text, sentence, token)
    return str(nearest.date[0].value) if nearest and nearest.date else ""


def _census_day(text: str, sentence: Sentence, token: Token) -> Token | None:
    """The only date of a sentence if it is a census's, for the first count before it.

    "9,693; male 4,805, female 4,888, as per census of 2011": its parts stand between.
    """
    dates = [other for other in sentence.tokens if other.date]
    if len(dates) != 1 or dates[0].span.start < token.span.end:
        return None
    before = (t for t in sentence.tokens if t.span.end <= token.span.start)
    if any(_is_other_figure(t) for t in before):
        return None
    breaks = (t.span.end for t in sentence.tokens if t.tag in _BARRIERS)
    start = max((at for at in breaks if at <= dates[0].span.start), default=token.span.end)
    told = glossary("census_words").search(text, start, dates[0].span.start)
    return dates[0] if told is not None else None


def _is_beginning(text: str, date: Token) -> bool:
    """Whether a date tells since when something is: "partner since 1982: 90,000 inhabitants"."""
    return bool(_beginning().search(text[max(0, date.span.start - _SINCE) : date.span.start]))


@cache
def _beginning() -> re.Pattern[str]:
    since = (word for word in toml_table("structure.toml")["since_words"] if len(word) > _SHORT)
    return re.compile(rf"{alternation(since)} (?:le |el |dem |den )?$", re.IGNORECASE)


def _is_after_event(text: str, sentence: Sentence, date: Token) -> bool:
    """Whether a date is that of something after which it is told: "after the merger of 2013 some 4,000"."""
    ends = (t.span.end for t in sentence.tokens if t.tag in _BARRIERS or t.date or t.figure)
    start = max((at for at in ends if at <= date.span.start), default=sentence.span.start)
    led = _after().search(text, start, date.span.start)
    if led is not None:
        return is_event(text, Span(led.last, date.span.start))
    behind = _NEXT_WORDS.match(text, date.span.end)
    led = _after_behind().search(text, *behind.span()) if behind else None
    return led is not None and is_event(text, Span(date.span.end, led.first))


@cache
def _after() -> Glossary:
    return Glossary(toml_table("structure.toml")["after_words"])


@cache
def _after_behind() -> Glossary:
    return Glossary(toml_table("structure.toml")["after_words_behind"])


def _in_other_bracket(sentence: Sentence, date: Token, token: Token) -> bool:
    """Whether a bracket with the figure closes before a date: "(280,000 people) was founded in 1703"."""
    between = [t.tag for t in _between(sentence, date, token)]
    return date.span.start > token.span.end and "CLOSE" in between and "OPEN" not in between


def _together(page: Page, sentence: Sentence, date: Token, token: Token) -> bool:
    """Whether no comma, no other figure and no new clause stands between a date and a figure."""
    between = _between(sentence, date, token)
    if any(t.tag in _BARRIERS or _is_other_figure(t) for t in between):
        return False
    if date.span.start < token.span.start:
        return _turn().search(page.text, date.span.end, token.span.start) is None
    stop = token.figure.stop if token.figure else token.span.end
    said = page.text[stop : date.span.start].rstrip().rpartition(" ")[0]
    return new_clause().search(said) is None  # "en 2015" is no Dutch "and"


def _is_other_figure(token: Token) -> bool:
    """Whether a token is a figure; households are counted with the people."""
    return token.tag.startswith("FIG_") and token.tag != "FIG_HOUSEHOLD"


@cache
def new_clause() -> Glossary:
    """Words with which another statement begins: "12,000 people and a bridge from 1905"."""
    return Glossary((*words("and_words"), *words("clause_joints")))


@cache
def _turn() -> Glossary:
    """Words that turn from what was to what is: "in 1904 the town burnt and today has"."""
    return Glossary(words("turning_words"))


def _opens(page: Page, sentence: Sentence, date: Token, token: Token) -> bool:
    """Whether a date opens the sentence, up to one comma before the figure: "As of 2010, ..."."""
    tags = [t.tag for t in _between(sentence, date, token)]
    breaks = (t.span.end for t in sentence.tokens if t.tag in _BARRIERS)
    start = max((at for at in breaks if at <= date.span.start), default=sentence.span.start)
    said = page.text[start : date.span.start]
    comma = next((t for t in _between(sentence, date, token) if t.tag == "COMMA"), None)
    return (
        comma is not None
        and date.span.end <= token.span.start
        and tags.count("COMMA") == 1
        and not any(tag == "BREAK" or tag.startswith("FIG_") for tag in tags)
        and is_of_count(said, page.text[date.span.end : comma.span.start])
    )


def _follows(page: Page, sentence: Sentence, date: Token, token: Token) -> bool:
    """Whether a date stands behind the figure's comma after words of a count: ", Stand 2019"."""
    between = _between(sentence, token, date)
    comma = next((t for t in between if t.tag == "COMMA"), None)
    return (
        comma is not None
        and token.span.end <= date.span.start
        and page.text[comma.span.end : date.span.start].strip() != ""
        and is_of_count(page.text[comma.span.end : date.span.start])
        and _closes(sentence, date)
    )


def _closes(sentence: Sentence, date: Token) -> bool:
    """Whether a clause ends behind a date: of ", in 2014 it was" another thing is told."""
    behind = next((t for t in sentence.tokens if t.span.start >= date.span.end), None)
    return behind is None or behind.tag in {*_BARRIERS, "CLOSE", "MARK", "OPEN"}


def _between(sentence: Sentence, one: Token, other: Token) -> list[Token]:
    first, last = sorted((one.span, other.span))
    return [t for t in sentence.tokens if first.end <= t.span.start and t.span.end <= last.start]


def _distance(one: Span, other: Span) -> int:
    return max(other.start - one.end, one.start - other.end)
